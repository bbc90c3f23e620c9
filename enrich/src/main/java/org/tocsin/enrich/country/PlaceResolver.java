package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    return meaning.places().stream().anyMatch(Place::settlement);
  }

  /** Each sighting that is a place, with that place. */
  static List<Located> decide(Reading reading, Publisher publisher) {
    List<Sighting> all = withoutPeople(reading);
    List<Sighting> sightings = all.stream().filter(sighting -> !leader(sighting)).toList();
    Evidence evidence =
        new Evidence(new Reading(sightings, reading.people(), reading.hints()), publisher);
    Map<Long, Place> chosen = choose(sightings, evidence);
    Map<String, Double> certain = certainty(sightings, chosen);
    List<Located> decided = new ArrayList<>(sightings.size());
    for (Sighting sighting : sightings) {
      Place place = placeOf(sighting, chosen);
      boolean likely = sighting.chance() >= 0.4 || certain.getOrDefault(place.code(), 0.0) >= 1;
      if (certain.getOrDefault(place.code(), 0.0) >= ENOUGH && likely && sighting.chance() > 0.1) {
        decided.add(new Located(sighting, place));
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

  /** One meaning for each name, decided at its first sighting, the plainest names first. */
  private static Map<Long, Place> choose(List<Sighting> sightings, Evidence evidence) {
    Map<Long, Place> chosen = new HashMap<>();
    for (Sighting sighting : sightings) {
      if (sighting.ambiguous() && !chosen.containsKey(sighting.key())) {
        chosen.put(sighting.key(), evidence.choose(sighting));
      }
    }
    return chosen;
  }

  private static Place placeOf(Sighting sighting, Map<Long, Place> chosen) {
    return sighting.ambiguous()
        ? chosen.getOrDefault(sighting.key(), sighting.likeliest())
        : sighting.likeliest();
  }

  /** How sure it is that each country is named: different names add up, the same name does not. */
  private static Map<String, Double> certainty(List<Sighting> sightings, Map<Long, Place> chosen) {
    Map<String, Double> doubt = new HashMap<>();
    Map<Long, Double> best = new HashMap<>();
    for (Sighting sighting : sightings) {
      best.merge(sighting.key(), sighting.chance(), Math::max);
    }
    Set<Long> seen = new HashSet<>();
    for (Sighting sighting : sightings) {
      if (seen.add(sighting.key())) {
        double chance = best.getOrDefault(sighting.key(), 0.0);
        doubt.merge(placeOf(sighting, chosen).code(), 1 - chance, (a, b) -> a * b);
      }
    }
    Map<String, Double> certain = new HashMap<>();
    doubt.forEach((code, rest) -> certain.put(code, 1 - rest));
    return certain;
  }
}
