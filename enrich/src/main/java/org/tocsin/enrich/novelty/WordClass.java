package org.tocsin.enrich.novelty;

/** What a word does in a statement, kept in the last three bits of its hash. */
enum WordClass {
  FUNCTION(0, 0.1),
  COMMON(1, 0.4),
  CONTENT(2, 1.0),
  /** A long or capitalised content word: names and terms tell statements apart best. */
  TELLING(3, 1.5),
  NUMBER(4, 1.2),
  CALENDAR(5, 0.6),
  MODAL(6, 0.1),
  NEGATION(7, 0.3);

  private static final int BITS = 0b111;
  private static final WordClass[] BY_CODE = new WordClass[BITS + 1];

  static {
    for (WordClass kind : values()) {
      BY_CODE[kind.code] = kind;
    }
  }

  /** How it is stored; never to be changed. */
  private final int code;

  /** How much sharing such a word says. */
  final double weight;

  WordClass(int code, double weight) {
    this.code = code;
    this.weight = weight;
  }

  /** The class of a hashed word. */
  static WordClass of(int word) {
    return BY_CODE[word & BITS];
  }

  /** A hashed word of this class. */
  int tag(long hash) {
    return ((int) (hash >>> 32) & ~BITS) | code;
  }

  boolean isContent() {
    return this == CONTENT || this == TELLING || this == NUMBER;
  }
}
