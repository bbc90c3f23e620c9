package org.tocsin.enrich.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A set of words by their {@linkplain Words#whole keys}: whether a word of a text is one of {@code
 * the, a, an} is one look into a flat array.
 */
public final class KeySet {
  /** Sets that are larger take too long to part. */
  private static final int MOST_PARTED = 256;

  /** How many places there are for a word at most. */
  private static final int ROOMIEST = 64;

  private long[] keys;
  private int size;

  /** Behind which of its bits a key says where it stands. */
  private int shift;

  /** Whether no word stands elsewhere than its key says. */
  private boolean parted;

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
    if (set.size <= MOST_PARTED) {
      set.part();
    }
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
    parted = false;
    keys[slot] = key;
    if (++size * 2 > keys.length) {
      grow();
    }
    return true;
  }

  /** Whether a word is in it. */
  public boolean contains(long key) {
    if (parted) {
      return keys[place(key)] == key && key != 0;
    }
    return keys[slot(key)] != 0;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** Where the key stands or would be put. */
  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = place(key);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private int place(long key) {
    return (int) (key >>> shift) & keys.length - 1;
  }

  /**
   * Gives each word a place of its own if it can, so that one comparison tells whether a word is in
   * the set, and nearly always that it is not: no branch that depends on what else stands there.
   */
  private void part() {
    long[] members = Arrays.stream(keys).filter(key -> key != 0).toArray();
    for (int room = keys.length; room <= ROOMIEST * members.length; room *= 2) {
      for (shift = 0; shift <= Integer.SIZE; shift++) {
        keys = new long[room];
        parted = Arrays.stream(members).allMatch(this::settle);
        if (parted) {
          return;
        }
      }
    }
    shift = 0;
    keys = new long[Integer.highestOneBit(Math.max(4, size) * 4)];
    Arrays.stream(members).forEach(key -> keys[slot(key)] = key);
  }

  private boolean settle(long key) {
    boolean free = keys[place(key)] == 0;
    keys[place(key)] = key;
    return free;
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
