package org.tocsin.enrich.text;

/**
 * Some words of a text by their places, a bit each. What is true of words that stand beside one
 * another is found for 64 of them at once, by {@linkplain #ahead shifting}: {@code numbers.and(
 * capitals.ahead(1))} leaves the numbers before a word with a capital. What adds or keeps changes
 * the set and answers it; the others make a new one. No bounds are checked beyond the last row.
 */
public final class WordSet {
  private static final int BLOCK = Long.BYTES;

  private final long[] bits;

  /** How many words the text has. */
  private final int words;

  private WordSet(long[] bits, int words) {
    this.bits = bits;
    this.words = words;
  }

  /** None yet of so many words. */
  public WordSet(int words) {
    this(new long[words / Long.SIZE + 1], words);
  }

  /**
   * The words whose flags, a byte each, have at least one of some flags.
   *
   * @param first where the flags of the first word stand
   * @param words how many words there are
   */
  static WordSet flagged(byte[] flags, int first, int words, byte any) {
    WordSet found = new WordSet(words);
    for (int row = 0; row < found.bits.length; row++) {
      int from = first + row * Long.SIZE;
      boolean inside = from + Long.SIZE <= flags.length;
      found.bits[row] = inside ? row(flags, from, any) : lastRow(flags, from, any);
    }
    return found.cut();
  }

  private static long row(byte[] flags, int from, byte any) {
    long row = 0;
    for (int i = 0; i < Long.SIZE; i += BLOCK) {
      row |= EightLetters.any(EightLetters.inside(flags, from + i), any) << i;
    }
    return row;
  }

  /** The same where the flags may end. */
  private static long lastRow(byte[] flags, int from, byte any) {
    long row = 0;
    for (int i = 0; i < Long.SIZE; i += BLOCK) {
      row |= EightLetters.any(EightLetters.at(flags, from + i), any) << i;
    }
    return row;
  }

  /** The words whose flags, a byte each, have at least one of some flags. */
  public static WordSet flagged(byte[] flags, byte any) {
    return flagged(flags, 0, flags.length, any);
  }

  /** Clears what stands behind the last word. */
  private WordSet cut() {
    bits[words / Long.SIZE] &= (1L << words) - 1;
    return this;
  }

  public boolean has(int word) {
    return word >= 0
        && word / Long.SIZE < bits.length
        && (bits[word / Long.SIZE] >>> word & 1) != 0;
  }

  /** The first one that is not before a place; -1 where there is none. */
  public int next(int from) {
    int row = from / Long.SIZE;
    if (row >= bits.length) {
      return -1;
    }
    long left = bits[row] & -1L << from;
    while (left == 0) {
      if (++row == bits.length) {
        return -1;
      }
      left = bits[row];
    }
    return row * Long.SIZE + Long.numberOfTrailingZeros(left);
  }

  /** All of them in order. */
  public int[] places() {
    int[] places = new int[size()];
    int found = 0;
    for (int row = 0; row < bits.length; row++) {
      for (long rest = bits[row]; rest != 0; rest &= rest - 1) {
        places[found++] = row * Long.SIZE + Long.numberOfTrailingZeros(rest);
      }
    }
    return places;
  }

  /** All other words of the text. */
  public WordSet others() {
    long[] others = new long[bits.length];
    for (int i = 0; i < bits.length; i++) {
      others[i] = ~bits[i];
    }
    return new WordSet(others, words).cut();
  }

  /** How many they are. */
  public int size() {
    int size = 0;
    for (long row : bits) {
      size += Long.bitCount(row);
    }
    return size;
  }

  /**
   * Adds a word, or not.
   *
   * @param one 1 to add it, 0 to leave all as it is: which of the two is not decided by a branch
   */
  public void add(int word, int one) {
    bits[word / Long.SIZE] |= (long) one << word;
  }

  /** Takes a word out. */
  public void remove(int word) {
    bits[word / Long.SIZE] &= ~(1L << word);
  }

  /** Adds those of another set of the same text. */
  public WordSet or(WordSet others) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] |= others.bits[i];
    }
    return this;
  }

  /** Keeps those that are also in another set of the same text. */
  public WordSet and(WordSet others) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] &= others.bits[i];
    }
    return this;
  }

  /** Those from which one of these is so many words ahead, 63 at most. */
  public WordSet ahead(int steps) {
    long[] before = new long[bits.length];
    for (int i = 0; i < bits.length; i++) {
      long next = i + 1 < bits.length ? bits[i + 1] : 0;
      before[i] = bits[i] >>> steps | next << 1 << (Long.SIZE - 1 - steps);
    }
    return new WordSet(before, words);
  }

  /** Those from which one of these is ahead by up to so many words, and these themselves. */
  public WordSet near(int steps) {
    long[] near = new long[bits.length];
    long next = 0;
    for (int i = bits.length - 1; i >= 0; i--) {
      for (int by = 0; by <= steps; by++) {
        near[i] |= bits[i] >>> by | next << 1 << (Long.SIZE - 1 - by);
      }
      next = bits[i];
    }
    return new WordSet(near, words);
  }

  /**
   * Adds the words of another set that lead here step by step, each from a word to one ahead.
   *
   * @param stride how many words a step goes at most
   */
  public WordSet reachedBy(WordSet others, int stride) {
    long next = 0;
    for (int i = bits.length - 1; i >= 0; i--) {
      long reached = bits[i];
      long before;
      do {
        before = reached;
        for (int by = 1; by <= stride; by++) {
          reached |= (before >>> by | next << (Long.SIZE - by)) & others.bits[i];
        }
      } while (reached != before);
      bits[i] = reached;
      next = reached;
    }
    return this;
  }
}
