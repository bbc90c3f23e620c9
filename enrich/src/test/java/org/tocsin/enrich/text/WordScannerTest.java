package org.tocsin.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordScannerTest {
  private static final String LETTERS = "aZ09 .,'’-‑“”?!éÖßЖя中のกí\u0301😀\u00a0\n\u200cU.S.";

  private static List<String> scanned(String text) {
    List<String> words = new ArrayList<>();
    WordScanner scanner = new WordScanner(text);
    while (scanner.next()) {
      words.add(scanner.start() + text.substring(scanner.start(), scanner.end()));
    }
    return words;
  }

  private static List<String> tokens(String text) {
    return Tokens.words(text).stream().map(token -> token.start() + token.text()).toList();
  }

  @Test
  void goesThroughTheSameWordsAsTokens() {
    for (String text :
        List.of(
            "",
            " ",
            "a",
            "The U.S.-led talks, Roe's and the ministers’ won't end.",
            "At 3.5 or 1,000? No: j.r. Roe, J.R. Roe; A.B",
            "extraordinarily-long-winded incomprehensibilities",
            "“Kraków”—Łódź (Øre) naïve.",
            "Мэр Зареченска сказал: «Нет».",
            "外交部发言人刘晓敏说：“不会。”",
            "smile 😀 here, 𝒜bc")) {
      assertThat(scanned(text)).as(text).isEqualTo(tokens(text));
    }
  }

  @Test
  void goesThroughTheSameWordsOfAnyMess() {
    Random random = new Random(5);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      assertThat(scanned(text.toString())).as(text.toString()).isEqualTo(tokens(text.toString()));
    }
  }

  @Test
  void packsNoTwoWordsAlike() {
    Set<String> words = new HashSet<>();
    Set<Long> packed = new HashSet<>();
    WordScanner scanner =
        new WordScanner("a A aa ab ba b é éa won't wont abcdefgh bbcdefgh hgfedcba");
    while (scanner.next()) {
      words.add(scanner.start() + ":" + scanner.end());
      packed.add(scanner.packed());
    }
    assertThat(packed).hasSameSizeAs(words).doesNotContain(0L);
  }

  @Test
  void packsNoWordThatDoesNotFit() {
    for (String word : List.of("abcdefghi", "Жук", "中", "extraordinary-long")) {
      WordScanner scanner = new WordScanner(word);
      assertThat(scanner.next()).isTrue();
      assertThat(scanner.packed()).as(word).isZero();
    }
  }
}
