package org.tocsin.enrich.text;

/**
 * What units that are neither plain letters nor plain marks count as where words are read: {@code
 * é} as an {@code e}, {@code Ж} as a letter of some alphabet, a quotation mark as none. Looked up,
 * as no branch could foresee which comes next.
 */
final class OddUnit {
  /** What parts words. */
  static final byte NONE = '?';

  /** A letter that is no plain one with marks. */
  static final byte LETTER = (byte) 0xc0;

  /** What only the unit and those beside it can tell. */
  static final byte UNCLEAR = 0;

  /** The bit that letters have and others have not. */
  private static final int LETTERS = 0x40;

  /**
   * Behind the dashes and quotation marks; what comes next is unclear, like all units behind it.
   */
  private static final int LAST = 0x2060;

  private static final byte[] COUNTS = counts();

  private OddUnit() {}

  /** A plain letter, capital or small, or one of the above. */
  static byte of(char unit) {
    return COUNTS[Math.min(unit, LAST)];
  }

  /** 1 where a unit counts as a letter, 0 where not. */
  static long letters(byte counts) {
    return (counts & LETTERS) / LETTERS;
  }

  private static byte[] counts() {
    byte[] counts = new byte[LAST + 1];
    for (char unit = 0; unit < LAST; unit++) {
      counts[unit] = Letters.inWord(unit) ? counted(unit) : NONE;
    }
    return counts;
  }

  private static byte counted(char unit) {
    char folded = Folding.alone(unit);
    if (folded < 'a' || folded > 'z') {
      return folded == 0 ? UNCLEAR : LETTER;
    }
    return (byte) (Character.isUpperCase(unit) ? folded - 'a' + 'A' : folded);
  }
}
