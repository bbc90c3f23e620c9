package org.tocsin.alert.query;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into words. Hyphens and apostrophes part words, an English possessive {@code 's} is
 * no word, letters with dots are one ({@code U.N.} is {@code un}), and each character of a script
 * written without spaces is a word of its own, so that a term in it is found as a sequence.
 */
final class WordSplitter {
  private final String text;
  private final @Nullable Stemming language;
  private final List<Word> words = new ArrayList<>();
  private int at;

  /**
   * A splitter.
   *
   * @param language whose endings are folded; null for none, as in names
   */
  WordSplitter(String text, @Nullable Stemming language) {
    this.text = text;
    this.language = language;
  }

  List<Word> split() {
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int width = Character.charCount(c);
      if (!inWord(c)) {
        at += width;
      } else if (standsAlone(c)) {
        add(text.substring(at, at + width), at, at + width);
        at += width;
      } else {
        int start = at;
        at = acronymEnd(start);
        if (at == start) {
          at = runEnd(start);
        }
        word(start, at);
      }
    }
    return words;
  }

  private void word(int start, int end) {
    String written = text.substring(start, end);
    boolean possessive =
        written.equalsIgnoreCase("s") && start > 0 && isApostrophe(text.charAt(start - 1));
    if (!(possessive && followsWord(start - 1))) {
      add(written.replace(".", ""), start, end);
    }
  }

  private boolean followsWord(int index) {
    return !words.isEmpty() && words.get(words.size() - 1).end() == index;
  }

  private void add(String written, int start, int end) {
    FoldedWord folded = FoldedWord.of(written, language);
    if (!folded.plain().isEmpty()) {
      words.add(new Word(folded.plain(), folded.stem(), start, end));
    }
  }

  private int runEnd(int start) {
    int end = start;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (!inWord(c) || standsAlone(c)) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  /** End of {@code U.N.} or {@code U.S.A}; the start itself where no such thing stands there. */
  private int acronymEnd(int start) {
    int end = start;
    int letters = 0;
    while (end + 1 < text.length()
        && Character.isLetter(text.charAt(end))
        && text.charAt(end + 1) == '.') {
      end += 2;
      letters++;
    }
    boolean more = end < text.length() && inWord(text.codePointAt(end));
    if (more && letters > 0 && runEnd(end) == end + 1) {
      return end + 1;
    }
    return letters > 1 && !more ? end : start;
  }

  static boolean inWord(int c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  /** Whether the character's script is written without spaces, or with particles tied on. */
  static boolean standsAlone(int c) {
    if (c < 0x0e00) {
      return false;
    }
    UnicodeScript script = UnicodeScript.of(c);
    return switch (script) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> Character.isLetter(c);
      default -> false;
    };
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u02bc';
  }
}
