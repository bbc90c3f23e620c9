package org.tocsin.enrich.country;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.enrich.text.KeySet;

/**
 * What one pass over a title or text has found: place names, names of people among them, and local
 * vocabulary.
 *
 * @param people keys of words that are a person's surname somewhere in it
 * @param hints local vocabulary by country, each word counted once
 */
record Reading(List<Sighting> sightings, KeySet people, Map<String, Double> hints) {
  static Reading empty(List<Sighting> sightings) {
    return new Reading(sightings, KeySet.ofAtMost(8), new HashMap<>());
  }
}
