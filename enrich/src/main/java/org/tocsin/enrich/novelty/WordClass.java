package org.tocsin.enrich.novelty;

/** What a word does in a statement, kept in the last three bits of its {@link Term}. */
enum WordClass {
  FUNCTION(0),
  CONTENT(1),
  /** Somebody or some place, as far as a capital tells. */
  NAME(2),
  NUMBER(3),
  CALENDAR(4),
  MODAL(5),
  NEGATION(6),
  /** A content word that has an opposite: {@code rise}, {@code fall}. */
  OPPOSITE(7);

  private static final WordClass[] BY_CODE = new WordClass[8];

  static {
    for (WordClass kind : values()) {
      BY_CODE[kind.code] = kind;
    }
  }

  /** How it is stored; never to be changed. */
  final int code;

  WordClass(int code) {
    this.code = code;
  }

  /** The class of a term. */
  static WordClass of(int term) {
    return BY_CODE[term & 7];
  }

  /** Whether it is a value that may not differ between a statement and its repeat. */
  boolean isFact() {
    return this == NUMBER || this == CALENDAR || this == MODAL || this == NEGATION;
  }

  /** Whether it is a word that says what the statement is about. */
  boolean isContent() {
    return this == CONTENT || this == NAME || this == NUMBER || this == OPPOSITE;
  }
}
