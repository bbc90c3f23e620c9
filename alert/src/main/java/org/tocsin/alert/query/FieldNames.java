package org.tocsin.alert.query;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the field a query names, or the one it may have meant. */
final class FieldNames {
  private static final int NEAR = 2;

  private FieldNames() {}

  static Field find(Token name) {
    return Field.of(name.text())
        .orElseThrow(
            () ->
                new QueryException(
                    name.start(), "there is no field '" + name.text() + "'", nearest(name.text())));
  }

  private static @Nullable String nearest(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return Field.labels().stream()
        .filter(label -> distance(wanted, label) <= NEAR)
        .min(Comparator.comparingInt(label -> distance(wanted, label)))
        .map(label -> label + ":")
        .orElse("one of " + String.join(":, ", Field.labels()) + ":");
  }

  /** Levenshtein's distance. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
