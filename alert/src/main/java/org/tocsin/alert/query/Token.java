package org.tocsin.alert.query;

import java.util.Set;

/**
 * A piece of a query as the lexer cuts it.
 *
 * @param text the word without its asterisk, the phrase without its quotes, the field without its
 *     colon
 * @param start where it begins in the query
 * @param end one past its last code unit in the query
 * @param exact whether the form as written is wanted: {@code =threats}
 * @param gap of {@code NEAR/8} and {@code "…"~8}; -1 for others
 */
record Token(Kind kind, String text, int start, int end, boolean exact, int gap) {
  enum Kind {
    WORD,
    PREFIX,
    PHRASE,
    WINDOW,
    FIELD,
    AND,
    OR,
    NOT,
    NEAR,
    OPEN,
    CLOSE,
    END
  }

  Token(Kind kind, String text, int start, int end) {
    this(kind, text, start, end, false, -1);
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** Whether a clause, a group or a negation may begin here. */
  boolean beginsOperand() {
    return switch (kind) {
      case WORD, PREFIX, PHRASE, WINDOW, FIELD, OPEN, NOT -> true;
      case AND, OR, NEAR, CLOSE, END -> false;
    };
  }

  /** Whether a clause or a group may end here. */
  boolean endsOperand() {
    return switch (kind) {
      case WORD, PREFIX, PHRASE, WINDOW, CLOSE -> true;
      case AND, OR, NOT, NEAR, FIELD, OPEN, END -> false;
    };
  }

  /** Whether an operator seems to be meant: {@code or}, not in quotes and not in capitals. */
  boolean isSmallOperator() {
    return kind == Kind.WORD && !exact && Set.of("and", "or", "not").contains(text);
  }

  /** Where the text begins in the query, behind a quote mark and an equals sign. */
  int textStart() {
    boolean quoted = kind == Kind.PHRASE || kind == Kind.WINDOW;
    return start + (exact ? 1 : 0) + (quoted ? 1 : 0);
  }
}
