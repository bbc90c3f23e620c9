package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a name of the gazetteer may stand for, the likeliest first. What is asked of every name of a
 * text its {@link Gist} answers.
 */
final class Meaning {
  private static final long[] NONE = {};

  /** Of a phrase that hides a place name and says nothing itself. */
  static final Meaning NOTHING = new Meaning(List.of(), 0);

  /** By how much more {@link Place#prior} a name hardly ever means another place. */
  private static final double DOMINANCE = 1.5;

  private static final int LARGE = 500_000;
  private static final int MIDDLING = 100_000;

  /** The flags of a gist that do not follow from the places. */
  private static final long SAID = Gist.EXACT | Gist.WORD | Gist.DOUBTFUL;

  private final List<Place> places;
  private final long gist;

  /** Of each place its gist, and {@link Place#prior} as bits: near each other, to be weighed. */
  private final long[] rivals;

  private Meaning(List<Place> places, long said) {
    this.places = List.copyOf(places);
    this.gist = said | gist(places);
    this.rivals = places.size() > 1 ? rivals(places) : NONE;
  }

  private static long[] rivals(List<Place> places) {
    long[] rivals = new long[2 * places.size()];
    for (int i = 0; i < places.size(); i++) {
      rivals[2 * i] = places.get(i).gist();
      rivals[2 * i + 1] = Double.doubleToRawLongBits(places.get(i).prior());
    }
    return rivals;
  }

  private static long gist(List<Place> places) {
    if (places.isEmpty()) {
      return 0;
    }
    Place likeliest = places.get(0);
    return likeliest.gist()
        | (likeliest.people() >= LARGE ? Gist.LARGE : 0)
        | (likeliest.people() >= MIDDLING ? Gist.MIDDLING : 0)
        | (likeliest.own() ? Gist.OWN : 0)
        | (places.size() > 1 ? Gist.AMBIGUOUS : 0)
        | (dominant(places) ? Gist.DOMINANT : 0)
        | (places.stream().anyMatch(Place::settlement) ? Gist.ANY_SETTLEMENT : 0);
  }

  /** Whether it hardly ever means another place than the likeliest. */
  private static boolean dominant(List<Place> places) {
    return places.stream()
        .skip(1)
        .noneMatch(other -> other.prior() + DOMINANCE > places.get(0).prior());
  }

  /** What {@link Gist} takes apart, not yet numbered. */
  long gist() {
    return gist;
  }

  /** None for a phrase that hides a place name. */
  List<Place> places() {
    return places;
  }

  boolean stop() {
    return places.isEmpty();
  }

  Place likeliest() {
    return places.get(0);
  }

  /** Whether it counts only as written in capitals ({@code US}). */
  boolean exact() {
    return (gist & Gist.EXACT) != 0;
  }

  /** Whether it is an ordinary word so often that a word beside it must say "place". */
  boolean doubtful() {
    return (gist & Gist.DOUBTFUL) != 0;
  }

  /** How many places of an ambiguous name are to be weighed against each other. */
  int rivals() {
    return rivals.length / 2;
  }

  /** The gist of one of them: its kind and country. */
  long rival(int number) {
    return rivals[2 * number];
  }

  /** Its {@link Place#prior}. */
  double prior(int number) {
    return Double.longBitsToDouble(rivals[2 * number + 1]);
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
    return new Meaning(List.of(place), 0);
  }

  /** This or that: {@code place} added unless its country is already among them. */
  static Meaning or(@Nullable Meaning known, Place place, boolean exact) {
    if (known == null) {
      return new Meaning(List.of(place), exact ? Gist.EXACT : 0);
    }
    if (known.stop()) {
      return known;
    }
    long said = known.gist & (exact ? SAID : SAID & ~Gist.EXACT);
    List<Place> more = new ArrayList<>(known.places);
    for (int i = 0; i < more.size(); i++) {
      if (more.get(i).code().equals(place.code())) {
        more.set(i, more.get(i).with(place.people()));
        return new Meaning(more, said);
      }
    }
    more.add(place);
    return new Meaning(more, said);
  }

  /** The same, being an ordinary word too ({@code Reading}). */
  Meaning asWord() {
    return new Meaning(places, (gist & SAID) | Gist.WORD);
  }

  /** The same, being more often a word than a place. */
  Meaning asDoubtful() {
    return new Meaning(places, (gist & SAID) | Gist.DOUBTFUL);
  }

  /** The same with the places of {@code code} in front. */
  Meaning preferring(String code) {
    List<Place> sorted = new ArrayList<>(places);
    sorted.sort((a, b) -> Boolean.compare(b.code().equals(code), a.code().equals(code)));
    return new Meaning(sorted, gist & SAID);
  }
}
