package org.tocsin.enrich.country;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one pass over a title or text has found: place names, names of people among them, and local
 * vocabulary.
 *
 * @param people keys of words that are a person's surname somewhere in it
 * @param hints local vocabulary by country, each word counted once
 */
record Reading(List<Sighting> sightings, Set<Long> people, Map<String, Double> hints) {
  static Reading empty(List<Sighting> sightings) {
    return new Reading(sightings, new HashSet<>(), new HashMap<>());
  }
}
