package org.tocsin.enrich.text;

/** Which characters are quotation marks, and which of them may close which. */
final class QuoteMarks {
  private static final String DOUBLE = "\"“”„‟＂";
  private static final String SINGLE = "'‘’‚‛`";
  private static final String ANGLE = "«»";
  private static final String SINGLE_ANGLE = "‹›";
  private static final String CORNER_OPEN = "「『《〈";
  private static final String CORNER_CLOSE = "」』》〉";

  /** One more than the highest number of a family. */
  static final int FAMILIES = 5 + CORNER_OPEN.length();

  private QuoteMarks() {}

  static boolean any(char c) {
    return c == '"' || c == '\'' || c == '`' || (c > 0xa0 && family(c) != 0);
  }

  /** Marks of one family may close one another, also when typed the wrong way round. */
  static int family(char c) {
    if (DOUBLE.indexOf(c) >= 0) {
      return 1;
    }
    if (SINGLE.indexOf(c) >= 0) {
      return 2;
    }
    if (ANGLE.indexOf(c) >= 0) {
      return 3;
    }
    if (SINGLE_ANGLE.indexOf(c) >= 0) {
      return 4;
    }
    return corner(c);
  }

  private static int corner(char c) {
    int open = CORNER_OPEN.indexOf(c);
    int close = CORNER_CLOSE.indexOf(c);
    return open >= 0 ? 5 + open : close >= 0 ? 5 + close : 0;
  }

  static boolean single(char c) {
    return family(c) == 2;
  }

  static boolean angle(char c) {
    return family(c) == 3 || family(c) == 4;
  }

  static boolean cornerOpens(char c) {
    return CORNER_OPEN.indexOf(c) >= 0;
  }

  static boolean cornerCloses(char c) {
    return CORNER_CLOSE.indexOf(c) >= 0;
  }

  /** A low mark, or “, « and the like: opens wherever a word follows it. */
  static boolean onlyOpens(char c) {
    return c == '„' || c == '‚' || c == '‟' || cornerOpens(c);
  }
}
