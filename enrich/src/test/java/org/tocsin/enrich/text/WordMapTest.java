package org.tocsin.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordMapTest {
  @Test
  void leadsFromEachWordToWhatIsKnownOfIt() {
    WordMap<String> map = new WordMap<>();
    for (int i = 0; i < 1_000; i++) {
      map.put(Words.folded("word" + i), "known " + i);
    }
    map.put(Words.folded("word7"), "changed");
    map.putIfAbsent(Words.folded("word8"), "too late");
    map.putIfAbsent(Words.folded("new"), "in time");
    assertThat(map.get(Words.folded("word999"))).isEqualTo("known 999");
    assertThat(map.get(Words.folded("word7"))).isEqualTo("changed");
    assertThat(map.get(Words.folded("word8"))).isEqualTo("known 8");
    assertThat(map.get(Words.folded("new"))).isEqualTo("in time");
    assertThat(map.get(Words.folded("word1000"))).isNull();
  }

  @Test
  void aSetGrowsBeyondWhatItWasMadeFor() {
    KeySet set = KeySet.ofAtMost(1);
    for (int i = 0; i < 500; i += 2) {
      assertThat(set.add(Words.folded("word" + i))).isTrue();
    }
    assertThat(set.add(Words.folded("word0"))).isFalse();
    for (int i = 0; i < 500; i++) {
      assertThat(set.contains(Words.folded("word" + i))).isEqualTo(i % 2 == 0);
    }
  }

  @Test
  void tellsWhichWordsAreNotSmall() {
    Words words = Words.of("the Mill of 12 Kraków, émile Ánna 東京");
    assertThat(words.raised()).containsExactly(1, 3, 4, 6, 7, 8);
    assertThat(words.from(words.start(3)).raised()).containsExactly(0, 1, 3, 4, 5);
  }
}
