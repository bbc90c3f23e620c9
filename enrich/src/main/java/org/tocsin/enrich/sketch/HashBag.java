package org.tocsin.enrich.sketch;

import java.util.Arrays;

/** A growing list of hashes without boxes, and the set of their upper halves beside it. */
final class HashBag {
  private long[] values;
  private int size;
  private int[] table;

  /** The upper halves in the order they came first. */
  private int[] halves;

  private int distinct;

  /** An empty list with room for about so many values. */
  HashBag(int room) {
    values = new long[Math.max(16, room)];
    halves = new int[Math.max(16, room)];
    table = new int[Integer.highestOneBit(Math.max(16, room)) * 4];
  }

  /** Adds a hash at the end. */
  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size] = value;
    size++;
    mark((int) (value >>> 32));
  }

  private void mark(int half) {
    if (distinct * 2 >= table.length) {
      grow();
    }
    int slot = slot(half);
    if (table[slot] == 0 && half != 0) {
      table[slot] = half;
      if (distinct == halves.length) {
        halves = Arrays.copyOf(halves, distinct * 2);
      }
      halves[distinct] = half;
      distinct++;
    }
  }

  private int slot(int half) {
    int mask = table.length - 1;
    int slot = half & mask;
    while (table[slot] != 0 && table[slot] != half) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] old = table;
    table = new int[old.length * 2];
    for (int half : old) {
      if (half != 0) {
        table[slot(half)] = half;
      }
    }
  }

  /** All values in the order they came; only the first {@link #size} count. */
  long[] values() {
    return values;
  }

  int size() {
    return size;
  }

  /** Number of different values. */
  int distinct() {
    return distinct;
  }

  /** The upper halves without one of these bits, each once. */
  IntBag halvesWithout(int bits) {
    int[] some = new int[distinct + 1];
    int count = 0;
    // Written first and counted then: the condition is a coin's toss, which no processor guesses.
    for (int i = 0; i < distinct; i++) {
      some[count] = halves[i];
      count += (halves[i] & bits) == 0 ? 1 : 0;
    }
    return new IntBag(some, count);
  }
}
