package org.tocsin.alert.query;

import java.util.Arrays;

/** Which of the things that watches want a statement has, as bits and in the order met. */
final class Presence {
  private final long[] bits;
  private WantBook.Entry[] met = new WantBook.Entry[64];
  private int size;

  /**
   * The presence of nothing but what every statement has.
   *
   * @param numbers that all wants are below
   */
  Presence(int numbers) {
    bits = new long[(numbers >>> 6) + 1];
    set(WantBook.ALWAYS);
  }

  private void set(int number) {
    bits[number >>> 6] |= 1L << number;
  }

  boolean has(int number) {
    return (bits[number >>> 6] & (1L << number)) != 0;
  }

  void meet(WantBook.Entry want) {
    if (!has(want.number)) {
      set(want.number);
      if (size == met.length) {
        met = Arrays.copyOf(met, size * 2);
      }
      met[size++] = want;
    }
  }

  int size() {
    return size;
  }

  WantBook.Entry get(int i) {
    return met[i];
  }
}
