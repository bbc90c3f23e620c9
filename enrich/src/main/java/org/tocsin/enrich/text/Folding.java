package org.tocsin.enrich.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes spellings comparable: {@code São} and {@code sao}, {@code Ўзбекистон} and {@code
 * узбекистон}. Marks go only where they are ornaments (Latin, Greek, Cyrillic, Hebrew, Arabic);
 * elsewhere they are vowels and stay.
 */
public final class Folding {
  private static final int LAST_ORNAMENTED = 0x06ff;

  /**
   * What units up to U+06FF become, each by itself; 0 for those that become several or none, or
   * that depend on what stands beside them (marks, the last dot, the final sigma of Greek).
   */
  private static final char[] TABLE = table();

  private Folding() {}

  /** Lower case without diacritics. */
  public static String fold(String word) {
    int at = 0;
    while (at < word.length() && plain(word.charAt(at))) {
      at++;
    }
    return at == word.length() ? word : foldFrom(word);
  }

  /**
   * What a letter becomes wherever it stands, in Latin, Cyrillic, Hebrew or Arabic: {@code k} of
   * {@code K}, {@code a} of {@code á}; 0 for all other units and for letters that become several.
   */
  public static char alone(char unit) {
    if (unit < 128) {
      char small = (char) (unit | 0x20);
      return small >= 'a' && small <= 'z' ? small : 0;
    }
    return unit <= LAST_ORNAMENTED ? TABLE[unit] : 0;
  }

  private static boolean plain(char unit) {
    return (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9');
  }

  private static char[] table() {
    char[] table = new char[LAST_ORNAMENTED + 1];
    for (char unit = 0; unit < table.length; unit++) {
      String alone = thorough(String.valueOf(unit));
      boolean letter = unit < 128 || Character.isLetter(unit);
      boolean greek = Character.UnicodeScript.of(unit) == Character.UnicodeScript.GREEK;
      if (letter && !greek && alone.length() == 1 && thorough("a" + unit).equals("a" + alone)) {
        table[unit] = alone.charAt(0);
      }
    }
    return table;
  }

  private static String foldFrom(String word) {
    char[] units = word.toCharArray();
    int last = units.length - 1;
    for (int i = 0; i <= last; i++) {
      char unit = units[i];
      char folded = unit <= LAST_ORNAMENTED ? TABLE[unit] : unit == '\u2019' ? '\'' : 0;
      if (folded == 0 && (unit != '.' || i == last)) {
        return i > 0 && i == last && unit == '.' ? new String(units, 0, last) : thorough(word);
      }
      units[i] = folded == 0 ? unit : folded;
    }
    return new String(units);
  }

  /** The same by the rules, from which the table is made. */
  static String thorough(String word) {
    String folded = decomposed(word.toLowerCase(Locale.ROOT));
    int last = folded.length() - 1;
    return last > 0 && folded.charAt(last) == '.' ? folded.substring(0, last) : folded;
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
