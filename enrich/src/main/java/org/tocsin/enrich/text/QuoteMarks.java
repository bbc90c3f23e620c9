package org.tocsin.enrich.text;

/** Which characters are quotation marks, and which of them may close which. */
final class QuoteMarks {
  private static final String DOUBLE = "\"“”„‟＂";
  private static final String SINGLE = "'‘’‚‛`";
  private static final String ANGLE = "«»";
  private static final String SINGLE_ANGLE = "‹›";
  private static final String CORNER_OPEN = "「『《〈";
  private static final String CORNER_CLOSE = "」』》〉";

  private static final int CORNERS = 5;
  private static final char HIGHEST = '』';

  /** One more than the highest number of a family. */
  static final int FAMILIES = CORNERS + CORNER_OPEN.length();

  /** The family of each unit below the highest mark but one, which is as wide as a Han letter. */
  private static final byte[] TABLE = table();

  private QuoteMarks() {}

  private static byte[] table() {
    byte[] table = new byte[HIGHEST + 1];
    String[] families = {DOUBLE, SINGLE, ANGLE, SINGLE_ANGLE};
    for (int family = 0; family < families.length; family++) {
      for (char mark : families[family].toCharArray()) {
        if (mark <= HIGHEST) {
          table[mark] = (byte) (family + 1);
        }
      }
    }
    for (int corner = 0; corner < CORNER_OPEN.length(); corner++) {
      table[CORNER_OPEN.charAt(corner)] = (byte) (CORNERS + corner);
      table[CORNER_CLOSE.charAt(corner)] = (byte) (CORNERS + corner);
    }
    return table;
  }

  static boolean any(char c) {
    return family(c) != 0;
  }

  /** Marks of one family may close one another, also when typed the wrong way round; 0 for none. */
  static int family(char c) {
    return c <= HIGHEST ? TABLE[c] : c == '＂' ? 1 : 0;
  }

  static boolean single(char c) {
    return family(c) == 2;
  }

  static boolean angle(char c) {
    int family = family(c);
    return family == 3 || family == 4;
  }

  static boolean cornerOpens(char c) {
    return family(c) >= CORNERS && CORNER_OPEN.indexOf(c) >= 0;
  }

  static boolean cornerCloses(char c) {
    return family(c) >= CORNERS && CORNER_CLOSE.indexOf(c) >= 0;
  }

  /** A low mark, or “, « and the like: opens wherever a word follows it. */
  static boolean onlyOpens(char c) {
    return c == '„' || c == '‚' || c == '‟' || cornerOpens(c);
  }
}
