package org.tocsin.enrich.novelty;

/**
 * Whether a later statement repeats an earlier one.
 *
 * @param score how much of their words they share, by weight, between 0 and 1
 * @param reason in a few words, for people: {@code another number}
 */
public record Comparison(boolean repeat, double score, String reason) {
  static Comparison repeat(double score, String reason) {
    return new Comparison(true, score, reason);
  }

  static Comparison different(double score, String reason) {
    return new Comparison(false, score, reason);
  }
}
