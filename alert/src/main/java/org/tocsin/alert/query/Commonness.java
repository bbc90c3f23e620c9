package org.tocsin.alert.query;

/**
 * How common each key is among the statements seen: a table of counters by hash, as in a count-min
 * sketch of one row (Cormode and Muthukrishnan 2005). It only chooses under which words watches are
 * filed, so an estimate that is off costs time and never a match; for the same reason threads may
 * lose one another's increments.
 */
final class Commonness {
  private static final int SLOTS = 1 << 17;

  /** Statements after which counts are halved, so that new words become known as such. */
  private static final int HALVED_AFTER = 1_000_000;

  /** Statements that are noted before only some are. */
  private static final int EACH = 20_000;

  /** Statements that what is assumed beforehand weighs as much as. */
  private static final double PRIOR_STATEMENTS = 300;

  private static final double COMMON_CODE = 0.5;
  private static final double COUNTRY_CODE = 0.02;
  private static final double BEGINNING = 0.05;
  private static final double SHORT_WORD = 0.04;

  private final int[] seen = new int[SLOTS];
  private int statements;
  private int asked;

  /**
   * Whether the next statement is to be noted: at first each, later one of eight, which is enough
   * to follow what is in the news.
   */
  boolean wants() {
    return statements < EACH || (++asked & 7) == 0;
  }

  /** Notes a key of a statement. */
  void note(long hash) {
    seen[slot(hash)]++;
  }

  /** Notes that one more statement has been seen. */
  void noteStatement() {
    statements++;
    if (statements >= HALVED_AFTER) {
      for (int i = 0; i < SLOTS; i++) {
        seen[i] >>>= 1;
      }
      statements >>>= 1;
    }
  }

  /** Statements that the estimates rest on. */
  int statements() {
    return statements;
  }

  /** The estimated share of statements that have what is wanted. */
  double share(Want want) {
    return want.keys().stream().mapToDouble(this::share).max().orElseThrow();
  }

  /** The estimated share of statements that have a key, a little above 0 to 1. */
  private double share(Key key) {
    double assumed = assumed(key) * PRIOR_STATEMENTS;
    return (seen[slot(key.hash())] + assumed) / (statements + PRIOR_STATEMENTS);
  }

  private static double assumed(Key key) {
    return switch (key.field()) {
      case COUNTRY, ABOUT, PUBLISHER_COUNTRY -> COUNTRY_CODE;
      case LANGUAGE, KIND, OUTLETS -> COMMON_CODE;
      case TEXT, SPEAKER, ACTOR, SOURCE ->
          (key.sort() == Key.Sort.BEGINNING ? BEGINNING : SHORT_WORD) / key.value().length();
    };
  }

  private static int slot(long hash) {
    return (int) (hash >>> 47);
  }
}
