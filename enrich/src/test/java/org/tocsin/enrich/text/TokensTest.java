package org.tocsin.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "The U.S.-led talks, they said.; The|U.S.-led|talks|they|said; The|U.S.|led|talks|they|said",
        "Moscow's envoy left at 5 p.m. Sunday; Moscow's|envoy|left|at|5|p.m.|Sunday;"
            + " Moscow|s|envoy|left|at|5|p.m.|Sunday",
        "It cost 1,250.5 euros.; It|cost|1,250.5|euros; It|cost|1,250.5|euros",
        "J.Smith of Acme.Next; J|Smith|of|Acme|Next; J|Smith|of|Acme|Next",
        "rock ’n’ roll’s end–start; rock|n|roll’s|end|start; rock|n|roll|s|end|start",
        "東京で said; 東|京|で|said; 東|京|で|said",
        "러시아는 갔다; 러|시|아|는|갔|다; 러|시|아|는|갔|다",
        "He lives in the U.S.; He|lives|in|the|U.S.; He|lives|in|the|U.S.",
      })
  void cutsWordsAndParts(String text, String words, String parts) {
    assertThat(Tokens.words(text)).extracting(Token::text).containsExactly(words.split("\\|"));
    assertThat(Tokens.parts(text)).extracting(Token::text).containsExactly(parts.split("\\|"));
  }

  @ParameterizedTest
  @CsvSource({
    "Kraków,krakow",
    "STRASSE,strasse",
    "Straße,strasse",
    "Łódź,lodz",
    "U.S.,u.s",
    "Côte,cote",
    "Đà,da",
    "Ёлка,елка",
    "إيران,ايران",
    "日,日",
    "हिन्दी,हिन्दी",
    "don’t,don't",
  })
  void foldsCaseAndDiacritics(String word, String folded) {
    assertThat(Tokens.words(word)).extracting(Token::folded).containsExactly(folded);
  }

  @Test
  void offsetsCoverTheWordAsWritten() {
    String text = "Ōsaka 😀 Zürich, “Brno”";
    for (Token token : Tokens.words(text)) {
      assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text());
    }
    assertThat(Tokens.words(text)).hasSize(3);
  }

  @Test
  void tellsCapitals() {
    List<Token> tokens = Tokens.words("NATO met Ms Ågren in U.S. ports");
    assertThat(tokens)
        .filteredOn(Token::allCapitals)
        .extracting(Token::text)
        .containsExactly("NATO", "U.S.");
    assertThat(tokens)
        .filteredOn(Token::capitalised)
        .extracting(Token::text)
        .containsExactly("NATO", "Ms", "Ågren", "U.S.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "...", "\ud800", "\udc00a", "a\ud800", "'-'", ".a.", "́", "a.b"})
  void takesAnyText(String text) {
    assertThatCode(() -> Tokens.words(text)).doesNotThrowAnyException();
    assertThatCode(() -> Tokens.parts(text)).doesNotThrowAnyException();
  }

  @Test
  void tokensOfRandomTextAreInOrderAndInside() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        text.append(
            random.nextInt(3) == 0
                ? (char) random.nextInt(0x10000)
                : ".'-aZ 9,".charAt(random.nextInt(8)));
      }
      assertInOrder(text.toString(), Tokens.words(text.toString()));
      assertInOrder(text.toString(), Tokens.parts(text.toString()));
    }
  }

  private static void assertInOrder(String text, List<Token> tokens) {
    int last = 0;
    for (Token token : tokens) {
      assertThat(token.start()).isGreaterThanOrEqualTo(last);
      assertThat(token.text()).isEqualTo(text.substring(token.start(), token.end()));
      assertThat(token.folded()).isNotEmpty();
      last = token.end();
    }
  }

  @Test
  void takesAMillionLettersInOneWord() {
    assertThat(Tokens.words("a".repeat(1_000_000))).hasSize(1);
    assertThat(Tokens.parts("a.".repeat(500_000))).hasSize(1);
  }
}
