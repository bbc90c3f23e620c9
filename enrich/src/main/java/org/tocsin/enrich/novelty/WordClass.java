package org.tocsin.enrich.novelty;

/** What a word does in a statement, kept in the last three bits of its hash. */
enum WordClass {
  FUNCTION(0.1),
  COMMON(0.4),
  CONTENT(1.0),
  /** A long or capitalised content word: names and terms tell statements apart best. */
  TELLING(1.5),
  NUMBER(1.2),
  CALENDAR(0.6),
  MODAL(0.1),
  NEGATION(0.3);

  private static final WordClass[] ALL = values();
  private static final int BITS = 0b111;

  /** How much sharing such a word says. */
  final double weight;

  WordClass(double weight) {
    this.weight = weight;
  }

  /** The class of a hashed word. */
  static WordClass of(int word) {
    return ALL[word & BITS];
  }

  /** A hashed word of this class. */
  int tag(long hash) {
    return ((int) (hash >>> 32) & ~BITS) | ordinal();
  }

  boolean isContent() {
    return this == CONTENT || this == TELLING || this == NUMBER;
  }
}
