package org.tocsin.enrich.text;

import java.util.Collection;
import java.util.List;

/**
 * A set of words by their {@linkplain Words#whole keys}: whether a word of a text is one of {@code
 * the, a, an} is one look into a flat array.
 */
public final class KeySet {
  private long[] keys;
  private int size;

  private KeySet(int expected) {
    keys = new long[Integer.highestOneBit(Math.max(4, expected) * 4)];
  }

  /** These words, folded as {@link Folding} does. */
  public static KeySet of(String... words) {
    return of(List.of(words));
  }

  /** The same. */
  public static KeySet of(Collection<String> words) {
    KeySet set = new KeySet(words.size());
    words.forEach(word -> set.add(Words.folded(word)));
    return set;
  }

  /** An empty set with room for so many words; more make it grow. */
  public static KeySet ofAtMost(int words) {
    return new KeySet(words);
  }

  /** Adds a word; whether it is new. */
  public boolean add(long key) {
    int slot = slot(key);
    if (keys[slot] != 0) {
      return false;
    }
    keys[slot] = key;
    if (++size * 2 > keys.length) {
      grow();
    }
    return true;
  }

  /** Adds all words of another set. */
  public void addAll(KeySet others) {
    for (long key : others.keys) {
      if (key != 0) {
        add(key);
      }
    }
  }

  /** Whether a word is in it. */
  public boolean contains(long key) {
    return keys[slot(key)] != 0;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** Where the key stands or would be put. */
  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) key & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = keys;
    keys = new long[old.length * 2];
    for (long key : old) {
      if (key != 0) {
        keys[slot(key)] = key;
      }
    }
  }
}
