package org.tocsin.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SieveTest {
  @Test
  void letsEveryAddedKeyPassAndFewOthers() {
    Random random = new Random(3);
    Sieve sieve = Sieve.ofOrder(14);
    long[] added = random.longs(1 << 10).toArray();
    for (long key : added) {
      sieve.add(key);
    }
    for (long key : added) {
      assertThat(sieve.passes(key)).isOne();
    }
    int others = random.longs(100_000).mapToInt(sieve::passes).sum();
    assertThat(others).isLessThan(100_000 / 50);
  }
}
