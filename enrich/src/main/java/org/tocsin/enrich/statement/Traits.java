package org.tocsin.enrich.statement;

/**
 * What rules ask of a piece again and again, a bit each in one number: {@code WORD | CAPITAL |
 * POSSESSIVE} for {@code Roe's}.
 */
final class Traits {
  static final int WORD = 1;
  static final int QUOTE = 1 << 1;
  static final int COMMA = 1 << 2;
  static final int COLON = 1 << 3;
  static final int DASH = 1 << 4;
  static final int OPEN = 1 << 5;
  static final int CLOSE = 1 << 6;
  static final int STOP = 1 << 7;

  /** A word that begins with a capital. */
  static final int CAPITAL = 1 << 8;

  /** {@code Russia's}, {@code allies'}. */
  static final int POSSESSIVE = 1 << 9;

  /** A word that begins with a digit. */
  static final int NUMBER = 1 << 10;

  /** More than three letters, as names and other words with a content have. */
  static final int LONG = 1 << 11;

  /** A word that may attribute something by itself. */
  static final int CUE = 1 << 12;

  static final int PRONOUN = 1 << 13;

  /** A word that no name holds. */
  static final int FUNCTION = 1 << 14;

  /** An article hangs on the word: {@code l'Élysée}. */
  static final int ELIDED = 1 << 15;

  /** A word that ends in a dot, as {@code U.S.} does. */
  static final int DOTTED = 1 << 16;

  /** {@code -ed}, as most past tenses end. */
  static final int ED = 1 << 17;

  static final int ING = 1 << 18;

  /** {@code -ly} behind three letters, as most adverbs end. */
  static final int LY = 1 << 19;

  /** A verb that may report. */
  static final int VERB = 1 << 20;

  static final int TO = 1 << 21;
  static final int AS = 1 << 22;

  static final int NO = 1 << 23;

  /** {@code -s}, as most plurals end. */
  static final int S = 1 << 24;

  /** {@code -ss}, as no plural ends. */
  static final int SS = 1 << 25;

  /** A phrase before a source may begin with it. */
  static final int SOURCE = 1 << 26;

  private Traits() {}

  /** Those of a word. */
  static int of(String text, String folded, Lexeme lexeme, boolean elided) {
    boolean possessive = folded.endsWith("'s") || folded.endsWith("'");
    return WORD
        | (Character.isUpperCase(text.charAt(0)) ? CAPITAL : 0)
        | (possessive ? POSSESSIVE : 0)
        | (Character.isDigit(text.charAt(0)) ? NUMBER : 0)
        | (text.length() > 3 ? LONG : 0)
        | (lexeme.cue() ? CUE : 0)
        | (lexeme.pronoun() ? PRONOUN : 0)
        | (lexeme.function() ? FUNCTION : 0)
        | (lexeme.verb() != null ? VERB : 0)
        | (folded.equals("to") ? TO : 0)
        | (folded.equals("as") ? AS : 0)
        | (folded.equals("no") ? NO : 0)
        | (folded.endsWith("s") ? S : 0)
        | (folded.endsWith("ss") ? SS : 0)
        | (lexeme.source() ? SOURCE : 0)
        | (elided ? ELIDED : 0)
        | (text.endsWith(".") ? DOTTED : 0)
        | (folded.endsWith("ed") ? ED : 0)
        | (folded.endsWith("ing") ? ING : 0)
        | (folded.length() > 4 && folded.endsWith("ly") ? LY : 0);
  }
}
