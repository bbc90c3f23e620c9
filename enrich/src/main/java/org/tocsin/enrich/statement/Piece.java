package org.tocsin.enrich.statement;

import java.util.List;
import org.tocsin.enrich.text.Token;

/**
 * A unit of a sentence: a word, a mark, or a whole quotation with its marks, which the reporter's
 * grammar treats as one word: {@code QUOTE “We stay,”}.
 *
 * @param start offset in the paragraph
 * @param text as written; of a quotation the words inside the marks
 * @param folded lower case without diacritics; empty for anything but words
 * @param words how many words a quotation holds
 * @param lexeme what the language pack knows of a word
 * @param inner the words inside a quotation
 */
record Piece(
    Kind kind,
    int start,
    int end,
    String text,
    String folded,
    int words,
    Lexeme lexeme,
    List<Token> inner) {
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

  boolean word() {
    return kind == Kind.WORD;
  }

  boolean capital() {
    return kind == Kind.WORD && Character.isUpperCase(text.charAt(0));
  }

  /** {@code Russia's}, {@code allies'}. */
  boolean possessive() {
    return folded.endsWith("'s") || folded.endsWith("'");
  }
}
