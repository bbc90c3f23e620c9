package org.tocsin.enrich.text;

import org.jspecify.annotations.Nullable;

/**
 * What is known of words, or of phrases, by their keys: {@code Words.folded("general")} leads to
 * {@code "MIL"}. One flat table and no objects but the values, so that to ask costs one look. No
 * key is 0.
 *
 * @param <V> what is known
 */
public final class WordMap<V> {
  private static final int LEAST = 16;

  private long[] keys;
  private @Nullable Object[] values;
  private int size;

  /** For a few words; more make it grow. */
  public WordMap() {
    this(LEAST);
  }

  private WordMap(int slots) {
    keys = new long[slots];
    values = new Object[slots];
  }

  /** An empty one with room for so many words; more make it grow. */
  public static <V> WordMap<V> ofAtMost(int words) {
    return new WordMap<>(Integer.highestOneBit(Math.max(LEAST / 4, words)) * 4);
  }

  /** What is known of a word, or null. */
  @SuppressWarnings("unchecked") // only put writes values
  public @Nullable V get(long key) {
    return (V) values[slot(key)];
  }

  /** Puts a word in, or changes what is known of it. */
  public void put(long key, V value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int slot = slot(key);
    size += keys[slot] == 0 ? 1 : 0;
    keys[slot] = key;
    values[slot] = value;
  }

  /** Puts a word in unless something is known of it. */
  public void putIfAbsent(long key, V value) {
    if (get(key) == null) {
      put(key, value);
    }
  }

  /** Where the key stands or would be put. */
  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key ^ key >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    @Nullable Object[] old = values;
    keys = new long[oldKeys.length * 2];
    values = new Object[old.length * 2];
    for (int i = 0; i < old.length; i++) {
      if (old[i] != null) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = old[i];
      }
    }
  }
}
