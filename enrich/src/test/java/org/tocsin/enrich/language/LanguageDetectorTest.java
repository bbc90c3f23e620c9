package org.tocsin.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
  private static final LanguageDetector DETECTOR = new LanguageDetector();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; The ministry said on Tuesday that the bridge will stay closed until the end of the month.",
        "de; Die Brücke bleibt nach Angaben des Ministeriums bis zum Ende des Monats gesperrt.",
        "fr; Le ministère a annoncé mardi que le pont restera fermé jusqu'à la fin du mois.",
        "es; El ministerio anunció el martes que el puente seguirá cerrado hasta finales de mes.",
        "ru; Министерство сообщило во вторник, что мост останется закрытым до конца месяца.",
        "uk; Міністерство повідомило у вівторок, що міст залишиться закритим до кінця місяця.",
        "ar; أعلنت الوزارة يوم الثلاثاء أن الجسر سيبقى مغلقا حتى نهاية الشهر",
        "zh; 该部周二表示，这座桥将关闭到月底。",
        "ja; 同省は火曜日、橋は月末まで閉鎖されると発表した。",
        "ko; 부처는 화요일에 다리가 월말까지 폐쇄될 것이라고 밝혔다.",
        "am; ድልድዩ እስከ ወሩ መጨረሻ ድረስ ዝግ ሆኖ ይቆያል",
        "el; Το υπουργείο ανακοίνωσε την Τρίτη ότι η γέφυρα θα μείνει κλειστή.",
      })
  void namesTheLanguage(String language, String text) {
    assertThat(DETECTOR.detect(text, null)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "xh; Urhulumente uthe ibhulorho iza kuvulwa kwakhona ngenyanga ezayo kwaye abantu mabalinde.",
        "zu; Uhulumeni uthe ibhuloho lizovulwa futhi ngenyanga ezayo ngoba umsebenzi awukapheli.",
        "sn; Hurumende yakati zambuko richavhurwa zvakare mwedzi unouya uye vanhu vanofanira kumirira.",
        "yo; Ijoba so pe awon yoo si afara naa ni osu to n bo, ki awon eniyan ni suuru.",
        "tn; Puso ya re borogo bo tla bulwa gape kgwedi e e tlang, mme batho ba tshwanetse go leta.",
        "id; Pemerintah mengatakan jembatan tersebut akan dibuka kembali bulan depan karena perbaikan belum selesai.",
        "ms; Kerajaan berkata jambatan itu akan dibuka semula bulan depan kerana kerja pembaikan belum siap.",
        "hr; Vlada je priopćila da će most biti otvoren tijekom sljedećeg tjedna, početkom prosinca.",
        "bs; Vlada je saopćila da će most biti otvoren tokom naredne sedmice, početkom decembra.",
        "nn; Regjeringa seier at brua ikkje vert opna før neste veke, og at dei vil sjå meir på saka.",
        "nb; Regjeringen sier at broen ikke blir åpnet før neste uke, og at de vil se mer på saken.",
        "da; Regeringen siger, at broen ikke bliver åbnet før i næste uge, og at man vil se mere på sagen.",
        "fa; دولت اعلام کرد که پل تا پایان ماه بسته خواهد ماند و مردم باید صبر کنند",
        "ur; حکومت نے کہا ہے کہ پل اگلے مہینے تک بند رہے گا اور لوگوں کو انتظار کرنا ہوگا",
        "uk; Уряд повідомив, що міст відкриють наступного місяця, бо роботи ще тривають.",
        "bg; Правителството съобщи, че мостът ще бъде отворен следващия месец.",
        "mk; Владата соопшти дека мостот ќе биде отворен следниот месец.",
        "tr; Hükümet, köprünün gelecek ay yeniden açılacağını ve halkın beklemesi gerektiğini söyledi.",
        "az; Hökumət bildirib ki, körpü gələn ay yenidən açılacaq və insanlar gözləməlidir.",
      })
  void tellsKinLanguagesApart(String language, String text) {
    LanguageGuess guess = DETECTOR.guess(text, null);
    assertThat(guess.language()).isEqualTo(language);
    assertThat(guess.confidence()).isBetween(0.3, 1.0);
  }

  /** Short sentences with nothing of their own but spelling, endings and a word or two. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "ms; Syarikat itu akan membuka dua buah kilang baharu di Johor pada bulan Ogos.",
        "ms; Polis menahan tiga lelaki kerana disyaki mencuri kereta di Shah Alam.",
        "id; Perusahaan itu akan membuka dua pabrik baru di Bekasi pada bulan Agustus.",
        "id; Warga mengeluh karena kualitas air di desa mereka makin buruk.",
        "hr; Tvrtka će tijekom sljedećeg tjedna otvoriti novi ured u Osijeku.",
        "hr; Ministar financija rekao je da će proračun biti usvojen u prosincu.",
        "bs; Preduzeće će tokom naredne sedmice otvoriti novu kancelariju u Tuzli.",
        "bs; Ministar finansija rekao je da će budžet biti usvojen u decembru.",
        "xh; Urhulumente uthe iindlela ezintsha ziya kwakhiwa kwimimandla yasemaphandleni.",
        "xh; Andiqondi ukuba umntu lowo wayesazi ngexesha lokuqala.",
        "zu; Uhulumeni uthe imigwaqo emisha izokwakhiwa ezindaweni zasemakhaya.",
        "zu; Amaphoyisa athi abantu abathathu baboshwe ngesikhathi kuhlaselwa ibhange.",
        "nb; Kommunen åpner en ny skole etter sommeren, sier ordføreren.",
        "nb; Regjeringen vil øke støtten til bøndene som mistet avlingene sine.",
        "nn; Kommunen opnar ein ny skule etter sommaren, seier ordføraren.",
        "nn; Bøndene fortel at prisane på mjølk har auka dei siste åra.",
        "da; Kommunen åbner en ny skole efter sommeren, siger borgmesteren.",
        "da; Regeringen vil øge støtten til de landmænd, der mistede deres afgrøder.",
        "sv; Kommunen öppnar en ny skola efter sommaren, säger borgmästaren.",
        "sr; Predsednik opštine rekao je da će nova škola biti otvorena posle leta.",
        "mk; Градоначалникот рече дека новото училиште ќе биде отворено по летото.",
        "bg; Кметът каза, че новото училище ще бъде открито след лятото.",
        "az; Bələdiyyə yeni məktəbin payızda açılacağını bildirib.",
        "af; Die munisipaliteit sal na die somer 'n nuwe skool oopmaak, het die burgemeester gesê.",
      })
  void tellsKinLanguagesByPartsOfWords(String language, String text) {
    assertThat(DETECTOR.detect(text, null)).isEqualTo(language);
  }

  @Test
  void isSureOfAnArticleAndUnsureOfAWord() {
    String article = "The ministry said the bridge would stay closed until the end of the month. ";
    assertThat(DETECTOR.guess(article.repeat(8), null).confidence()).isGreaterThan(0.98);
    assertThat(DETECTOR.guess("Oslo", null).confidence()).isLessThan(0.9);
    assertThat(DETECTOR.guess("12:30", null)).isEqualTo(new LanguageGuess("und", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "12:30 — 14:00", "\ud800", "!?"})
  void saysNothingWhereThereIsNothingToSay(String text) {
    assertThat(DETECTOR.detect(text, "en")).isEqualTo(LanguageDetector.UNDETERMINED);
  }

  @Test
  void declaredLanguageDecidesAHeadline() {
    assertThat(DETECTOR.detect("Oslo: Stor brand", "da")).isEqualTo("da");
    assertThat(DETECTOR.detect("Oslo: Stor brand", "nb-NO")).isEqualTo("nb");
  }

  @Test
  void declaredLanguageDoesNotDecideAnArticle() {
    String text = "Le ministère a annoncé mardi que le pont restera fermé. ".repeat(6);
    assertThat(DETECTOR.detect(text, "en")).isEqualTo("fr");
  }

  @Test
  void answersTheSameFromManyThreads() {
    List<String> texts =
        List.of("Der Rat tagt heute.", "Le conseil se réunit.", "The council meets.");
    List<String> alone = texts.stream().map(text -> DETECTOR.detect(text, null)).toList();
    IntStream.range(0, 600)
        .parallel()
        .forEach(
            i -> assertThat(DETECTOR.detect(texts.get(i % 3), null)).isEqualTo(alone.get(i % 3)));
  }

  @Test
  void takesAnyText() {
    Random random = new Random(3);
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      random.ints(60, 0, 0x10000).forEach(unit -> text.append((char) unit));
      assertThat(DETECTOR.detect(text.toString(), "xx")).hasSizeBetween(2, 3);
    }
    assertThat(DETECTOR.detect("a".repeat(1_000_000), null)).isNotEmpty();
  }
}
