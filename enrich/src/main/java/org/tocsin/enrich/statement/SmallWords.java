package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.List;

/**
 * The words that an article writes in small letters, those inside quotations included. A sieve of
 * bits, filled as the words are read, says of nearly all others at once that they are none; only
 * the rest are looked for.
 */
final class SmallWords {
  private static final int BITS = 12;

  private final List<Sentence> sentences = new ArrayList<>();
  private final long[] sieve = new long[1 << (BITS - 6)];

  /** Takes the words of some more sentences into account. */
  void add(List<Sentence> more) {
    sentences.addAll(more);
  }

  /** Takes a word into the sieve that is going to stand in one of the sentences. */
  void sift(Written word) {
    int bit = bit(word.key());
    long small = (word.traits() & (Traits.CAPITAL | Traits.FUNCTION)) == 0 ? 1 : 0;
    sieve[bit >>> 6] |= small << bit;
  }

  /** Whether a word by its {@linkplain Written#key key} is among them. */
  boolean has(long key) {
    int bit = bit(key);
    return (sieve[bit >>> 6] & (1L << bit)) != 0 && found(key);
  }

  private static int bit(long key) {
    return (int) (key >>> (Long.SIZE - BITS));
  }

  private boolean found(long key) {
    for (Sentence sentence : sentences) {
      for (int at = 0; at < sentence.size(); at++) {
        boolean word = sentence.small(at) && sentence.piece(at).written().key() == key;
        if (word || (sentence.quote(at) && inside(sentence.piece(at), key))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean inside(Piece quote, long key) {
    for (Written word : quote.inner()) {
      if (word.key() == key && word.small()) {
        return true;
      }
    }
    return false;
  }
}
