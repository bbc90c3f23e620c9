package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.enrich.text.KeySet;

/**
 * What the passes over the title and the text of an article have found: place names, names of
 * people among them, and local vocabulary.
 *
 * @param people keys of words that are a person's surname somewhere in it
 * @param hints local vocabulary by country, each word counted once in a part
 */
record Reading(List<Sighting> sightings, KeySet people, CountryScores hints) {
  Reading() {
    this(new ArrayList<>(), KeySet.ofAtMost(8), new CountryScores());
  }
}
