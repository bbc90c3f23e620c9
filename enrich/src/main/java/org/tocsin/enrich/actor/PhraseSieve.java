package org.tocsin.enrich.actor;

import java.util.BitSet;
import org.tocsin.enrich.text.Words;

/**
 * Tells, hardly ever wrongly so, where in a text phrases of some tables begin, by each word and the
 * next one: bits of their hashes, few enough to stay in the cache, where half a million phrases do
 * not. Of a hundred words two or three are left to look up.
 *
 * <p>What comes through is gathered without branches: which words do is just what a processor
 * cannot foresee, and without them it fetches the bits of many words at once.
 */
final class PhraseSieve {
  /** Any word up to this length may be small inside a name, and so begin one: {@code al-Qaida}. */
  private static final int BRIEF = 3;

  /** The same where folding may have made it longer than it is in the text. */
  private static final int BRIEF_FOLDED = 5;

  private static final int FIRSTS = 1 << 13;
  private static final int SMALL_FIRSTS = 1 << 10;
  private static final int PAIRS = 1 << 17;
  private static final int SMALL_PAIRS = 1 << 13;

  // Each of 64 bits. Words that may begin phrases even when written small stand behind the others
  // a second time: they are few, and so their bits are.
  private final long[] firsts;
  private final long[] singles;
  private final long[] pairs;

  /** An empty one. */
  PhraseSieve() {
    firsts = new long[FIRSTS + SMALL_FIRSTS];
    singles = new long[FIRSTS];
    pairs = new long[PAIRS + SMALL_PAIRS];
  }

  /** One that holds what another one does, and takes more. */
  PhraseSieve(PhraseSieve other) {
    firsts = other.firsts.clone();
    singles = other.singles.clone();
    pairs = other.pairs.clone();
  }

  /**
   * Takes in a phrase of a word or more.
   *
   * @param small whether its first word counts when written small as well
   */
  void add(Words phrase, boolean small) {
    long first = phrase.key(0);
    long pair = phrase.size() > 1 ? pair(first, phrase.key(1)) : 0;
    add(first, pair, false);
    if (small || brief(phrase)) {
      add(first, pair, true);
    }
    if (phrase.size() == 1) {
      singles[place(first, FIRSTS)] |= bit(first);
    }
  }

  private void add(long first, long pair, boolean small) {
    firsts[firstPlace(first, small)] |= bit(first);
    if (pair != 0) {
      pairs[pairPlace(pair, small)] |= bits(pair);
    }
  }

  private static boolean brief(Words phrase) {
    int length = phrase.end(0) - phrase.start(0);
    boolean plain = phrase.between(0, 1).chars().allMatch(unit -> unit < 128);
    return length <= (plain ? BRIEF : BRIEF_FOLDED);
  }

  /** The words of a text that phrases may begin with. */
  BitSet beginnings(Words words) {
    int[] found = new int[words.size()];
    int firsts = firsts(words, found);
    int left = 0;
    for (int i = 0; i < firsts; i++) {
      int at = found[i];
      found[left] = at;
      left += begins(words, at);
    }
    BitSet beginnings = new BitSet(words.size());
    for (int i = 0; i < left; i++) {
      beginnings.set(found[i]);
    }
    return beginnings;
  }

  /** Notes the words that are first ones of phrases; answers how many there are. */
  private int firsts(Words words, int[] found) {
    int count = 0;
    for (int at = 0; at < words.size(); at++) {
      long key = words.key(at);
      long bits = firsts[firstPlace(key, words.small(at))] >>> key;
      found[count] = at;
      count += (int) bits & 1 | (words.caseless(at) ? 1 : 0);
    }
    return count;
  }

  /** 1 where a phrase may begin with a first word, 0 where none does. */
  private int begins(Words words, int at) {
    long key = words.key(at);
    boolean small = words.small(at);
    long pair = at + 1 < words.size() ? pair(key, words.key(at + 1)) : 0;
    long wanted = bits(pair);
    int goesOn = (pairs[pairPlace(pair, small)] & wanted) == wanted ? 1 : 0;
    int single = (int) (singles[place(key, FIRSTS)] >>> key) & (small ? 0 : 1);
    return goesOn | single | (PhraseTable.arabic(words, at) ? 1 : 0);
  }

  /** Whether a phrase of one word may be this one. */
  boolean single(long word) {
    return (singles[place(word, FIRSTS)] & bit(word)) != 0;
  }

  /** Bytes held. */
  long bytes() {
    return (0L + firsts.length + singles.length + pairs.length) * Long.BYTES;
  }

  private static int firstPlace(long word, boolean small) {
    return small ? FIRSTS + place(word, SMALL_FIRSTS) : place(word, FIRSTS);
  }

  private static int pairPlace(long pair, boolean small) {
    return small ? PAIRS + place(pair, SMALL_PAIRS) : place(pair, PAIRS);
  }

  private static int place(long hash, int size) {
    return (int) (hash >>> 40) & size - 1;
  }

  private static long pair(long first, long second) {
    return (first * 31 + second) * 0x9e3779b97f4a7c15L;
  }

  private static long bit(long hash) {
    return 1L << hash;
  }

  /** Two bits of one number: for the same memory a third of the false hits. */
  private static long bits(long hash) {
    return 1L << (hash >>> 20) | 1L << (hash >>> 26);
  }
}
