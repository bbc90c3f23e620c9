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
record Piece(int start, int end, Written written, int words, List<Written> inner) {
  enum Kind {
    WORD(Traits.WORD),
    QUOTE(Traits.QUOTE),
    COMMA(Traits.COMMA),
    COLON(Traits.COLON),
    DASH(Traits.DASH),
    OPEN(Traits.OPEN),
    CLOSE(Traits.CLOSE),
    STOP(Traits.STOP);

    private final int trait;

    Kind(int trait) {
      this.trait = trait;
    }

    /** Its bit among the {@link Traits}. */
    int trait() {
      return trait;
    }
  }

  /** What rules ask of it, see {@link Traits}. */
  int traits() {
    return written.traits();
  }

  Kind kind() {
    return written.kind();
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
    return (traits() & Traits.WORD) != 0;
  }

  boolean capital() {
    return (traits() & Traits.CAPITAL) != 0;
  }

  /** {@code Russia's}, {@code allies'}. */
  boolean possessive() {
    return (traits() & Traits.POSSESSIVE) != 0;
  }

  /** A word that starts with a digit. */
  boolean number() {
    return (traits() & Traits.NUMBER) != 0;
  }

  /** The same as part of a name, whatever the word is else. */
  Piece named() {
    return new Piece(start, end, written.named(), words, inner);
  }

  /** The same elsewhere. */
  Piece shifted(int by) {
    return new Piece(start + by, end + by, written, words, inner);
  }
}
