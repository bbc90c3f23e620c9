package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a phrase of the gazetteer may stand for, the likeliest first.
 *
 * @param places empty for a phrase that hides a place name and says nothing itself
 * @param exact whether it counts only as written in capitals ({@code US})
 */
record Meaning(List<Place> places, boolean exact) {
  static final Meaning NOTHING = new Meaning(List.of(), false);

  Meaning {
    places = List.copyOf(places);
  }

  boolean stop() {
    return places.isEmpty();
  }

  /** This or that: {@code place} added unless its country is already among them. */
  static Meaning or(@Nullable Meaning known, Place place, boolean exact) {
    if (known == null) {
      return new Meaning(List.of(place), exact);
    }
    if (known.stop()
        || known.places.stream().anyMatch(other -> other.code().equals(place.code()))) {
      return known;
    }
    List<Place> more = new ArrayList<>(known.places);
    more.add(place);
    return new Meaning(more, known.exact && exact);
  }

  /** The same with the places of {@code code} in front. */
  Meaning preferring(String code) {
    List<Place> sorted = new ArrayList<>(places);
    sorted.sort((a, b) -> Boolean.compare(b.code().equals(code), a.code().equals(code)));
    return new Meaning(sorted, exact);
  }
}
