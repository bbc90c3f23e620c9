package org.tocsin.enrich.country;

import java.util.Locale;

/**
 * One thing a phrase may stand for, for example {@code capital:AF}.
 *
 * @param code ISO 3166-1 alpha-2
 */
record Place(String code, Kind kind) {
  /** Kinds of place names, each with what one mention of it weighs. */
  enum Kind {
    NAME(1),
    DEMONYM(0.9),
    CAPITAL(0.8),
    METONYM(0.8),
    HISTORIC(0.5),
    REGION(0.8),
    CITY(0.7),
    STATE(0.6);

    private final double weight;

    Kind(double weight) {
      this.weight = weight;
    }

    double weight() {
      return weight;
    }
  }

  /** The entry's name in a mention. */
  String entry() {
    return kind.name().toLowerCase(Locale.ROOT) + ":" + code;
  }
}
