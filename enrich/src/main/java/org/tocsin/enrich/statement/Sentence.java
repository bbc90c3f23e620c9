package org.tocsin.enrich.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of the reporter, quotations collapsed: {@code [QUOTE] [Roe] [said] [STOP]}. Asked
 * outside its bounds it answers as if there were nothing, so that rules need no bound checks.
 */
record Sentence(List<Piece> pieces) {
  Sentence {
    pieces = List.copyOf(pieces);
  }

  int size() {
    return pieces.size();
  }

  Piece piece(int at) {
    return pieces.get(at);
  }

  boolean has(int at) {
    return at >= 0 && at < pieces.size();
  }

  boolean is(int at, Piece.Kind kind) {
    return has(at) && pieces.get(at).kind() == kind;
  }

  boolean word(int at) {
    return is(at, Piece.Kind.WORD);
  }

  boolean quote(int at) {
    return is(at, Piece.Kind.QUOTE);
  }

  boolean comma(int at) {
    return is(at, Piece.Kind.COMMA);
  }

  boolean capital(int at) {
    return has(at) && pieces.get(at).capital();
  }

  /** The folded word there, or an empty string. */
  String folded(int at) {
    return has(at) ? pieces.get(at).folded() : "";
  }

  /** What the language knows of the word there. */
  Lexeme lexeme(int at) {
    return has(at) ? pieces.get(at).lexeme() : Lexeme.UNKNOWN;
  }

  boolean in(int at, WordClass wordClass) {
    return lexeme(at).in(wordClass);
  }

  @Nullable Verb verb(int at) {
    return lexeme(at).verb();
  }

  boolean function(int at) {
    return lexeme(at).function();
  }

  boolean pronoun(int at) {
    return lexeme(at).pronoun();
  }

  /** Neither word nor quotation: where a clause may end. */
  boolean mark(int at) {
    return !word(at) && !quote(at);
  }

  int start() {
    return pieces.get(0).start();
  }

  int end() {
    return pieces.get(pieces.size() - 1).end();
  }

  /** Whether it holds quotations and nothing else but marks. */
  boolean bareQuotation() {
    boolean quoted = false;
    for (Piece piece : pieces) {
      if (piece.word()) {
        return false;
      }
      quoted |= piece.kind() == Piece.Kind.QUOTE;
    }
    return quoted;
  }

  /** Whether nearly all longer words begin with capitals, as in headlines. */
  boolean titleCase() {
    int words = 0;
    int capitals = 0;
    for (Piece piece : pieces) {
      if (piece.word() && piece.text().length() > 3) {
        words++;
        capitals += piece.capital() ? 1 : 0;
      }
    }
    return words > 2 && capitals * 4 > words * 3;
  }
}
