package org.tocsin.enrich.actor;

/**
 * A map from hashes to small numbers in one plain array, key and number side by side so that a look
 * costs one cache line: 16 bytes a slot and no objects.
 */
final class HashTable {
  static final int ABSENT = -1;

  private long[] slots = new long[2 * 1024];
  private int size;

  /** The value under a hash, or {@link #ABSENT}. */
  int get(long key) {
    int at = at(key);
    return slots[at] == 0 ? ABSENT : (int) slots[at + 1];
  }

  void put(long key, int value) {
    if ((size + 1) * 5L > slots.length / 2 * 3L) {
      grow();
    }
    int at = at(key);
    size += slots[at] == 0 ? 1 : 0;
    slots[at] = key;
    slots[at + 1] = value;
  }

  /** Where a key stands or would be put. */
  private int at(long key) {
    long[] all = slots;
    int mask = all.length - 1;
    int at = (int) key << 1 & mask;
    while (all[at] != 0 && all[at] != key) {
      at = at + 2 & mask;
    }
    return at;
  }

  int size() {
    return size;
  }

  /** Bytes held. */
  long bytes() {
    return slots.length * 8L;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    size = 0;
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0) {
        put(old[i], (int) old[i + 1]);
      }
    }
  }
}
