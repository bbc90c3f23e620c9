package org.tocsin.enrich.country;

/** A score for each {@linkplain Place#country country} of an article: {@code FR 1.2, US 0.3}. */
final class CountryScores {
  private final CountryNumbers numbers;
  private final double[] scores;

  /** No scores yet, with room for so many countries beside those that have a number already. */
  CountryScores(CountryNumbers numbers, int room) {
    this.numbers = numbers;
    scores = new double[numbers.highest() + room + 1];
  }

  /** The score of a country, 0 where it has none. */
  double of(int country) {
    return scores[numbers.of(country)];
  }

  /** Adds to the score of a country, up to a limit. */
  void add(int country, double more, double most) {
    int number = numbers.give(country);
    scores[number] = Math.min(most, scores[number] + more);
  }
}
