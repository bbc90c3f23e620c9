package org.tocsin.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SketchTest {
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    WordScanner.scan(
        text,
        new WordScanner.Sink() {
          @Override
          public void word(int start, int end, long hash) {
            words.add(text.substring(start, end));
          }

          @Override
          public void sentenceEnd() {
            if (!words.isEmpty() && !words.get(words.size() - 1).equals("/")) {
              words.add("/");
            }
          }
        });
    return words;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It's 2,000.5 km, he said. | It's 2,000.5 km he said /",
        "See https://example.org/a?b=c now | See now /",
        "Die Straße der U.S. Navy! | Die Straße der U S / Navy /",
        "他说不会。好 | 他 说 不 会 / 好 /",
        "’tis ‘so’ | tis so /",
      })
  void findsWordsAndSentences(String text, String expected) {
    assertThat(String.join(" ", words(text))).isEqualTo(expected);
  }

  @Test
  void aBlankLineEndsASentenceAndALineBreakDoesNot() {
    assertThat(words("one\ntwo\n \nthree")).containsExactly("one", "two", "/", "three", "/");
  }

  @Test
  void caseAndLayoutDoNotMatter() {
    TextSketch a = TextSketcher.sketch("The quick brown fox\njumps over the lazy dog.");
    TextSketch b = TextSketcher.sketch("THE quick  brown fox jumps over “the lazy dog”");
    assertThat(a).usingRecursiveComparison().isEqualTo(b);
  }

  @Test
  void aLongTextKeepsABoundedSample() {
    StringBuilder text = new StringBuilder();
    new Random(7).ints(100_000).forEach(i -> text.append(i).append("x. "));
    TextSketch sketch = TextSketcher.sketch(text);
    assertThat(sketch.shingles()).hasSizeBetween(100, TextSketcher.SAMPLE);
    assertThat(sketch.numbers()).hasSizeLessThanOrEqualTo(128);
  }

  @Test
  void strangeTextsDoNoHarm() {
    for (String text :
        List.of("", "\uD800", "\uDC00a", "a\u0301\u200D", "'", "1,", "\n\n", "www.")) {
      assertThat(TextSketcher.sketch(text).size()).isLessThan(3);
    }
  }
}
