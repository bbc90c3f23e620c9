package org.tocsin.enrich.statement;

import org.tocsin.enrich.text.Folding;
import org.tocsin.enrich.text.WordScanner;
import org.tocsin.enrich.text.Words;

/**
 * A word as it is written, with all that rules ask of it again and again: {@code Roe's} has a
 * capital and owns something. Made once for many places, see {@link Vocabulary}.
 */
final class Written {
  private static final long NOT_PLAIN = 0x8080808080808080L;

  private final String text;
  private final String folded;
  private final Lexeme lexeme;
  private final long low;
  private final long high;
  private final int traits;
  private final boolean titled;
  private final long packed;
  private final long key;

  /** The folded word where it has at most eight plain letters, else 0. */
  private final long brief;

  private final Piece.Kind kind;

  private Written(String text, Piece.Kind kind) {
    this.text = text;
    this.kind = kind;
    this.folded = "";
    this.lexeme = Lexeme.UNKNOWN;
    this.low = 0;
    this.high = 0;
    this.traits = kind.trait();
    this.titled = false;
    this.packed = 0;
    this.key = 0;
    this.brief = 0;
  }

  private Written(String text, String folded, Lexeme lexeme, boolean elided) {
    this.text = text;
    this.kind = Piece.Kind.WORD;
    this.folded = folded;
    this.lexeme = lexeme;
    this.low = lexeme.low();
    this.high = lexeme.high();
    this.traits = Traits.of(text, folded, lexeme, elided);
    int first = text.codePointAt(0);
    this.titled = Character.isUpperCase(first) || Character.isTitleCase(first);
    this.packed = WordScanner.pack(text, 0, text.length());
    this.key = folded.isEmpty() ? 0 : Words.folded(folded);
    long letters = WordScanner.pack(folded, 0, folded.length());
    this.brief = (letters & NOT_PLAIN) == 0 ? letters : 0;
  }

  /** A word of a language. */
  static Written word(String text, LanguagePack pack) {
    String folded = Folding.fold(text);
    return new Written(text, folded, pack.lexeme(folded), pack.startsWith("elisions", folded));
  }

  /** A mark or what stands inside marks: no language knows it as a word. */
  static Written plain(String text, Piece.Kind kind) {
    return new Written(text, kind);
  }

  /** The same as part of a name. */
  Written named() {
    return new Written(text, folded, Lexeme.UNKNOWN, false);
  }

  /** Whether it is the word that stands there in a text, packed as {@link WordScanner} does. */
  boolean stands(String in, int start, int end, long asPacked) {
    return asPacked == packed
        && (packed != 0 || (text.length() == end - start && in.startsWith(text, start)));
  }

  /** One number for the folded word, see {@link Words}. */
  long key() {
    return key;
  }

  String text() {
    return text;
  }

  /** Lower case without diacritics; empty for anything but words. */
  String folded() {
    return folded;
  }

  /**
   * The same as one number, a byte for each letter; 0 where it is long or its letters are not
   * plain.
   */
  long brief() {
    return brief;
  }

  Piece.Kind kind() {
    return kind;
  }

  /** What the language pack knows of it. */
  Lexeme lexeme() {
    return lexeme;
  }

  /** The word classes it is in, see {@link WordClass}. */
  long low() {
    return low;
  }

  long high() {
    return high;
  }

  /** What rules ask of it if it is a word, see {@link Traits}. */
  int traits() {
    return traits;
  }

  /** Whether it is in small letters and may be part of a name. */
  boolean small() {
    return !titled && !lexeme.function();
  }

  /** Whether its first letter is upper case or title case. */
  boolean titled() {
    return titled;
  }
}
