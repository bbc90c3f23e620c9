package org.tocsin.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The U.S.-led talks, at 3.5% of J. Roe's 1,000 shares.",
        "Kraków, São Paulo and l’Iran",
        "東京とソウル、서울 ภาษาไทย",
        "Россия и Україна",
        "وقالت القاهرة",
        "a.b c.. d.e.f. e.g., N.Y.",
        "\ud800 broken \udc00 pairs",
        "",
      })
  void cutsAsTheThoroughTokensDo(String text) {
    Words words = Words.of(text);
    List<Token> tokens = Tokens.parts(text);
    assertThat(words.size()).isEqualTo(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      assertThat(words.start(i)).isEqualTo(token.start());
      assertThat(words.end(i)).isEqualTo(token.end());
      assertThat(words.capitalised(i)).as(token.text()).isEqualTo(token.capitalised());
    }
  }

  @Test
  void spellingsOfOneWordHaveOneKey() {
    assertThat(Words.key("Kraków")).isEqualTo(Words.key("KRAKOW"));
    assertThat(Words.key("Франции")).isEqualTo(Words.key("Франция"));
    assertThat(Words.key("U.S.")).isEqualTo(Words.key("u.s"));
    assertThat(Words.key("Mali")).isNotEqualTo(Words.key("Malo"));
  }

  @Test
  void takesAnyText() {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      random.ints(60, 0, 0x10000).forEach(unit -> text.append((char) unit));
      assertThat(Words.of(text.toString()).size()).isEqualTo(Tokens.parts(text.toString()).size());
    }
  }

  @Test
  void tellsWhatOneBlankParts() {
    Words words = Words.of("One two,  three\nfour five");
    assertThat(words.spaced(0)).isTrue();
    assertThat(words.spaced(1)).isFalse();
    assertThat(words.spaced(2)).isFalse();
    assertThat(words.spaced(3)).isTrue();
    assertThat(words.spaced(4)).isFalse();
  }

  @Test
  void tellsWhichWordsStandInBothCases() {
    KeySet both = Words.of("The miller sold the mill. Miller said The Mill was old.").inBothCases();
    assertThat(both.contains(Words.key("miller"))).isTrue();
    assertThat(both.contains(Words.key("mill"))).isTrue();
    assertThat(both.contains(Words.key("the"))).isTrue();
    assertThat(both.contains(Words.key("sold"))).isFalse();
    assertThat(both.contains(Words.key("old"))).isFalse();
  }

  /** Letters of all ways that words are read: block by block, by the table, thoroughly. */
  private static String drawn(Random random, int units) {
    String letters = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789";
    String others =
        " . ,-'\u2019\u201c\n\u00e9\u00c9\u00df\u0141\u0151\u00f8\u0130\u0416\u0439\u0648\u06cc\u03a3\u03c3\u6771\ud83d\ude00e\u0301";
    StringBuilder text = new StringBuilder();
    while (text.length() < units) {
      String from = random.nextInt(5) == 0 ? others : letters;
      text.append(from.charAt(random.nextInt(from.length())));
      text.append(random.nextInt(6) == 0 ? " " : "");
    }
    return text.toString();
  }

  @Test
  void saysOfEachWordWhatTheThoroughTokensSay() {
    Random random = new Random(11);
    for (int round = 0; round < 3_000; round++) {
      agrees(drawn(random, random.nextInt(40)));
    }
  }

  /** Letters are looked at 64 at a time; words may start, end and turn odd anywhere in between. */
  @Test
  void saysTheSameOfWordsThatLieAcrossStretches() {
    String[] pieces =
        ("a|Ab|mill |Mill, |THE |A1234567B |U.S. |1,000 |3.5|. |.|,|?|\n\n|\u2019s |\u201cWe |Krak\u00f3w "
                + "|\u00e9|e\u0301|\u0416\u0438\u0442\u0435\u043b\u0438 |\u0663.\u0664|\u6771\u4eac|\ud83d\ude00|\ud835\udc00|\ud800")
            .split("\\|");
    Random random = new Random(13);
    for (int round = 0; round < 3_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(300);
      while (text.length() < length) {
        int more = random.nextInt(8) == 0 ? random.nextInt(140) : random.nextInt(12);
        text.append(random.nextBoolean() ? "word ".repeat(more / 5) : "")
            .append((random.nextBoolean() ? " " : "x").repeat(random.nextInt(4) == 0 ? more : 0))
            .append(pieces[random.nextInt(pieces.length)]);
      }
      agrees(text.toString());
    }
  }

  @Test
  void saysTheSameOfEachLetterOfAnAlphabet() {
    for (char unit = 0x80; unit < 0x2100; unit++) {
      agrees(
          unit
              + "x "
              + unit
              + unit
              + " Ab"
              + unit
              + ".b "
              + unit
              + "."
              + unit
              + ". letters"
              + unit);
    }
  }

  private static void agrees(String text) {
    Words words = Words.of(text);
    List<Token> tokens = Tokens.parts(text);
    assertThat(words.size()).as(text).isEqualTo(tokens.size());
    for (int i = 0; i < words.size(); i++) {
      Token token = tokens.get(i);
      assertThat(words.token(i)).isEqualTo(token);
      assertThat(words.whole(i)).as(token.text()).isEqualTo(Words.folded(token.folded()));
      assertThat(words.key(i)).isEqualTo(Words.folded(CyrillicEndings.cut(token.folded())));
      assertThat(words.capitalised(i)).as(token.text()).isEqualTo(token.capitalised());
      assertThat(words.allCapitals(i)).as(token.text()).isEqualTo(token.allCapitals());
      assertThat(words.number(i)).as(token.text()).isEqualTo(token.number());
      int first = token.text().codePointAt(0);
      assertThat(words.small(i)).as(token.text()).isEqualTo(Character.isLowerCase(first));
      assertThat(words.dotted(i)).as(token.text()).isEqualTo(dotted(token.text()));
      int next = i + 1 < tokens.size() ? tokens.get(i + 1).start() : token.end();
      assertThat(words.spaced(i)).as(text).isEqualTo(text.substring(token.end(), next).equals(" "));
    }
    listsThem(words);
    listsThem(words.slice(words.size() / 3, words.size() / 2));
  }

  private static void listsThem(Words words) {
    IntStream all = IntStream.range(0, words.size());
    assertThat(words.raised()).isEqualTo(all.filter(i -> !words.small(i)).toArray());
    all = IntStream.range(0, words.size());
    assertThat(words.parted().places()).isEqualTo(all.filter(i -> !words.spaced(i)).toArray());
  }

  private static boolean dotted(String word) {
    return word.indexOf('.') >= 0;
  }

  @Test
  void foldsByTheTableAsByTheRules() {
    Random random = new Random(12);
    for (int round = 0; round < 3_000; round++) {
      String word = drawn(random, 1 + random.nextInt(8));
      assertThat(Folding.fold(word)).isEqualTo(Folding.thorough(word));
    }
    for (char unit = 0; unit < Character.MIN_SURROGATE; unit++) {
      String word = "a" + unit + "b";
      assertThat(Folding.fold(word)).isEqualTo(Folding.thorough(word));
    }
  }

  @Test
  void theRestOfATextHasTheSameWords() {
    Words all = Words.of("TARN, May 4 (Herald) - Жители Тарна left early");
    Words rest = all.from(all.text().indexOf("Жители"));
    assertThat(rest.size()).isEqualTo(4);
    assertThat(rest.between(0, 2)).isEqualTo("Жители Тарна");
    assertThat(rest.whole(1)).isEqualTo(Words.folded("тарна"));
    assertThat(rest.key(1)).isEqualTo(Words.key("Тарн"));
    assertThat(rest.allCapitals(0)).isFalse();
    assertThat(all.from(0)).isSameAs(all);
  }

  @Test
  void aPhraseIsItsWordsInOrderAndWhatJoinsThem() {
    assertThat(phrase("Jean-Luc Roth")).isEqualTo(phrase("JEAN-LUC\nRÓTH"));
    assertThat(phrase("Farmers\u2019 Union")).isEqualTo(phrase("farmers' union"));
    assertThat(phrase("Jean-Luc Roth")).isNotEqualTo(phrase("Jean Luc Roth"));
    assertThat(phrase("Luc Roth")).isNotEqualTo(phrase("Roth Luc"));
    assertThat(phrase("Roth")).isEqualTo(Words.folded("roth"));
  }

  private static long phrase(String words) {
    Words all = Words.of(words);
    return all.phrase(0, all.size());
  }

  @Test
  void aSetOfWordsHoldsItsWordsAndNoOthers() {
    KeySet articles = KeySet.of("the", "a", "an");
    Words words = Words.of("The cat and an Á");
    assertThat(articles.contains(words.whole(0))).isTrue();
    assertThat(articles.contains(words.whole(1))).isFalse();
    assertThat(articles.contains(words.whole(3))).isTrue();
    assertThat(articles.contains(words.whole(4))).isTrue();
    KeySet many = KeySet.ofAtMost(1_000);
    for (int i = 0; i < 1_000; i += 2) {
      many.add(Words.folded("w" + i));
    }
    for (int i = 0; i < 1_000; i++) {
      assertThat(many.contains(Words.folded("w" + i))).isEqualTo(i % 2 == 0);
    }
  }
}
