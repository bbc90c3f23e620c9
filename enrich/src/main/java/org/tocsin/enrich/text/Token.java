package org.tocsin.enrich.text;

/**
 * One word at its place, for example {@code [4,10) "Kraków" folded "krakow"}.
 *
 * @param start offset of the first UTF-16 code unit
 * @param end offset after the last one
 * @param text the word as written
 * @param folded lower case, without diacritics, typographic apostrophes and hyphens made plain, an
 *     abbreviation without its last dot ({@code U.S.} is {@code u.s})
 */
public record Token(int start, int end, String text, String folded) {
  public Token {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a token: [" + start + ", " + end + ")");
    }
  }

  /** Whether it starts with an upper-case or title-case letter. */
  public boolean capitalised() {
    int first = text.codePointAt(0);
    return Character.isUpperCase(first) || Character.isTitleCase(first);
  }

  /** Whether it has at least two letters and all of them are upper case: {@code NATO, U.S.}. */
  public boolean allCapitals() {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        if (!Character.isUpperCase(c)) {
          return false;
        }
        letters++;
      }
    }
    return letters > 1;
  }

  /** Whether it starts with a digit. */
  public boolean number() {
    return Character.isDigit(text.codePointAt(0));
  }
}
