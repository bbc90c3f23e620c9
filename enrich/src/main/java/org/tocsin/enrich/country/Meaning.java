package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a phrase of the gazetteer may stand for, the likeliest first.
 *
 * @param places empty for a phrase that hides a place name and says nothing itself
 * @param exact whether it counts only as written in capitals ({@code US})
 * @param word whether it is an ordinary word as well ({@code Reading})
 * @param doubtful whether it is one so often that a word beside it must say "place"
 */
record Meaning(List<Place> places, boolean exact, boolean word, boolean doubtful) {
  static final Meaning NOTHING = new Meaning(List.of(), false, false, false);

  Meaning {
    places = List.copyOf(places);
  }

  boolean stop() {
    return places.isEmpty();
  }

  Place likeliest() {
    return places.get(0);
  }

  boolean ambiguous() {
    return places.size() > 1;
  }

  /** Whether it is only ever a lesser town. */
  boolean obscure() {
    return !places.get(0).famous();
  }

  /** The place of a country among its meanings, or null. */
  @Nullable Place in(String code) {
    for (Place place : places) {
      if (place.code().equals(code)) {
        return place;
      }
    }
    return null;
  }

  static Meaning of(Place place) {
    return new Meaning(List.of(place), false, false, false);
  }

  /** This or that: {@code place} added unless its country is already among them. */
  static Meaning or(@Nullable Meaning known, Place place, boolean exact) {
    if (known == null) {
      return new Meaning(List.of(place), exact, false, false);
    }
    if (known.stop()) {
      return known;
    }
    List<Place> more = new ArrayList<>(known.places);
    for (int i = 0; i < more.size(); i++) {
      if (more.get(i).code().equals(place.code())) {
        more.set(i, more.get(i).with(place.people()));
        return new Meaning(more, known.exact && exact, known.word, known.doubtful);
      }
    }
    more.add(place);
    return new Meaning(more, known.exact && exact, known.word, known.doubtful);
  }

  /** The same, being an ordinary word too. */
  Meaning asWord() {
    return new Meaning(places, exact, true, doubtful);
  }

  /** The same, being more often a word than a place. */
  Meaning asDoubtful() {
    return new Meaning(places, exact, word, true);
  }

  /** The same with the places of {@code code} in front. */
  Meaning preferring(String code) {
    List<Place> sorted = new ArrayList<>(places);
    sorted.sort((a, b) -> Boolean.compare(b.code().equals(code), a.code().equals(code)));
    return new Meaning(sorted, exact, word, doubtful);
  }
}
