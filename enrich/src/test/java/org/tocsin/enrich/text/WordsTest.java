package org.tocsin.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
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
  void findsTheLongestPhraseOverALineBreakButNotOverAParagraph() {
    PhraseTable<String> table = new PhraseTable<>();
    table.put("New", known -> "new");
    table.put("New Zealand", known -> "nz");
    for (int i = 0; i < 5_000; i++) {
      String phrase = "filler number " + i;
      table.put(phrase, known -> phrase);
    }
    assertThat(found(table, "New\nZealand")).isEqualTo("nz");
    assertThat(found(table, "new zealand lamb")).isEqualTo("nz");
    assertThat(found(table, "New\n\nZealand")).isEqualTo("new");
    assertThat(found(table, "Zealand")).isEqualTo("nothing");
    assertThat(found(table, "Filler Number 4711")).isEqualTo("filler number 4711");
  }

  private static String found(PhraseTable<String> table, String text) {
    PhraseTable.Match<String> match = table.longest(Words.of(text), 0);
    return match == null ? "nothing" : match.value();
  }
}
