package org.tocsin.enrich.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberTableTest {
  @Test
  void holdsWhatWasPutInAndNothingElse() {
    NumberTable table = new NumberTable(24);
    Map<Long, Integer> expected = new HashMap<>();
    Random random = new Random(3);
    for (int i = 0; i < 50_000; i++) {
      long hash = random.nextLong();
      int number = i % 7 == 0 ? table.most() - i : i;
      table.put(hash, number);
      expected.put(hash, number);
    }
    table.close();
    expected.forEach((hash, number) -> assertThat(table.get(hash)).isEqualTo(number));
    for (int i = 0; i < 50_000; i++) {
      assertThat(table.get(random.nextLong())).isEqualTo(NumberTable.ABSENT);
    }
  }

  @Test
  void tellsHashesOfOneSlotApart() {
    NumberTable table = new NumberTable(24);
    for (int i = 0; i < 600; i++) {
      table.put(((long) i << 24) | 5, i);
    }
    for (int i = 0; i < 600; i++) {
      assertThat(table.get(((long) i << 24) | 5)).isEqualTo(i);
    }
    assertThat(table.get((600L << 24) | 5)).isEqualTo(NumberTable.ABSENT);
  }

  @Test
  void changesANumber() {
    NumberTable table = new NumberTable(24);
    table.put(-4, 0);
    table.put(-4, 9);
    assertThat(table.get(-4)).isEqualTo(9);
  }

  @Test
  void takesNoNumberThatASlotCannotHoldAndNothingOnceClosed() {
    NumberTable table = new NumberTable(24);
    assertThatThrownBy(() -> table.put(1, table.most() + 1))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> table.put(1, -1)).isInstanceOf(IllegalStateException.class);
    table.close();
    assertThatThrownBy(() -> table.put(1, 1)).isInstanceOf(IllegalStateException.class);
  }
}
