package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.enrich.country.Place.Kind;

/**
 * Decides what ambiguous places mean: first by what directly follows ({@code Paris, Texas}), then
 * by which of the countries the article names elsewhere.
 */
final class PlaceResolver {
  private PlaceResolver() {}

  /** The sightings of one part, each with one meaning where its neighbour decides. */
  static List<Sighting> byNeighbour(String text, List<Sighting> sightings) {
    List<Sighting> decided = new ArrayList<>(sightings.size());
    for (int i = 0; i < sightings.size(); i++) {
      Sighting here = sightings.get(i);
      decided.add(i + 1 < sightings.size() ? within(text, here, sightings.get(i + 1)) : here);
    }
    return decided;
  }

  private static Sighting within(String text, Sighting place, Sighting next) {
    if (next.start() != place.end() + 2 || text.charAt(place.end()) != ',') {
      return place;
    }
    Kind kind = place.likeliest().kind();
    boolean state = next.meaning().places().stream().anyMatch(other -> other.kind() == Kind.STATE);
    if (state && (kind == Kind.CITY || kind == Kind.CAPITAL)) {
      return place.as(new Place("US", kind));
    }
    Kind container = next.likeliest().kind();
    boolean contains = container == Kind.NAME || container == Kind.REGION;
    return contains && kind == Kind.CITY
        ? place.as(new Place(next.likeliest().code(), kind))
        : place;
  }

  /** Each sighting with its place. */
  static Map<Sighting, Place> decide(List<Sighting> sightings) {
    Map<String, Integer> evidence = new HashMap<>();
    for (Sighting sighting : sightings) {
      if (!sighting.ambiguous()) {
        evidence.merge(sighting.likeliest().code(), 1, Integer::sum);
      }
    }
    Map<Sighting, Place> decided = new LinkedHashMap<>();
    sightings.forEach(sighting -> decided.put(sighting, decide(sighting, evidence)));
    return decided;
  }

  private static Place decide(Sighting sighting, Map<String, Integer> evidence) {
    Place likeliest = sighting.likeliest();
    if (!sighting.ambiguous() || evidence.containsKey(likeliest.code())) {
      return likeliest;
    }
    // The first of equals is the likeliest: max keeps the last, hence the comparison by "less
    // than".
    return sighting.meaning().places().stream()
        .min(Comparator.comparingInt(place -> -evidence.getOrDefault(place.code(), 0)))
        .orElse(likeliest);
  }
}
