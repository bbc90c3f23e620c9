package org.tocsin.enrich.country;

/**
 * From the key of a word to a number, 0 for a word not in it. Flat, with a sieve of 65,536 bits in
 * front that turns most words away at the cost of one look.
 */
final class KeyMap {
  private long[] keys = new long[1 << 8];
  private int[] numbers = new int[1 << 8];
  private final long[] sieve = new long[1 << 10];
  private int used;

  int get(long key) {
    int bit = (int) (key >>> 48);
    return (sieve[bit >>> 6] & (1L << bit)) == 0 ? 0 : find(key);
  }

  private int find(long key) {
    int mask = keys.length - 1;
    for (int slot = (int) key & mask; numbers[slot] != 0; slot = (slot + 1) & mask) {
      if (keys[slot] == key) {
        return numbers[slot];
      }
    }
    return 0;
  }

  void or(long key, int bits) {
    int bit = (int) (key >>> 48);
    sieve[bit >>> 6] |= 1L << bit;
    set(key, find(key) | bits);
  }

  private void set(long key, int number) {
    if (used * 2 >= keys.length) {
      grow();
    }
    int mask = keys.length - 1;
    int slot = (int) key & mask;
    while (numbers[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    used += numbers[slot] == 0 ? 1 : 0;
    keys[slot] = key;
    numbers[slot] = number;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[oldKeys.length * 2];
    numbers = new int[oldKeys.length * 2];
    used = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNumbers[i] != 0) {
        set(oldKeys[i], oldNumbers[i]);
      }
    }
  }
}
