package org.tocsin.enrich.country;

import java.util.Locale;

/**
 * One thing a phrase may stand for, for example {@code capital:AF}.
 *
 * @param code ISO 3166-1 alpha-2
 * @param country the same as a number below {@link #COUNTRIES}
 * @param people inhabitants of a town, 0 where not known
 * @param prior how likely it is meant before anything is known, as a logarithm of inhabitants
 * @param entry what a mention names it by, {@code capital:AF}; for an installation's own name where
 *     that comes from
 */
record Place(String code, int country, Kind kind, int people, double prior, String entry) {
  private static final int LETTERS = 'Z' - 'A' + 1;

  /** How many codes of two letters there may be. */
  static final int COUNTRIES = LETTERS * LETTERS;

  /** Those that {@link #of} gives, by kind and country. */
  private static final Place[] PLAIN = plain();

  /**
   * Kinds of place names, each with what one mention of it weighs, how likely it is meant, and what
   * it says for other places of its country.
   */
  enum Kind {
    NAME(1, 9, 1.2),
    DEMONYM(0.6, 11, 1.2),
    CAPITAL(0.8, 5.5, 1),
    METONYM(0.8, 11, 1.2),
    HISTORIC(0.5, 11, 0.8),
    REGION(0.8, 6.3, 1),
    CITY(0.7, 5, 1),
    STATE(0.6, 8.5, 1),
    COUNTY(0.5, 6, 1.5),
    TOWN(0.5, 3, 0.5),
    LEADER(0.5, 12, 0);

    private static final Kind[] ALL = values();

    /** The {@linkplain #bit bits} of those that are a country by name. */
    static final long NATIONS = NAME.bit | DEMONYM.bit | HISTORIC.bit;

    /** The bits of those of which there may be others of the same name. */
    static final long SETTLEMENTS = CAPITAL.bit | CITY.bit | TOWN.bit;

    private final String label = name().toLowerCase(Locale.ROOT) + ":";

    @SuppressWarnings("EnumOrdinal") // stands in nothing that outlives this run
    private final int number = ordinal();

    private final long bit = 1L << number;
    private final double weight;
    private final double prior;
    private final double worth;

    Kind(double weight, double prior, double worth) {
      this.weight = weight;
      this.prior = prior;
      this.worth = worth;
    }

    /** The one kind of a bit. */
    static Kind of(long bit) {
      return ALL[Long.numberOfTrailingZeros(bit)];
    }

    /** One bit for each kind, for sets of them. */
    long bit() {
      return bit;
    }

    double weight() {
      return weight;
    }

    double worth() {
      return worth;
    }
  }

  // There are 60,000 places and few strings among them: they are shared.
  Place {
    code = code.intern();
    entry = entry.intern();
  }

  Place(String code, Kind kind, int people) {
    this(code, country(code), kind, people, prior(kind, people), kind.label + code);
  }

  Place(String code, Kind kind) {
    this(code, kind, 0);
  }

  /** A country by a name that is not shipped. */
  static Place own(String code, String source) {
    return new Place(code, country(code), Kind.NAME, 0, prior(Kind.NAME, 0), source);
  }

  /** The one without inhabitants that all of its country and kind have in common. */
  static Place of(int country, Kind kind) {
    return PLAIN[kind.number * COUNTRIES + country];
  }

  private static Place[] plain() {
    Place[] plain = new Place[Kind.ALL.length * COUNTRIES];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = new Place(code(i % COUNTRIES), Kind.ALL[i / COUNTRIES]);
    }
    return plain;
  }

  /** The number of a code. */
  static int country(String code) {
    return (code.charAt(0) - 'A') * LETTERS + code.charAt(1) - 'A';
  }

  private static String code(int country) {
    return "" + (char) ('A' + country / LETTERS) + (char) ('A' + country % LETTERS);
  }

  private static double prior(Kind kind, int people) {
    if (people == 0 || (kind.bit & Kind.SETTLEMENTS) == 0) {
      return kind.prior;
    }
    return Math.log10(people) + (kind == Kind.CAPITAL ? 0.5 : 0);
  }

  /** Its kind and country as a {@link Gist} has them. */
  long gist() {
    return kind.bit | ((long) country << Gist.COUNTRY_SHIFT);
  }

  /** Whether it is a settlement, of which there may be others of the same name. */
  boolean settlement() {
    return (kind.bit & Kind.SETTLEMENTS) != 0;
  }

  /** Whether it is a country by name. */
  boolean nation() {
    return (kind.bit & Kind.NATIONS) != 0;
  }

  /** Whether mentions of it are named by where an installation's own name comes from. */
  boolean own() {
    return !entry.equals(kind.label + code);
  }

  /** The same place, now that its inhabitants are known. */
  Place with(int inhabitants) {
    return people > 0 || !settlement() ? this : new Place(code, kind, inhabitants);
  }
}
