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
  private final int[] traits;
  private final long[] low;
  private final long[] high;
  private final boolean titleCase;

  /** The traits of all pieces together: what no piece has need not be looked for. */
  private final int any;

  Sentence(List<Piece> pieces) {
    this.pieces = pieces.toArray(new Piece[0]);
    this.lexemes = new Lexeme[this.pieces.length];
    this.traits = new int[this.pieces.length];
    this.low = new long[this.pieces.length];
    this.high = new long[this.pieces.length];
    int seen = 0;
    for (int at = 0; at < traits.length; at++) {
      Piece piece = this.pieces[at];
      Lexeme lexeme = piece.lexeme();
      lexemes[at] = lexeme;
      traits[at] = piece.traits();
      low[at] = lexeme.low();
      high[at] = lexeme.high();
      seen |= traits[at];
    }
    this.any = seen;
    this.titleCase = mostlyCapitals();
  }

  int size() {
    return pieces.length;
  }

  Piece piece(int at) {
    return pieces[at];
  }

  boolean has(int at) {
    return at >= 0 && at < pieces.length;
  }

  private int traits(int at) {
    return at >= 0 && at < traits.length ? traits[at] : 0;
  }

  boolean is(int at, Piece.Kind kind) {
    return (traits(at) & kind.trait()) != 0;
  }

  boolean word(int at) {
    return (traits(at) & Traits.WORD) != 0;
  }

  boolean quote(int at) {
    return (traits(at) & Traits.QUOTE) != 0;
  }

  boolean comma(int at) {
    return (traits(at) & Traits.COMMA) != 0;
  }

  boolean capital(int at) {
    return (traits(at) & Traits.CAPITAL) != 0;
  }

  /** The folded word there, or an empty string. */
  String folded(int at) {
    return has(at) ? pieces[at].folded() : "";
  }

  /** What the language knows of the word there. */
  Lexeme lexeme(int at) {
    return at >= 0 && at < lexemes.length ? lexemes[at] : Lexeme.UNKNOWN;
  }

  boolean in(int at, WordClass wordClass) {
    return at >= 0
        && at < low.length
        && ((low[at] & wordClass.low()) | (high[at] & wordClass.high())) != 0;
  }

  /** Whether the word there is in one of some classes. */
  boolean in(int at, WordClasses any) {
    return at >= 0 && at < low.length && ((low[at] & any.low()) | (high[at] & any.high())) != 0;
  }

  @Nullable Verb verb(int at) {
    return lexeme(at).verb();
  }

  /** Whether the word there may attribute something by itself. */
  boolean cue(int at) {
    return (traits(at) & Traits.CUE) != 0;
  }

  boolean function(int at) {
    return (traits(at) & Traits.FUNCTION) != 0;
  }

  /** A word in small letters that may be part of a name: {@code van}, {@code dam}. */
  boolean small(int at) {
    return (traits(at) & (Traits.WORD | Traits.CAPITAL | Traits.FUNCTION)) == Traits.WORD;
  }

  /** A word in digits. */
  boolean number(int at) {
    return (traits(at) & Traits.NUMBER) != 0;
  }

  /** {@code visited}, {@code red}: a word that reads like a past tense. */
  boolean endsInEd(int at) {
    return (traits(at) & Traits.ED) != 0;
  }

  boolean endsInIng(int at) {
    return (traits(at) & Traits.ING) != 0;
  }

  /** {@code slowly}, {@code Kelly}: a word that reads like an adverb. */
  boolean endsInLy(int at) {
    return (traits(at) & Traits.LY) != 0;
  }

  boolean possessive(int at) {
    return (traits(at) & Traits.POSSESSIVE) != 0;
  }

  /** Whether an article hangs on the word there. */
  boolean elided(int at) {
    return (traits(at) & Traits.ELIDED) != 0;
  }

  boolean pronoun(int at) {
    return (traits(at) & Traits.PRONOUN) != 0;
  }

  /** Neither word nor quotation: where a clause may end. */
  boolean mark(int at) {
    return (traits(at) & (Traits.WORD | Traits.QUOTE)) == 0;
  }

  int start() {
    return pieces[0].start();
  }

  int end() {
    return pieces[pieces.length - 1].end();
  }

  /** Whether a quotation stands in it. */
  boolean quotes() {
    return (any & Traits.QUOTE) != 0;
  }

  /** Whether a word in it has a capital. */
  boolean capitals() {
    return (any & Traits.CAPITAL) != 0;
  }

  /** Whether a colon stands in it. */
  boolean colons() {
    return (any & Traits.COLON) != 0;
  }

  /** Whether something in it may tell that somebody said something. */
  boolean reports() {
    return (any & (Traits.QUOTE | Traits.COLON | Traits.CUE)) != 0;
  }

  /** Whether it holds quotations and nothing else but marks. */
  boolean bareQuotation() {
    return (any & (Traits.WORD | Traits.QUOTE)) == Traits.QUOTE;
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
    for (int each : traits) {
      if ((each & Traits.LONG) != 0) {
        words++;
        capitals += (each & Traits.CAPITAL) != 0 ? 1 : 0;
      }
    }
    return words > 2 && capitals * 4 > words * 3;
  }
}
