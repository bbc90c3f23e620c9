package org.tocsin.enrich.country;

import java.util.Arrays;

/** A number for each {@linkplain Place#country country} of an article: {@code FR 1.2, US 0.3}. */
final class CountryScores {
  private final CountryNumbers numbers = new CountryNumbers();
  private char[] countries = new char[16];
  private double[] scores = new double[16];

  /** The score of a country, or another one where it has none. */
  double of(int country, double absent) {
    int number = numbers.of(country);
    return number == CountryNumbers.NONE ? absent : scores[number];
  }

  void set(int country, double score) {
    int number = numbers.give(country);
    if (number == scores.length) {
      countries = Arrays.copyOf(countries, 2 * number);
      scores = Arrays.copyOf(scores, 2 * number);
    }
    countries[number] = (char) country;
    scores[number] = score;
  }

  /** How many countries have a score. */
  int size() {
    return numbers.size();
  }

  /** One of them, from 0 on. */
  int country(int number) {
    return countries[number];
  }
}
