package org.tocsin.enrich.country;

import org.tocsin.enrich.text.Sieve;
import org.tocsin.enrich.text.Words;

/** From the key of a word to a number, 0 for a word not in it. Flat, with a sieve in front. */
final class KeyMap {
  private long[] keys = new long[1 << 8];
  private int[] numbers = new int[1 << 8];
  private final Sieve sieve;
  private int used;

  /** An empty one, its sieve of {@code 2^order} bits. */
  KeyMap(int order) {
    sieve = Sieve.ofOrder(order);
  }

  int get(long key) {
    return sieve.passes(key) == 0 ? 0 : find(key);
  }

  /** The first word of a text from one on that may be in it, or the number of words. */
  int next(Words words, int from) {
    return sieve.next(words, from);
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
    sieve.add(key);
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
