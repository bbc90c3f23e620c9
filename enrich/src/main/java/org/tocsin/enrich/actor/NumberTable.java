package org.tocsin.enrich.actor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A map from hashes to numbers that is filled once and then only asked: a slot is 8 bytes, so that
 * half a million phrases with their beginnings take some 16 MB and a look one cache line. A slot
 * has the number and the upper bits of a hash, 40 beside numbers of 24 bits; where it stands tells
 * the lower ones, as good as all: a hash that is not in the table is taken for one that is once in
 * some 10¹² looks, or 10¹⁰ beside numbers of 31 bits.
 */
final class NumberTable {
  static final int ABSENT = -1;
  private static final int LEAST = 1 << 10;

  private final int bits;
  private final long numbers;
  private long[] slots = new long[LEAST];
  private int size;

  /** What is in the table, in order, for as long as it may have to grow. */
  private long @Nullable [] hashes = new long[LEAST];

  /**
   * An empty one.
   *
   * @param bits that a number has at most, up to 31; fewer are safer
   */
  NumberTable(int bits) {
    this.bits = bits;
    this.numbers = (1L << bits) - 1;
  }

  /** The largest number that a slot can hold. */
  int most() {
    return (int) numbers - 1;
  }

  /** The number under a hash, or {@link #ABSENT}. */
  int get(long hash) {
    return (int) (slots[at(hash)] & numbers) - 1;
  }

  /**
   * Puts a number in, or changes it.
   *
   * @param number from 0 to {@link #most}
   */
  void put(long hash, int number) {
    long[] known = hashes;
    if (known == null || number < 0 || number > most()) {
      throw new IllegalStateException("the table is closed, or no number for it: " + number);
    }
    int at = at(hash);
    if (slots[at] == 0) {
      if ((size + 1) * 5L > slots.length * 3L) {
        grow(known);
        at = at(hash);
      }
      known = size == known.length ? Arrays.copyOf(known, 2 * size) : known;
      known[size++] = hash;
      hashes = known;
    }
    slots[at] = (hash & ~numbers) | (number + 1);
  }

  /** What was put in, in order; a table that is closed does not know it any more. */
  long[] hashes() {
    long[] known = hashes;
    if (known == null) {
      throw new IllegalStateException("the table is closed");
    }
    return Arrays.copyOf(known, size);
  }

  /** Nothing more will be put in. */
  void close() {
    hashes = null;
  }

  /** Bytes held. */
  long bytes() {
    long[] known = hashes;
    return (slots.length + (known == null ? 0 : known.length)) * 8L;
  }

  /** Where a hash stands or would be put. */
  private int at(long hash) {
    long[] all = slots;
    int mask = all.length - 1;
    int at = (int) hash & mask;
    while (all[at] != 0 && (all[at] ^ hash) >>> bits != 0) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow(long[] known) {
    long[] old = new long[size];
    for (int i = 0; i < size; i++) {
      old[i] = slots[at(known[i])] & numbers;
    }
    slots = new long[slots.length * 2];
    for (int i = 0; i < size; i++) {
      slots[at(known[i])] = (known[i] & ~numbers) | old[i];
    }
  }
}
