package org.tocsin.enrich.country;

import java.util.Arrays;

/** A number for each {@linkplain Place#country country} of an article: {@code FR 1.2, US 0.3}. */
final class CountryScores {
  /** Where the score of a country stands, from 1 on; 0 for a country without. */
  private final char[] slots = new char[Place.COUNTRIES];

  private char[] countries = new char[16];
  private double[] scores = new double[16];
  private int size;

  /** The number of a country, or another one where it has none. */
  double of(int country, double absent) {
    int slot = slots[country];
    return slot == 0 ? absent : scores[slot - 1];
  }

  void set(int country, double score) {
    if (slots[country] == 0) {
      slots[country] = (char) (append(country) + 1);
    }
    scores[slots[country] - 1] = score;
  }

  private int append(int country) {
    if (size == scores.length) {
      countries = Arrays.copyOf(countries, 2 * size);
      scores = Arrays.copyOf(scores, 2 * size);
    }
    countries[size] = (char) country;
    return size++;
  }

  /** How many countries have a number. */
  int size() {
    return size;
  }

  /** One of them, from 0 on. */
  int country(int at) {
    return countries[at];
  }
}
