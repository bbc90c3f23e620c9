package org.tocsin.enrich.country;

import org.tocsin.enrich.text.Words;

/**
 * From the key of a word to a number, 0 for a word not in it: for some thousand words. Flat, with a
 * mark for each of them in front, so that most others are turned away by one look.
 */
final class KeyMap {
  private static final int MARKS = 1 << 14;

  private long[] keys = new long[1 << 8];
  private int[] numbers = new int[1 << 8];
  private final byte[] marks = new byte[MARKS];
  private int used;

  int get(long key) {
    return marks[mark(key)] == 0 ? 0 : find(key);
  }

  /**
   * A bit for each of 64 words of a text, from one on, that may be in it. Gathered without a branch
   * and to be walked afterwards: hardly any word is in it, and which one cannot be foreseen.
   */
  long marked(Words words, int from) {
    int to = Math.min(words.size(), from + Long.SIZE);
    long marked = 0;
    for (int i = from; i < to; i++) {
      long last = marks[mark(words.key(i))];
      marked = (marked >>> 1) | (last << (Long.SIZE - 1));
    }
    return marked >>> (from - to); // the last word has the highest bit so far
  }

  /** From other bits than the slot, so that a word need not pass both by chance. */
  private static int mark(long key) {
    return (int) (key >>> 32) & MARKS - 1;
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
    marks[mark(key)] = 1;
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
