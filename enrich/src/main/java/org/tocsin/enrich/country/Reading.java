package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.enrich.text.KeySet;

/**
 * What the passes over the title and the text of an article have found: place names, names of
 * people among them, and local vocabulary.
 *
 * @param people keys of words that are a person's surname somewhere in it
 * @param hints local vocabulary, one for each country
 * @param numbers of countries
 */
record Reading(
    List<Sighting> sightings, KeySet people, List<Vocabulary.Hint> hints, CountryNumbers numbers) {
  /** More than most articles have places. */
  private static final int USUAL = 32;

  Reading() {
    this(new ArrayList<>(USUAL), KeySet.ofAtMost(4), new ArrayList<>(0), new CountryNumbers());
  }
}
