package org.tocsin.enrich.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignTableTest {
  @Test
  void knowsTheSignsOfWhatWasAddedAndOfNothingElse() {
    SignTable table = new SignTable();
    Map<Long, Integer> expected = new HashMap<>();
    Random random = new Random(5);
    for (int i = 0; i < 100_000; i++) {
      long hash = random.nextLong();
      table.add(hash, 1 << i % 31);
      expected.put(hash, 1 << i % 31);
    }
    table.close();
    expected.forEach((hash, signs) -> assertThat(table.get(hash)).isEqualTo(signs));
    for (int i = 0; i < 100_000; i++) {
      assertThat(table.get(random.nextLong())).isZero();
    }
  }

  @Test
  void gathersTheSignsOfAWord() {
    SignTable table = new SignTable();
    table.add(-4, 1);
    table.add(-4, 8);
    table.close();
    assertThat(table.get(-4)).isEqualTo(9);
  }

  @Test
  void partsHashesThatAreMuchAlike() {
    SignTable table = new SignTable();
    for (int i = 0; i < 20; i++) {
      table.add((long) i << 40 | 7, i + 1);
    }
    table.close();
    for (int i = 0; i < 20; i++) {
      assertThat(table.get((long) i << 40 | 7)).isEqualTo(i + 1);
    }
  }

  @Test
  void takesNothingOnceClosed() {
    SignTable table = new SignTable();
    table.close();
    assertThat(table.get(1)).isZero();
    assertThatThrownBy(() -> table.add(1, 1)).isInstanceOf(IllegalStateException.class);
  }
}
