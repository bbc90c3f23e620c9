package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.country.Place.Kind;

/**
 * Decides what place names mean and whether they are places: first by what directly follows ({@code
 * Paris, Texas}), then by the {@link Evidence} of the whole article. A lesser town alone does not
 * make a country; several, or one with a word beside it that says so, do.
 */
final class PlaceResolver {
  /** From this chance on that one of a country's lesser towns is meant, the country is. */
  private static final double ENOUGH = 0.5;

  private PlaceResolver() {}

  /** The sightings of one part, each with one meaning where its neighbour decides. */
  static List<Sighting> byNeighbour(String text, List<Sighting> sightings) {
    List<Sighting> decided = new ArrayList<>(sightings.size());
    for (int i = 0; i < sightings.size(); i++) {
      Sighting here = sightings.get(i);
      Sighting next = i + 1 < sightings.size() ? sightings.get(i + 1) : null;
      decided.add(next == null ? here : within(text, here, next));
    }
    return decided;
  }

  private static Sighting within(String text, Sighting place, Sighting next) {
    boolean comma = next.start() == place.end() + 2 && text.charAt(place.end()) == ',';
    boolean bracket = next.start() == place.end() + 2 && text.startsWith(" (", place.end());
    if (next.in() != place.in() || !(comma || bracket) || !town(place.meaning())) {
      return place;
    }
    for (Place container : next.meaning().places()) {
      Place inside = container.settlement() ? null : inside(place, container);
      if (inside != null) {
        return place.as(inside);
      }
    }
    return place;
  }

  private static @Nullable Place inside(Sighting place, Place container) {
    Place known = place.meaning().in(container.code());
    if (known != null && !known.nation()) {
      return known;
    }
    boolean state = container.kind() == Kind.STATE || container.kind() == Kind.REGION;
    boolean movable = place.likeliest().kind() != Kind.CAPITAL;
    return state && movable && known == null && place.likeliest().settlement()
        ? new Place(container.code(), Kind.TOWN)
        : null;
  }

  private static boolean town(Meaning meaning) {
    for (Place place : meaning.places()) {
      if (place.settlement()) {
        return true;
      }
    }
    return false;
  }

  /** Each sighting that is a place, with that place. */
  static List<Located> decide(Reading reading, Publisher publisher) {
    List<Sighting> all = withoutPeople(reading);
    List<Sighting> sightings = new ArrayList<>(all.size());
    for (Sighting sighting : all) {
      if (!leader(sighting)) {
        sightings.add(sighting);
      }
    }
    SightedNames names = new SightedNames(sightings);
    Evidence evidence =
        new Evidence(new Reading(sightings, reading.people(), reading.hints()), names, publisher);
    Place[] meant = choose(sightings, names, evidence);
    CodeScores doubt = doubt(sightings, names, meant);
    List<Located> decided = new ArrayList<>(sightings.size());
    for (int i = 0; i < meant.length; i++) {
      double chance = sightings.get(i).chance();
      double certain = 1 - doubt.of(meant[i].code(), 1);
      if (certain >= ENOUGH && (chance >= 0.4 || certain >= 1) && chance > 0.1) {
        decided.add(new Located(sightings.get(i), meant[i]));
      }
    }
    if (decided.isEmpty()) {
      all.stream()
          .filter(PlaceResolver::leader)
          .forEach(leader -> decided.add(new Located(leader, leader.likeliest())));
    }
    return decided;
  }

  private static boolean leader(Sighting sighting) {
    return sighting.likeliest().kind() == Kind.LEADER;
  }

  /** Places whose name is a person's surname elsewhere, unless a word beside them says "place". */
  private static List<Sighting> withoutPeople(Reading reading) {
    if (reading.people().isEmpty()) {
      return reading.sightings();
    }
    List<Sighting> kept = new ArrayList<>(reading.sightings().size());
    for (Sighting sighting : reading.sightings()) {
      boolean person = reading.people().contains(sighting.key()) && !sighting.cued();
      boolean nation =
          sighting.likeliest().kind() == Kind.NAME || sighting.likeliest().kind() == Kind.CAPITAL;
      if (!person || nation) {
        kept.add(sighting);
      }
    }
    return kept;
  }

  /** What each sighting means: an ambiguous name is decided once, at its first sighting. */
  private static Place[] choose(List<Sighting> sightings, SightedNames names, Evidence evidence) {
    @Nullable Place[] chosen = new Place[names.size()];
    Place[] meant = new Place[sightings.size()];
    for (int i = 0; i < meant.length; i++) {
      Sighting sighting = sightings.get(i);
      Place place = sighting.ambiguous() ? chosen[names.name(i)] : sighting.likeliest();
      if (place == null) {
        place = evidence.choose(sighting);
        chosen[names.name(i)] = place;
      }
      meant[i] = place;
    }
    return meant;
  }

  /** How doubtful it is that each country is named: different names add up, the same does not. */
  private static CodeScores doubt(List<Sighting> sightings, SightedNames names, Place[] meant) {
    double[] best = new double[names.size()];
    for (int i = 0; i < meant.length; i++) {
      best[names.name(i)] = Math.max(best[names.name(i)], sightings.get(i).chance());
    }
    CodeScores doubt = new CodeScores();
    int named = 0;
    for (int i = 0; i < meant.length; i++) {
      if (names.name(i) == named) {
        String code = meant[i].code();
        doubt.set(code, doubt.of(code, 1) * (1 - best[named++]));
      }
    }
    return doubt;
  }
}
