package org.tocsin.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordSetTest {
  private static WordSet of(int words, int... places) {
    WordSet set = new WordSet(words);
    for (int place : places) {
      set.add(place, 1);
    }
    return set;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 63, 64, 65, 130, 611})
  void knowsWhoseFlagsHaveOneOfSome(int words) {
    byte[] flags = new byte[words];
    new Random(words).nextBytes(flags);
    for (byte any : new byte[] {1, 0x12, (byte) 0x80, (byte) 0xff}) {
      int[] expected = IntStream.range(0, words).filter(i -> (flags[i] & any) != 0).toArray();
      int[] others = IntStream.range(0, words).filter(i -> (flags[i] & any) == 0).toArray();
      assertThat(WordSet.flagged(flags, any).places()).isEqualTo(expected);
      assertThat(WordSet.flagged(flags, any).others().places()).isEqualTo(others);
    }
  }

  @Test
  void countsFromTheWordThatIsFirstInTheFlagsOfAWholeText() {
    byte[] flags = {1, 0, 1, 1, 0, 1};
    assertThat(WordSet.flagged(flags, 2, 3, (byte) 1).places()).containsExactly(0, 1);
  }

  @Test
  void isWalkedAndAskedAsASetOfBitsIs() {
    Random random = new Random(5);
    BitSet expected = new BitSet();
    WordSet set = new WordSet(400);
    for (int i = 0; i < 400; i++) {
      int one = random.nextInt(9) == 0 ? 1 : 0;
      set.add(i, one);
      expected.set(i, one == 1);
    }
    for (int i = 0; i < 500; i++) {
      assertThat(set.next(i)).isEqualTo(expected.nextSetBit(i));
      assertThat(set.has(i)).isEqualTo(expected.get(i));
    }
    assertThat(set.has(-1)).isFalse();
    assertThat(set.size()).isEqualTo(expected.cardinality());
  }

  @Test
  void knowsWhatLiesAheadAcrossRows() {
    WordSet set = of(140, 0, 3, 64, 130);
    assertThat(set.ahead(1).places()).containsExactly(2, 63, 129);
    assertThat(set.ahead(3).places()).containsExactly(0, 61, 127);
    assertThat(set.near(2).places()).containsExactly(0, 1, 2, 3, 62, 63, 64, 128, 129, 130);
  }

  @Test
  void addsAndKeepsThoseOfOthers() {
    assertThat(of(9, 1, 2).or(of(9, 2, 8)).places()).containsExactly(1, 2, 8);
    assertThat(of(9, 1, 2).and(of(9, 2, 8)).places()).containsExactly(2);
  }

  @Test
  void isReachedByStepsFromWordToWordOfAnotherSet() {
    WordSet capitals = of(100, 10, 57, 60, 62, 65, 70);
    assertThat(of(100, 65).reachedBy(capitals, 3).places()).containsExactly(57, 60, 62, 65);
    assertThat(of(100, 65).reachedBy(capitals, 2).places()).containsExactly(65);
    assertThat(of(100, 62, 10).reachedBy(capitals, 2).places()).containsExactly(10, 60, 62);
  }
}
