package org.tocsin.enrich.actor;

import java.util.Arrays;

/**
 * A map from hashes to small numbers in two plain arrays, 12 bytes a slot: half a million phrases
 * take some 30 MB and no objects.
 */
final class HashTable {
  static final int ABSENT = -1;

  private long[] keys = new long[1024];
  private int[] values = new int[1024];
  private int size;

  /** The value under a hash, or {@link #ABSENT}. */
  int get(long key) {
    int mask = keys.length - 1;
    for (int slot = (int) key & mask; keys[slot] != 0; slot = (slot + 1) & mask) {
      if (keys[slot] == key) {
        return values[slot];
      }
    }
    return ABSENT;
  }

  void put(long key, int value) {
    if ((size + 1) * 5L > keys.length * 3L) {
      grow();
    }
    int mask = keys.length - 1;
    int slot = (int) key & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    if (keys[slot] == 0) {
      keys[slot] = key;
      size++;
    }
    values[slot] = value;
  }

  int size() {
    return size;
  }

  /** Bytes held. */
  long bytes() {
    return keys.length * 12L;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = Arrays.copyOf(values, values.length);
    keys = new long[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        put(oldKeys[i], oldValues[i]);
      }
    }
  }
}
