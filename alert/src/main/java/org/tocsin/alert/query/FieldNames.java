package org.tocsin.alert.query;

import java.util.Locale;
import org.tocsin.service.Nearest;

/** Finds the field a query names, or the one it may have meant. */
final class FieldNames {
  private FieldNames() {}

  static Field find(Token name) {
    return Field.of(name.text())
        .orElseThrow(
            () ->
                new QueryException(
                    name.start(), "there is no field '" + name.text() + "'", meant(name.text())));
  }

  private static String meant(String name) {
    String nearest = Nearest.to(name.toLowerCase(Locale.ROOT), Field.labels());
    return nearest == null ? "one of " + String.join(":, ", Field.labels()) + ":" : nearest + ":";
  }
}
