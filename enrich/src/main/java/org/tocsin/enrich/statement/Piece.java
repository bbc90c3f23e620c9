package org.tocsin.enrich.statement;

import java.util.List;

/**
 * A unit of a sentence: a word, a mark, or a whole quotation with its marks, which the reporter's
 * grammar treats as one word: {@code QUOTE “We stay,”}.
 *
 * @param start offset in the paragraph
 * @param written the word or mark; of a quotation what stands inside the marks
 * @param words how many words a quotation holds
 * @param inner the words inside a quotation
 */
record Piece(Kind kind, int start, int end, Written written, int words, List<Written> inner) {
  enum Kind {
    WORD,
    QUOTE,
    COMMA,
    COLON,
    DASH,
    OPEN,
    CLOSE,
    STOP
  }

  /** As written; of a quotation the words inside the marks. */
  String text() {
    return written.text();
  }

  /** Lower case without diacritics; empty for anything but words. */
  String folded() {
    return written.folded();
  }

  /** What the language pack knows of a word. */
  Lexeme lexeme() {
    return written.lexeme();
  }

  boolean word() {
    return kind == Kind.WORD;
  }

  boolean capital() {
    return kind == Kind.WORD && written.capital();
  }

  /** {@code Russia's}, {@code allies'}. */
  boolean possessive() {
    return written.possessive();
  }

  /** A word that starts with a digit. */
  boolean number() {
    return kind == Kind.WORD && written.number();
  }

  /** The same elsewhere. */
  Piece shifted(int by) {
    return new Piece(kind, start + by, end + by, written, words, inner);
  }
}
