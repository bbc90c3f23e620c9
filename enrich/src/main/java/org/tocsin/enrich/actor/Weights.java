package org.tocsin.enrich.actor;

import java.util.function.IntPredicate;
import org.tocsin.enrich.actor.Lexicon.Kind;

/**
 * What the kinds of a word weigh: the sum for each combination of the kinds that tell of names,
 * added up beforehand, so that a rule looks at all of them at once. In tenths, as all weights of
 * signs are: their sums are exact.
 */
final class Weights {
  private static final int LOWEST = Integer.numberOfTrailingZeros(Kind.MODIFIER.bit());
  private static final int TELLING = 11;
  private static final int COMBINATIONS = 1 << TELLING;

  private final int[] sums = new int[COMBINATIONS];

  /** Adds a weight for words of at least one of some kinds. */
  Weights any(int weight, int kinds) {
    return when(weight, word -> (word & kinds) != 0);
  }

  /** Adds a weight for words of one of some kinds and of none of others. */
  Weights but(int weight, int kinds, int others) {
    return when(weight, word -> (word & kinds) != 0 && (word & others) == 0);
  }

  /** Adds a weight for words of one of some kinds and of one of others. */
  Weights both(int weight, int kinds, int others) {
    return when(weight, word -> (word & kinds) != 0 && (word & others) != 0);
  }

  /** Adds the weights of others. */
  Weights with(Weights others) {
    for (int i = 0; i < COMBINATIONS; i++) {
      sums[i] += others.sums[i];
    }
    return this;
  }

  private Weights when(int weight, IntPredicate kinds) {
    for (int i = 0; i < COMBINATIONS; i++) {
      sums[i] += kinds.test(i << LOWEST) ? weight : 0;
    }
    return this;
  }

  /** What a word weighs by all its kinds. */
  int of(int kinds) {
    return sums[kinds >>> LOWEST & COMBINATIONS - 1];
  }
}
