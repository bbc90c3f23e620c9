package org.tocsin.enrich.novelty;

import org.jspecify.annotations.Nullable;

/**
 * Whether a later statement repeats an earlier one.
 *
 * @param score how near the two are to one another, between 0 and 1
 * @param reason in a few words, for people: {@code changed number}
 * @param change the fact that differs, where the later changes the earlier
 */
public record Comparison(boolean repeat, double score, String reason, @Nullable Change change) {
  static Comparison repeat(double score, String reason) {
    return new Comparison(true, score, reason, null);
  }

  static Comparison different(double score, String reason) {
    return new Comparison(false, score, reason, null);
  }

  static Comparison changed(double score, Change change) {
    return new Comparison(false, score, "changed " + change.what().label(), change);
  }

  /**
   * The same with a score that is in part, {@code share}, how near the two are in meaning. A repeat
   * is not scored lower for its meaning.
   */
  public Comparison near(double meaning, double share) {
    double mixed = score * (1 - share) + meaning * share;
    return new Comparison(repeat, repeat ? Math.max(score, mixed) : mixed, reason, change);
  }

  /** The same with the changed words: {@code changed number 2,000 -> 3,000}. */
  public Comparison in(String earlier, String later) {
    if (change == null) {
      return this;
    }
    String from = Wording.word(earlier, change.from());
    String to = Wording.word(later, change.to());
    return new Comparison(repeat, score, reason + " " + from + " -> " + to, change);
  }
}
