package org.tocsin.enrich.country;

/**
 * Numbers the {@linkplain Place#country countries} of an article from 1 on, once for all who count
 * or weigh them, so that what is known of a country stands in a small plain array. 0 stands for all
 * countries that have no number.
 */
final class CountryNumbers {
  private final char[] numbers = new char[Place.COUNTRIES];
  private int size;

  /** The number of a country, or 0. */
  int of(int country) {
    return numbers[country];
  }

  /** The number of a country, the next one where it had none. */
  int give(int country) {
    if (numbers[country] == 0) {
      numbers[country] = (char) ++size;
    }
    return numbers[country];
  }

  /** The highest number. */
  int highest() {
    return size;
  }
}
