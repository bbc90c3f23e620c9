package org.tocsin.enrich.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.enrich.text.Words;

class KeyMapTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 128, 200})
  void marksEveryWordOfATextThatIsInIt(int size) {
    KeyMap map = new KeyMap();
    for (int i = 0; i < size; i += 3) {
      map.or(Words.key("word" + i), i + 1);
    }
    String text =
        IntStream.range(0, size).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    Words words = Words.of(text);
    for (int i = 0; i < size; i++) {
      int known = i % 3 == 0 ? i + 1 : 0;
      long marked = map.marked(words, i / Long.SIZE * Long.SIZE) >>> i & 1;
      assertThat(map.get(words.key(i))).isEqualTo(known);
      assertThat(marked).isGreaterThanOrEqualTo(known == 0 ? 0 : 1);
    }
    long behind =
        size % Long.SIZE == 0 ? 0 : map.marked(words, size / Long.SIZE * Long.SIZE) >>> size;
    assertThat(behind).as("marks behind the last word").isZero();
  }
}
