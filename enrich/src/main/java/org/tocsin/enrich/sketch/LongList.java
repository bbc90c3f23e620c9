package org.tocsin.enrich.sketch;

import java.util.Arrays;

/** A growing list of longs without boxes. */
final class LongList {
  private long[] values = new long[64];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size] = value;
    size++;
  }

  /** The values sorted, each once. */
  long[] distinct() {
    return Arrays.stream(values, 0, size).sorted().distinct().toArray();
  }
}
