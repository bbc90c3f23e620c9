package org.tocsin.enrich.text;

/**
 * A line of an article, trimmed: {@code [81, 140) "MOSCOW, Oct 15 - The"} with an indent of 3.
 *
 * @param indent white space before its first character
 * @param firstWord length of its first word
 */
record Line(Kind kind, int start, int end, int indent, int firstWord) {
  /** What a line is to the article. */
  enum Kind {
    WORDS,
    BLANK,
    /** A web address alone in its line. */
    ADDRESS,
    /** Starts a paragraph that is no news: a teaser, a share bar. */
    FURNITURE,
    /** From here on nothing is news: comments, forms, rights. */
    END
  }

  /** Length without the indent. */
  int length() {
    return end - start;
  }
}
