package org.tocsin.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 22, 64, 3000})
  void holdsItsWordsAndNoOthers(int size) {
    List<String> words = IntStream.range(0, size).mapToObj(i -> "word" + i).toList();
    KeySet set = KeySet.of(words);
    assertThat(words).allMatch(word -> set.contains(Words.folded(word)));
    assertThat(IntStream.range(0, 10_000))
        .noneMatch(i -> set.contains(Words.folded("other" + i)))
        .noneMatch(i -> set.contains(0));
    assertThat(set.isEmpty()).isEqualTo(size == 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 64})
  void takesMore(int size) {
    KeySet set =
        KeySet.of(IntStream.range(0, size).mapToObj(i -> "word" + i).toArray(String[]::new));
    for (int i = 0; i < 500; i++) {
      assertThat(set.add(Words.folded("more" + i))).isTrue();
      assertThat(set.add(Words.folded("more" + i))).isFalse();
    }
    assertThat(IntStream.range(0, size)).allMatch(i -> set.contains(Words.folded("word" + i)));
    assertThat(IntStream.range(0, 500)).allMatch(i -> set.contains(Words.folded("more" + i)));
  }
}
