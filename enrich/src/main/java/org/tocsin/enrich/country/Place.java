package org.tocsin.enrich.country;

import java.util.Locale;

/**
 * One thing a phrase may stand for, for example {@code capital:AF}.
 *
 * @param code ISO 3166-1 alpha-2
 * @param people inhabitants of a town, 0 where not known
 * @param prior how likely it is meant before anything is known, as a logarithm of inhabitants
 * @param entry what a mention names it by, {@code capital:AF}; for an installation's own name where
 *     that comes from
 */
record Place(String code, Kind kind, int people, double prior, String entry) {
  /** Kinds of place names, each with what one mention of it weighs and how likely it is meant. */
  enum Kind {
    NAME(1, 9),
    DEMONYM(0.6, 11),
    CAPITAL(0.8, 5.5),
    METONYM(0.8, 11),
    HISTORIC(0.5, 11),
    REGION(0.8, 6.3),
    CITY(0.7, 5),
    STATE(0.6, 8.5),
    COUNTY(0.5, 6),
    TOWN(0.5, 3),
    LEADER(0.5, 12);

    private final String label = name().toLowerCase(Locale.ROOT) + ":";
    private final double weight;
    private final double prior;

    Kind(double weight, double prior) {
      this.weight = weight;
      this.prior = prior;
    }

    double weight() {
      return weight;
    }

    boolean settlement() {
      return this == CAPITAL || this == CITY || this == TOWN;
    }
  }

  // There are 60,000 places and few strings among them: they are shared.
  Place {
    code = code.intern();
    entry = entry.intern();
  }

  Place(String code, Kind kind, int people) {
    this(code, kind, people, prior(kind, people), kind.label + code);
  }

  Place(String code, Kind kind) {
    this(code, kind, 0);
  }

  /** A country by a name that is not shipped. */
  static Place own(String code, String source) {
    return new Place(code, Kind.NAME, 0, prior(Kind.NAME, 0), source);
  }

  private static double prior(Kind kind, int people) {
    if (people == 0 || !kind.settlement()) {
      return kind.prior;
    }
    return Math.log10(people) + (kind == Kind.CAPITAL ? 0.5 : 0);
  }

  /** Whether it is a settlement, of which there may be others of the same name. */
  boolean settlement() {
    return kind.settlement();
  }

  /** Whether it is a country by name. */
  boolean nation() {
    return kind == Kind.NAME || kind == Kind.DEMONYM || kind == Kind.HISTORIC;
  }

  /** Known by name alone, without anything in the text that says it is a place. */
  boolean famous() {
    return kind != Kind.TOWN;
  }

  /** The same place, now that its inhabitants are known. */
  Place with(int inhabitants) {
    return people > 0 || !settlement() ? this : new Place(code, kind, inhabitants);
  }
}
