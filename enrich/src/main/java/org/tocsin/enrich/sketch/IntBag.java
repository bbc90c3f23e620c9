package org.tocsin.enrich.sketch;

import java.util.Arrays;

/** A growing list of ints without boxes. */
final class IntBag {
  private int[] values = new int[256];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size] = value;
    size++;
  }

  int size() {
    return size;
  }

  /** Takes a stretch out. */
  void cut(int start, int end) {
    System.arraycopy(values, end, values, start, size - end);
    size -= end - start;
  }

  /** Drops all values that have one of these bits. */
  void keepWithout(int bits) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if ((values[i] & bits) == 0) {
        values[kept] = values[i];
        kept++;
      }
    }
    size = kept;
  }

  /** The smallest values, sorted. */
  int[] smallest(int most) {
    Arrays.sort(values, 0, size);
    return Arrays.copyOf(values, Math.min(most, size));
  }
}
