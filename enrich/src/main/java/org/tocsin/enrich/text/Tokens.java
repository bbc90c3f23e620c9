package org.tocsin.enrich.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Cuts text into {@link Token}s: {@code "The U.S.-led talks"} gives the words {@code The}, {@code
 * U.S.-led}, {@code talks} and the parts {@code The}, {@code U.S.}, {@code led}, {@code talks}.
 *
 * <p>Scripts written without spaces, and Hangul, whose particles cling to names, give one token per
 * character.
 */
public final class Tokens {
  private final String text;
  private final boolean whole;
  private final List<Token> found;

  private Tokens(String text, boolean whole, List<Token> found) {
    this.text = text;
    this.whole = whole;
    this.found = found;
  }

  /** Words: inner apostrophes, hyphens, dots of abbreviations and decimal marks are kept. */
  public static List<Token> words(String text) {
    return new Tokens(text, true, new ArrayList<>(text.length() / 6 + 4)).cut();
  }

  /** To go through the words of a text one by one. */
  static Tokens inWords(String text) {
    return new Tokens(text, true, List.of());
  }

  /** The same, but cut at hyphens and apostrophes too. */
  public static List<Token> parts(String text) {
    return new Tokens(text, false, new ArrayList<>(text.length() / 6 + 4)).cut();
  }

  /** Where the part that starts at {@code start} ends. */
  static int endOfPart(String text, int start) {
    return new Tokens(text, false, List.of()).endOf(start);
  }

  private List<Token> cut() {
    for (int at = next(0); at < text.length(); at = next(at)) {
      int end = endOf(at);
      String word = text.substring(at, end);
      found.add(new Token(at, end, word, Folding.fold(word)));
      at = end;
    }
    return Collections.unmodifiableList(found);
  }

  /** Where the next word starts; the length of the text where there is none. */
  int next(int from) {
    int at = from;
    while (at < text.length()) {
      char unit = text.charAt(at);
      int point = unit < 128 ? unit : text.codePointAt(at);
      if (Letters.inWord(point)) {
        return at;
      }
      at += unit < 128 ? 1 : Character.charCount(point);
    }
    return at;
  }

  /** Where the word that starts there ends. */
  int endOf(int start) {
    return Letters.standsAlone(text.codePointAt(start)) ? endOfCharacter(start) : endOfWord(start);
  }

  /** A lone character keeps the marks that sit on it. */
  private int endOfCharacter(int start) {
    int end = start + Character.charCount(text.codePointAt(start));
    while (end < text.length() && Letters.mark(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private int endOfWord(int start) {
    int at = start;
    int segment = start;
    boolean dotted = false;
    while (at < text.length()) {
      char unit = text.charAt(at);
      if (unit < 128 && Letters.inWord(unit)) {
        at++;
        continue;
      }
      if (unit == ' ') {
        break;
      }
      int point = text.codePointAt(at);
      if (Letters.inWord(point) && !Letters.standsAlone(point)) {
        at += Character.charCount(point);
      } else if (joins(point, segment, at)) {
        dotted |= point == '.' && !Character.isDigit(text.charAt(at - 1));
        at++;
        segment = at;
      } else {
        break;
      }
    }
    return dotted && at - segment == 1 && at < text.length() && text.charAt(at) == '.'
        ? at + 1
        : at;
  }

  private boolean joins(int mark, int segment, int at) {
    boolean last = at + 1 >= text.length() || !Letters.startsWord(text.charAt(at + 1));
    if (at == segment) {
      return !last && Letters.hyphen(mark) && at > 0 && text.charAt(at - 1) == '.';
    }
    if (last) {
      return closesAbbreviation(mark, at);
    }
    char before = text.charAt(at - 1);
    char after = text.charAt(at + 1);
    if (mark == '.' || mark == ',') {
      return (Character.isDigit(before) && Character.isDigit(after))
          || (mark == '.' && at - segment == 1 && Character.isLetter(before) && aloneAt(at + 1));
    }
    return whole && (Letters.apostrophe(mark) || Letters.hyphen(mark));
  }

  /** The last dot of {@code U.S.} in {@code U.S.-led}. */
  private boolean closesAbbreviation(int mark, int at) {
    return whole
        && mark == '.'
        && at >= 3
        && at + 2 < text.length()
        && text.charAt(at - 2) == '.'
        && Letters.hyphen(text.charAt(at + 1))
        && Letters.startsWord(text.charAt(at + 2));
  }

  /** Whether the letter there is not followed by another: the S of {@code U.S.}, not of J.Smith. */
  private boolean aloneAt(int at) {
    return Character.isLetter(text.charAt(at))
        && (at + 1 == text.length() || !Letters.inWord(text.codePointAt(at + 1)));
  }
}
