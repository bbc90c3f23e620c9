package org.tocsin.enrich.statement;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of the reporter, quotations collapsed: {@code [QUOTE] [Roe] [said] [STOP]}. Asked
 * outside its bounds it answers as if there were nothing, so that rules need no bound checks.
 */
final class Sentence {
  private final Piece[] pieces;
  private final Lexeme[] lexemes;
  private final boolean titleCase;
  private final int words;

  Sentence(List<Piece> pieces) {
    this.pieces = pieces.toArray(new Piece[0]);
    this.lexemes = new Lexeme[this.pieces.length];
    int count = 0;
    for (int at = 0; at < lexemes.length; at++) {
      lexemes[at] = this.pieces[at].lexeme();
      count += this.pieces[at].words();
    }
    this.words = count;
    this.titleCase = mostlyCapitals();
  }

  int size() {
    return pieces.length;
  }

  /** How many words, those inside quotations included. */
  int words() {
    return words;
  }

  Piece piece(int at) {
    return pieces[at];
  }

  boolean has(int at) {
    return at >= 0 && at < pieces.length;
  }

  boolean is(int at, Piece.Kind kind) {
    return has(at) && pieces[at].kind() == kind;
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
    return has(at) && pieces[at].capital();
  }

  /** The folded word there, or an empty string. */
  String folded(int at) {
    return has(at) ? pieces[at].folded() : "";
  }

  /** What the language knows of the word there. */
  Lexeme lexeme(int at) {
    return has(at) ? lexemes[at] : Lexeme.UNKNOWN;
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
    return pieces[0].start();
  }

  int end() {
    return pieces[pieces.length - 1].end();
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
    return titleCase;
  }

  /** Whether it is set in capitals, which then tell no names. */
  boolean shouting() {
    int words = 0;
    int loud = 0;
    for (Piece piece : pieces) {
      if (piece.word() && piece.end() - piece.start() > 3) {
        words++;
        loud += piece.text().equals(piece.text().toUpperCase(Locale.ROOT)) ? 1 : 0;
      }
    }
    return words > 2 && loud * 4 > words * 3;
  }

  private boolean mostlyCapitals() {
    int words = 0;
    int capitals = 0;
    for (Piece piece : pieces) {
      if (piece.word() && piece.end() - piece.start() > 3) {
        words++;
        capitals += piece.capital() ? 1 : 0;
      }
    }
    return words > 2 && capitals * 4 > words * 3;
  }
}
