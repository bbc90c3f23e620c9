package org.tocsin.enrich.text;

import java.util.Collection;
import java.util.List;

/**
 * A set of words by their {@linkplain Words#whole keys}: whether a word of a text is one of {@code
 * the, a, an} is one look into a flat array.
 */
public final class KeySet {
  private final long[] keys;
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

  /** An empty set that so many words can be added to. */
  public static KeySet ofAtMost(int words) {
    return new KeySet(words);
  }

  /** Adds a word; one that is in it already changes nothing. */
  public void add(long key) {
    int slot = slot(key);
    if (keys[slot] == 0) {
      if (++size == keys.length) {
        throw new IllegalStateException("more words than expected: " + size);
      }
      keys[slot] = key;
    }
  }

  /** Whether a word is in it. */
  public boolean contains(long key) {
    return keys[slot(key)] != 0;
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
}
