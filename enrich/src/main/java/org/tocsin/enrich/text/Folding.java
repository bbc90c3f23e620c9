package org.tocsin.enrich.text;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes spellings comparable: {@code São} and {@code sao}, {@code Ўзбекистон} and {@code
 * узбекистон}. Marks go only where they are ornaments (Latin, Greek, Cyrillic, Hebrew, Arabic);
 * elsewhere they are vowels and stay.
 */
public final class Folding {
  /**
   * The letters from U+00E0 to U+00FF without their marks; a blank where it takes more than that.
   */
  private static final String LATIN = "aaaaaa ceeeeiiii nooooo  uuuuy y";

  private static final int LAST_ORNAMENTED = 0x06ff;

  private Folding() {}

  /** Lower case without diacritics. */
  public static String fold(String word) {
    int at = 0;
    while (at < word.length() && plain(word.charAt(at))) {
      at++;
    }
    return at == word.length() ? word : foldFrom(word);
  }

  private static boolean plain(char unit) {
    return (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9');
  }

  private static String foldFrom(String word) {
    boolean ascii = true;
    for (int i = 0; i < word.length() && ascii; i++) {
      ascii = word.charAt(i) < 128;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    String folded = ascii ? lower : withoutMarks(lower);
    int last = folded.length() - 1;
    return last > 0 && folded.charAt(last) == '.' ? folded.substring(0, last) : folded;
  }

  private static String withoutMarks(String lower) {
    String bare = byTable(lower);
    return bare == null ? decomposed(lower) : bare;
  }

  /** Letters of Latin-1 and apostrophes by a table; null where another letter is in the word. */
  private static @Nullable String byTable(String lower) {
    char[] units = lower.toCharArray();
    for (int i = 0; i < units.length; i++) {
      char unit = units[i];
      if (unit == '\u2019') {
        units[i] = '\'';
      } else if (unit >= 0xe0 && unit <= 0xff && LATIN.charAt(unit - 0xe0) != ' ') {
        units[i] = LATIN.charAt(unit - 0xe0);
      } else if (unit >= 128) {
        return null;
      }
    }
    return new String(units);
  }

  private static String decomposed(String lower) {
    StringBuilder out = new StringBuilder(lower.length() + 2);
    String parted = ornamented(lower) ? Normalizer.normalize(lower, Normalizer.Form.NFD) : lower;
    for (int i = 0; i < parted.length(); i++) {
      char unit = parted.charAt(i);
      if (unit > LAST_ORNAMENTED && unit < '\u2010') {
        out.append(unit);
      } else if (Character.getType(unit) != Character.NON_SPACING_MARK || unit > LAST_ORNAMENTED) {
        append(out, unit);
      }
    }
    return out.length() == 0 ? lower : out.toString();
  }

  /** Whether a letter of a script with ornaments is in it; Latin with Vietnamese included. */
  private static boolean ornamented(String word) {
    for (int i = 0; i < word.length(); i++) {
      char unit = word.charAt(i);
      if (unit >= 0xc0 && (unit <= LAST_ORNAMENTED || (unit >= 0x1e00 && unit < 0x2000))) {
        return true;
      }
    }
    return false;
  }

  private static void append(StringBuilder out, char unit) {
    switch (unit) {
      case '\u00df' -> out.append("ss");
      case '\u00e6' -> out.append("ae");
      case '\u0153' -> out.append("oe");
      case '\u00f8' -> out.append('o');
      case '\u0142' -> out.append('l');
      case '\u0111', '\u00f0' -> out.append('d');
      case '\u0131' -> out.append('i');
      case '\u2019', '\u02bc' -> out.append('\'');
      case '\u2010', '\u2011' -> out.append('-');
      // Letters of Persian and Urdu that Arabic keyboards type differently.
      case '\u06a9' -> out.append('\u0643');
      case '\u06cc', '\u0649' -> out.append('\u064a');
      case '\u0640', '\u200c', '\u00ad' -> {
        // stretches, joins or hyphenates, and says nothing
      }
      default -> out.append(unit);
    }
  }
}
