package org.tocsin.enrich.country;

import java.util.Arrays;

/**
 * A number for each country of an article, for example {@code FR 1.2, US 0.3}. Articles name a
 * handful, so a look from the first to the last beats a hash.
 */
final class CodeScores {
  private char[] codes = new char[8];
  private double[] scores = new double[8];
  private int size;

  /** The number of a country, or another one where it has none. */
  double of(String code, double absent) {
    int at = at(code);
    return at < 0 ? absent : scores[at];
  }

  void set(String code, double score) {
    int at = at(code);
    if (at < 0) {
      at = size++;
      if (at == codes.length) {
        codes = Arrays.copyOf(codes, 2 * at);
        scores = Arrays.copyOf(scores, 2 * at);
      }
      codes[at] = packed(code);
    }
    scores[at] = score;
  }

  private int at(String code) {
    char packed = packed(code);
    for (int i = 0; i < size; i++) {
      if (codes[i] == packed) {
        return i;
      }
    }
    return -1;
  }

  /** The two letters of a code in one. */
  private static char packed(String code) {
    return (char) (code.charAt(0) << Byte.SIZE | code.charAt(1));
  }
}
