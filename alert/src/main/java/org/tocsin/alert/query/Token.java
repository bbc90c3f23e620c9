package org.tocsin.alert.query;

/**
 * A piece of a query as the lexer cuts it.
 *
 * @param text the word without its asterisk, the phrase without its quotes, the field without its
 *     colon
 * @param start where it begins in the query
 * @param end one past its last code unit in the query
 */
record Token(Kind kind, String text, int start, int end) {
  enum Kind {
    WORD,
    PREFIX,
    PHRASE,
    FIELD,
    AND,
    OR,
    NOT,
    OPEN,
    CLOSE,
    END
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** Whether a clause, a group or a negation may begin here. */
  boolean beginsOperand() {
    return switch (kind) {
      case WORD, PREFIX, PHRASE, FIELD, OPEN, NOT -> true;
      case AND, OR, CLOSE, END -> false;
    };
  }
}
