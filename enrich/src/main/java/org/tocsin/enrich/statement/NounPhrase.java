package org.tocsin.enrich.statement;

/**
 * A noun phrase in a sentence, as piece numbers from first to last: {@code [the] [Kremlin's]
 * [envoy]}.
 *
 * @param from first piece
 * @param to one past the last piece
 */
record NounPhrase(int from, int to) {
  NounPhrase {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("not a noun phrase: [" + from + ", " + to + ")");
    }
  }

  /** Whether another takes the same pieces. */
  boolean same(NounPhrase other) {
    return from == other.from && to == other.to;
  }
}
