package org.tocsin.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrintTableTest {
  @Test
  void doesWhatAMapOfListsDoes() {
    PrintTable table = new PrintTable();
    Map<Integer, List<Integer>> model = new HashMap<>();
    Random random = new Random(42);
    int[] keys = random.ints(5_000).toArray();
    for (int i = 0; i < 50_000; i++) {
      int key = keys[random.nextInt(keys.length)];
      List<Integer> values = model.computeIfAbsent(key, k -> new ArrayList<>());
      if (random.nextInt(3) > 0 || values.isEmpty()) {
        table.add(key, i);
        values.add(i);
      } else {
        Integer gone = values.remove(random.nextInt(values.size()));
        table.remove(key, gone);
      }
    }
    table.remove(keys[0], -1);
    model.forEach(
        (key, values) -> {
          List<Integer> found = new ArrayList<>();
          assertThat(table.visit(key, Integer.MAX_VALUE, found::add)).isEqualTo(values.size());
          assertThat(found).hasSameElementsAs(values);
        });
  }

  @Test
  void visitsNoMoreThanAsked() {
    PrintTable table = new PrintTable();
    for (int i = 0; i < 10; i++) {
      table.add(7, i);
    }
    List<Integer> found = new ArrayList<>();
    assertThat(table.visit(7, 3, found::add)).isEqualTo(3);
    assertThat(found).hasSize(3);
  }
}
