package org.tocsin.enrich.actor;

import org.tocsin.enrich.text.Sieve;
import org.tocsin.enrich.text.WordSet;
import org.tocsin.enrich.text.Words;

/**
 * Tells, hardly ever wrongly so, where in a text phrases of some tables begin, by each word and the
 * next one: bits of their hashes, few enough to stay in the cache, where half a million phrases do
 * not. Of a hundred words two are left to look up.
 *
 * <p>What comes through is gathered as bits, without branches: which words do is just what a
 * processor cannot foresee, and without them it fetches the bits of many words at once.
 */
final class PhraseSieve {
  /** Any word up to this length may be small inside a name, and so begin one: {@code al-Qaida}. */
  private static final int BRIEF = 3;

  /** The same where folding may have made it longer than it is in the text. */
  private static final int BRIEF_FOLDED = 5;

  /** Phrases of one word. */
  private final Sieve singles;

  /** First words of other phrases with second ones. */
  private final Sieve pairs;

  /** First words of phrases that may begin with a small letter: of a hundred words, twenty. */
  private final Sieve smallFirsts;

  /** The same with second ones: fewer than all pairs, and so nearer at hand. */
  private final Sieve smallPairs;

  /** An empty one. */
  PhraseSieve() {
    singles = Sieve.ofOrder(19);
    pairs = Sieve.ofOrder(23);
    smallFirsts = Sieve.ofOrder(16);
    smallPairs = Sieve.ofOrder(19);
  }

  /** One that holds what another one does, and takes more. */
  PhraseSieve(PhraseSieve other) {
    singles = other.singles.copy();
    pairs = other.pairs.copy();
    smallFirsts = other.smallFirsts.copy();
    smallPairs = other.smallPairs.copy();
  }

  /**
   * Takes in a phrase of a word or more.
   *
   * @param small whether its first word counts when written small as well
   */
  void add(Words phrase, boolean small) {
    if (phrase.size() == 1) {
      singles.add(phrase.key(0)); // a name of one word is never written small
      return;
    }
    long pair = pair(phrase.key(0), phrase.key(1));
    pairs.add(pair);
    if (small || brief(phrase)) {
      smallFirsts.add(phrase.key(0));
      smallPairs.add(pair);
    }
  }

  private static boolean brief(Words phrase) {
    int length = phrase.end(0) - phrase.start(0);
    boolean plain = phrase.between(0, 1).chars().allMatch(unit -> unit < 128);
    return length <= (plain ? BRIEF : BRIEF_FOLDED);
  }

  /** The words of a text that phrases may begin with. */
  WordSet beginnings(Words words) {
    WordSet found = new WordSet(words.size());
    for (int from = 0; from < words.size(); from += Long.SIZE) {
      for (long left = smalls(words, from); left != 0; left &= left - 1) {
        int at = from + Long.numberOfTrailingZeros(left);
        long pair = pair(words, at);
        found.add(at, smallPairs.passes(pair) & pairs.passes(pair));
      }
    }
    for (int at : words.raised()) {
      found.add(at, begins(words, at));
    }
    return found;
  }

  /** A bit for each of 64 words, from one on, that is small and the first one of phrases. */
  private long smalls(Words words, int from) {
    int to = Math.min(words.size(), from + Long.SIZE);
    long firsts = 0;
    for (int at = from; at < to; at++) {
      long last = smallFirsts.passes(words.key(at)) & words.smalls(at);
      firsts = firsts >>> 1 | last << (Long.SIZE - 1);
    }
    return firsts >>> (from - to); // the last word has the highest bit so far
  }

  /** 1 where a phrase may begin with a word that is not small, 0 where none does. */
  private int begins(Words words, int at) {
    long key = words.key(at);
    int begun = singles.passes(key) | pairs.passes(pair(words, at));
    return words.caseless(at) && PhraseTable.arabic(words, at) ? 1 : begun;
  }

  private static long pair(Words words, int at) {
    return pair(words.key(at), at + 1 < words.size() ? words.key(at + 1) : 0);
  }

  /** Whether a phrase of one word may be this one. */
  boolean single(long word) {
    return singles.passes(word) != 0;
  }

  private static long pair(long first, long second) {
    return (first * 31 + second) * 0x9e3779b97f4a7c15L;
  }

  /** Bytes held. */
  long bytes() {
    return singles.bytes() + pairs.bytes() + smallFirsts.bytes() + smallPairs.bytes();
  }
}
