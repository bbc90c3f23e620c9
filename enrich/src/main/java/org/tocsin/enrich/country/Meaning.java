package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.country.Place.Kind;

/**
 * What a phrase of the gazetteer may stand for, the likeliest first. What is asked of every phrase
 * of a text is answered here, without a look at the places, which lie far apart in memory.
 */
final class Meaning {
  /** Of a phrase that hides a place name and says nothing itself. */
  static final Meaning NOTHING = new Meaning(List.of(), false, false, false);

  /** By how much more {@link Place#prior} a name hardly ever means another place. */
  private static final double DOMINANCE = 1.5;

  private final List<Place> places;
  private final @Nullable Place likeliest;
  private final @Nullable Kind kind;
  private final boolean exact;
  private final boolean word;
  private final boolean doubtful;
  private final boolean ambiguous;
  private final boolean dominant;

  private Meaning(List<Place> places, boolean exact, boolean word, boolean doubtful) {
    this.places = List.copyOf(places);
    this.likeliest = places.isEmpty() ? null : places.get(0);
    this.kind = likeliest == null ? null : likeliest.kind();
    this.exact = exact;
    this.word = word;
    this.doubtful = doubtful;
    this.ambiguous = places.size() > 1;
    this.dominant = dominant(places);
  }

  private static boolean dominant(List<Place> places) {
    return places.stream()
        .skip(1)
        .noneMatch(other -> other.prior() + DOMINANCE > places.get(0).prior());
  }

  /** None for a phrase that hides a place name. */
  List<Place> places() {
    return places;
  }

  boolean stop() {
    return likeliest == null;
  }

  Place likeliest() {
    return Objects.requireNonNull(likeliest);
  }

  /** Whether it counts only as written in capitals ({@code US}). */
  boolean exact() {
    return exact;
  }

  /** Whether it is an ordinary word as well ({@code Reading}). */
  boolean word() {
    return word;
  }

  /** Whether it is one so often that a word beside it must say "place". */
  boolean doubtful() {
    return doubtful;
  }

  boolean ambiguous() {
    return ambiguous;
  }

  /** Whether it hardly ever means another place than the likeliest. */
  boolean dominant() {
    return dominant;
  }

  /** Whether the likeliest is of a kind. */
  boolean is(Kind of) {
    return kind == of;
  }

  /** Whether it is a country by name. */
  boolean nation() {
    return kind != null && kind.nation();
  }

  /** Whether it is a settlement, of which there may be others of the same name. */
  boolean settlement() {
    return kind != null && kind.settlement();
  }

  /** Whether it is only ever a lesser town. */
  boolean obscure() {
    return kind == Kind.TOWN;
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
