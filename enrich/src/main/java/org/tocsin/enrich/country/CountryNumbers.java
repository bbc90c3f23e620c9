package org.tocsin.enrich.country;

/**
 * Numbers the {@linkplain Place#country countries} of an article, from 0 on in order of first
 * mention, so that what is known of a country stands in a list or plain array.
 */
final class CountryNumbers {
  static final int NONE = -1;

  /** One more than the number of a country. */
  private final char[] numbers = new char[Place.COUNTRIES];

  private int size;

  /** The number of a country, or {@link #NONE}. */
  int of(int country) {
    return numbers[country] - 1;
  }

  /** The number of a country, the next one where it had none. */
  int give(int country) {
    if (numbers[country] == 0) {
      numbers[country] = (char) ++size;
    }
    return numbers[country] - 1;
  }

  /** How many countries have a number. */
  int size() {
    return size;
  }
}
