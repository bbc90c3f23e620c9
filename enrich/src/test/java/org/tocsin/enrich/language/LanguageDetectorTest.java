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
