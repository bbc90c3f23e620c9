package org.tocsin.enrich.actor;

import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.text.KeySet;
import org.tocsin.enrich.text.Words;

/**
 * The words that a text writes small somewhere. Few are asked for and few of those are there: bits
 * of all of them, and a look through the text where a bit is set, cost less than a set.
 */
final class SmallWords {
  private static final int SIZE = 256;

  /** After so many looks through the text a set is cheaper. */
  private static final int MOST_LOOKS = 16;

  private final Words words;
  private final long[] bits = new long[SIZE];
  private int looks;
  private @Nullable KeySet all;

  /** None yet of a text. */
  SmallWords(Words words) {
    this.words = words;
  }

  /**
   * Takes in a word of the text; all have to be before one is asked for.
   *
   * @param smalls 1 where it is written small, 0 where not
   */
  void add(long key, int smalls) {
    bits[place(key)] |= (long) smalls << key;
  }

  private static int place(long key) {
    return (int) (key >>> 40) & SIZE - 1;
  }

  /** Whether a word is among them, by its {@linkplain Words#whole key}. */
  boolean has(long key) {
    if ((bits[place(key)] & 1L << key) == 0) {
      return false;
    }
    KeySet known = all;
    if (known == null && ++looks > MOST_LOOKS) {
      known = words.inBothCases();
      all = known;
    }
    return known == null ? find(key) : known.contains(key);
  }

  private boolean find(long key) {
    for (int i = 0; i < words.size(); i++) {
      if (words.whole(i) == key && words.small(i)) {
        return true;
      }
    }
    return false;
  }
}
