package org.tocsin.service;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds what somebody probably meant: the known word with the fewest edits (Levenshtein 1966). */
public final class Nearest {
  private Nearest() {}

  /** The nearest known word; null where none is within a third of the word's length. */
  public static @Nullable String to(String word, Collection<String> known) {
    String best = null;
    int least = word.length() / 3 + 1;
    for (String candidate : known) {
      int distance = distance(word, candidate);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
