package org.tocsin.enrich.statement;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of the reporter, quotations collapsed: {@code [QUOTE] [Roe] [said] [STOP]}. Asked
 * outside its bounds it answers as if there were nothing, so that rules need no bound checks.
 */
final class Sentence {
  private static final int LITTLE_CAPITAL = Traits.FUNCTION | Traits.CAPITAL;
  private static final int LONG_CAPITAL = Traits.LONG | Traits.CAPITAL;

  private final Piece[] pieces;
  private final int[] traits;
  private final long[] low;
  private final long[] high;

  /** Where it begins among the pieces of its paragraph. */
  private final int from;

  private final int size;
  private final boolean titleCase;

  /** Whether a little word behind the first has a capital. */
  private final boolean raised;

  /** The classes of all words together. */
  private final long anyLow;

  private final long anyHigh;

  /** The traits of all pieces together: what no piece has need not be looked for. */
  private final int any;

  Sentence(List<Piece> pieces) {
    this(Pieces.of(pieces), 0, pieces.size());
  }

  /** Of all pieces of a paragraph, which are not to change any more. */
  Sentence(Pieces all, int from, int to) {
    this.pieces = all.all();
    this.traits = all.traits();
    this.low = all.low();
    this.high = all.high();
    this.from = from;
    this.size = to - from;
    int seen = 0;
    long seenLow = 0;
    long seenHigh = 0;
    int words = 0;
    int capitals = 0;
    int little = 0;
    for (int at = from; at < to; at++) {
      int each = traits[at];
      seen |= each;
      seenLow |= low[at];
      seenHigh |= high[at];
      little += at > from && (each & LITTLE_CAPITAL) == LITTLE_CAPITAL ? 1 : 0;
      words += (each & Traits.LONG) == 0 ? 0 : 1;
      capitals += (each & LONG_CAPITAL) == LONG_CAPITAL ? 1 : 0;
    }
    this.any = seen;
    this.anyLow = seenLow;
    this.anyHigh = seenHigh;
    this.raised = little > 0;
    this.titleCase = words > 2 && capitals * 4 > words * 3;
  }

  int size() {
    return size;
  }

  Piece piece(int at) {
    return pieces[from + at];
  }

  boolean has(int at) {
    return at >= 0 && at < size;
  }

  private int traits(int at) {
    return at >= 0 && at < size ? traits[from + at] : 0;
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
    return has(at) ? pieces[from + at].folded() : "";
  }

  /** What the language knows of the word there. */
  Lexeme lexeme(int at) {
    return has(at) ? pieces[from + at].lexeme() : Lexeme.UNKNOWN;
  }

  boolean in(int at, WordClass wordClass) {
    return at >= 0
        && at < size
        && ((low[from + at] & wordClass.low()) | (high[from + at] & wordClass.high())) != 0;
  }

  /** Whether the word there is in one of some classes. */
  boolean in(int at, WordClasses any) {
    return at >= 0
        && at < size
        && ((low[from + at] & any.low()) | (high[from + at] & any.high())) != 0;
  }

  @Nullable Verb verb(int at) {
    return (traits(at) & Traits.VERB) != 0 ? pieces[from + at].lexeme().verb() : null;
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

  /** {@code to}, of an infinitive or a preposition. */
  boolean to(int at) {
    return (traits(at) & Traits.TO) != 0;
  }

  /** {@code no}. */
  boolean no(int at) {
    return (traits(at) & Traits.NO) != 0;
  }

  /** {@code voters}, {@code always}, but not {@code press}: a word that reads like a plural. */
  boolean endsInOneS(int at) {
    return (traits(at) & (Traits.S | Traits.SS)) == Traits.S;
  }

  /** {@code voters}, {@code press}. */
  boolean endsInS(int at) {
    return (traits(at) & Traits.S) != 0;
  }

  /** Whether a phrase before a source may begin with the word there. */
  boolean source(int at) {
    return (traits(at) & Traits.SOURCE) != 0;
  }

  /** {@code as}, of a role or a clause. */
  boolean as(int at) {
    return (traits(at) & Traits.AS) != 0;
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
    return pieces[from].start();
  }

  int end() {
    return pieces[from + size - 1].end();
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

  /** Whether a cue or a colon stands there, which alone attribute without a quotation. */
  boolean opens(int at) {
    return (traits(at) & (Traits.COLON | Traits.CUE)) != 0;
  }

  /** Whether a little word behind the first has a capital, as a first name has. */
  boolean raises() {
    return raised;
  }

  /** Whether a word of that class stands in it. */
  boolean holds(WordClass wordClass) {
    return ((anyLow & wordClass.low()) | (anyHigh & wordClass.high())) != 0;
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
    for (int at = from; at < from + size; at++) {
      Piece piece = pieces[at];
      if (piece.word() && piece.end() - piece.start() > 3) {
        words++;
        loud += piece.text().equals(piece.text().toUpperCase(Locale.ROOT)) ? 1 : 0;
      }
    }
    return words > 2 && loud * 4 > words * 3;
  }
}
