package org.tocsin.alert.query;

/** Reads how many words may stand between two that are wanted close together. */
final class Gap {
  static final int MOST = 50;

  private Gap() {}

  static int read(String digits, int position, String example) {
    if (digits.matches("\\d{1,3}")) {
      int gap = Integer.parseInt(digits);
      if (gap <= MOST) {
        return gap;
      }
    }
    throw new QueryException(
        position, "the number of words between stands here, 0 to " + MOST, example);
  }
}
