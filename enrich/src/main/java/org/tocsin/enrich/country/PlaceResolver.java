package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.country.Place.Kind;
import org.tocsin.enrich.text.KeySet;

/**
 * Decides what place names mean and whether they are places: first by what directly follows ({@code
 * Paris, Texas}), then by the {@link Evidence} of the whole article. A lesser town alone does not
 * make a country; several, or one with a word beside it that says so, do.
 */
final class PlaceResolver {
  /** From this chance on that one of a country's lesser towns is meant, the country is. */
  private static final double ENOUGH = 0.5;

  private PlaceResolver() {}

  /** Gives those sightings one meaning whose neighbour decides. */
  private static void byNeighbour(List<Sighting> sightings) {
    for (int i = 1; i < sightings.size(); i++) {
      Sighting place = sightings.get(i - 1);
      Sighting next = sightings.get(i);
      if (next.start() == place.end() + 2 && next.in() == place.in()) {
        sightings.set(i - 1, within(place, next));
      }
    }
  }

  private static Sighting within(Sighting place, Sighting next) {
    boolean comma = place.text().charAt(place.end()) == ',';
    boolean bracket = place.text().startsWith(" (", place.end());
    if (!(comma || bracket) || !place.has(Gist.ANY_SETTLEMENT)) {
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
    boolean movable = !place.is(Kind.CAPITAL);
    return state && movable && known == null && place.settlement()
        ? new Place(container.code(), Kind.TOWN)
        : null;
  }

  /** Each sighting that is a place, with that place. */
  static List<Located> decide(Reading reading, Publisher publisher) {
    byNeighbour(reading.sightings());
    List<Sighting> leaders = new ArrayList<>(0);
    List<Sighting> sightings = new ArrayList<>(reading.sightings().size());
    for (Sighting sighting : reading.sightings()) {
      if (!person(sighting, reading.people())) {
        (sighting.is(Kind.LEADER) ? leaders : sightings).add(sighting);
      }
    }
    List<Located> decided = decide(sightings, reading, publisher);
    if (decided.isEmpty()) {
      leaders.forEach(leader -> decided.add(new Located(leader, leader.likeliest())));
    }
    return decided;
  }

  /** Whether its name is a person's surname elsewhere, and no word beside it says "place". */
  private static boolean person(Sighting sighting, KeySet people) {
    return !sighting.cued()
        && !sighting.has(Kind.NAME.bit() | Kind.CAPITAL.bit())
        && people.contains(sighting.key());
  }

  private static List<Located> decide(
      List<Sighting> sightings, Reading reading, Publisher publisher) {
    SightedNames names = new SightedNames(sightings);
    Place[] meant =
        choose(sightings, names, () -> new Evidence(sightings, names, reading, publisher));
    double[] doubt = doubt(names, meant, reading.numbers());
    List<Located> decided = new ArrayList<>(sightings.size());
    for (int i = 0; i < meant.length; i++) {
      double chance = sightings.get(i).chance();
      double certain = 1 - doubt[reading.numbers().of(meant[i].country())];
      if (certain >= ENOUGH && (chance >= 0.4 || certain >= 1) && chance > 0.1) {
        decided.add(new Located(sightings.get(i), meant[i]));
      }
    }
    return decided;
  }

  /**
   * What each sighting means: an ambiguous name is decided once, at its first sighting.
   *
   * @param article its evidence, which is gathered where there is such a name
   */
  private static Place[] choose(
      List<Sighting> sightings, SightedNames names, Supplier<Evidence> article) {
    Evidence evidence = null;
    @Nullable Place[] chosen = new Place[names.size()];
    Place[] meant = new Place[sightings.size()];
    for (int i = 0; i < meant.length; i++) {
      Sighting sighting = sightings.get(i);
      Place place = sighting.ambiguous() ? chosen[names.name(i)] : sighting.likeliest();
      if (place == null) {
        evidence = evidence == null ? article.get() : evidence;
        place = evidence.choose(sighting);
        chosen[names.name(i)] = place;
      }
      meant[i] = place;
    }
    return meant;
  }

  /**
   * How doubtful it is that each country, by its number, is named: different names add up, the same
   * does not.
   */
  private static double[] doubt(SightedNames names, Place[] meant, CountryNumbers numbers) {
    for (Place place : meant) {
      numbers.give(place.country());
    }
    double[] doubt = new double[numbers.highest() + 1];
    Arrays.fill(doubt, 1);
    for (int name = 0; name < names.size(); name++) {
      int country = numbers.of(meant[names.first(name)].country());
      doubt[country] *= 1 - names.chance(name);
    }
    return doubt;
  }
}
