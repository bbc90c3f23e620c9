package org.tocsin.enrich.text;

/** What counts as a letter, a joiner, or a character that is a word of its own. */
final class Letters {
  private static final char ZERO_WIDTH_NON_JOINER = '\u200c';
  private static final char SOFT_HYPHEN = '\u00ad';

  private Letters() {}

  static boolean inWord(int point) {
    if (point < 128) {
      return (point >= 'a' && point <= 'z')
          || (point >= 'A' && point <= 'Z')
          || (point >= '0' && point <= '9');
    }
    if (point >= '\u2010' && point < '\u2060') {
      return false; // dashes, quotation marks, bullets: what a text has most of
    }
    return Character.isLetterOrDigit(point)
        || mark(point)
        || point == ZERO_WIDTH_NON_JOINER
        || point == SOFT_HYPHEN;
  }

  static boolean startsWord(char unit) {
    return Character.isLetterOrDigit(unit) && !standsAlone(unit);
  }

  static boolean mark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  static boolean apostrophe(int point) {
    return point == '\'' || point == '\u2019' || point == '\u02bc';
  }

  static boolean hyphen(int point) {
    return point == '-' || point == '\u2010' || point == '\u2011';
  }

  /** Han, kana, Hangul, Thai, Lao, Khmer, Burmese. */
  static boolean standsAlone(int point) {
    if (point < 0x0e00) {
      return false;
    }
    return point < 0x0f00
        || (point >= 0x1000 && point < 0x10a0)
        || (point >= 0x1780 && point < 0x1800)
        || (point >= 0x3040 && point < 0xa000)
        || (point >= 0xac00 && point < 0xd7a4)
        || (point >= 0xf900 && point < 0xfb00)
        || (point >= 0x20000 && point < 0x32000);
  }
}
