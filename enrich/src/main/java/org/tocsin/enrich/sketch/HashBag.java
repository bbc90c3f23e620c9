package org.tocsin.enrich.sketch;

import java.util.Arrays;

/** A growing list of longs without boxes, and a set of them beside it. */
final class HashBag {
  private long[] values;
  private int size;
  private long[] table;
  private int distinct;

  /** An empty list with room for about so many values. */
  HashBag(int room) {
    values = new long[Math.max(16, room)];
    table = new long[Integer.highestOneBit(Math.max(16, room)) * 4];
  }

  /** Adds a value at the end; returns whether it is the first of its kind. */
  boolean add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size] = value;
    size++;
    return mark(value == 0 ? 1 : value);
  }

  private boolean mark(long value) {
    if (distinct * 2 >= table.length) {
      grow();
    }
    int slot = slot(value);
    if (table[slot] == value) {
      return false;
    }
    table[slot] = value;
    distinct++;
    return true;
  }

  private int slot(long value) {
    int mask = table.length - 1;
    int slot = (int) value & mask;
    while (table[slot] != 0 && table[slot] != value) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    for (long value : old) {
      if (value != 0) {
        table[slot(value)] = value;
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

  int distinct() {
    return distinct;
  }
}
