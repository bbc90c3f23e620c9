package org.tocsin.enrich.country;

import java.util.List;
import java.util.stream.Stream;
import org.tocsin.enrich.country.Place.Kind;

/**
 * What an article says for each country, to settle which of several places of one name it means:
 * every other place of that country, local vocabulary, and where the publisher is. In the unit of
 * {@link Place#prior}: 1 outweighs ten times as many inhabitants.
 */
final class Evidence {
  private static final double MOST = 4;
  private static final double MOST_HINTS = 2;
  private static final double PUBLISHER = 1.5;
  private static final double NAMESAKE = 3;
  private static final double FIRST = 0.5;
  private static final double AMERICAN = 0.3;
  private static final double AMERICAN_TOWN = 0.3;
  private static final long COUNTRIES = Kind.NAME.bit() | Kind.DEMONYM.bit() | Kind.METONYM.bit();
  private static final long LOCAL = Kind.SETTLEMENTS | Kind.STATE.bit();
  private static final int UNITED_STATES = Place.country("US");

  /** Where papers in English are printed that are not American. */
  private static final int[] ENGLISH =
      Stream.of("CA", "GB", "AU", "IE", "NZ", "ZA", "IN").mapToInt(Place::country).toArray();

  private final CountryScores byCountry;
  private final Publisher publisher;
  private final int home;

  Evidence(List<Sighting> sightings, SightedNames names, Reading reading, Publisher publisher) {
    this.publisher = publisher;
    List<Vocabulary.Hint> hints = reading.hints();
    byCountry = new CountryScores(reading.numbers(), names.size() + hints.size() + 1);
    boolean[] seen = new boolean[names.size()];
    for (int i = 0; i < sightings.size(); i++) {
      Sighting sighting = sightings.get(i);
      if (!seen[names.name(i)] && sighting.has(Gist.DOMINANT)) {
        seen[names.name(i)] = true;
        byCountry.add(sighting.country(), worth(sighting) * sighting.chance(), MOST);
      }
    }
    for (Vocabulary.Hint hint : hints) {
      byCountry.add(hint.country(), Math.min(MOST_HINTS, hint.weight()), MOST);
    }
    if (publisher.country() != null) {
      byCountry.add(Place.country(publisher.country()), PUBLISHER, MOST + PUBLISHER);
    }
    home = home();
  }

  /** That an American is named says little about which Paris is meant; a county says a lot. */
  private static double worth(Sighting sighting) {
    boolean american = sighting.country() == UNITED_STATES && sighting.has(COUNTRIES);
    return american ? AMERICAN : sighting.kind().worth();
  }

  /** What a sighting of an ambiguous name means. */
  Place choose(Sighting sighting) {
    Meaning meaning = sighting.meaning();
    boolean namesake = publisher.named(sighting);
    double own = sighting.has(Gist.DOMINANT) ? worth(sighting) * sighting.chance() : 0;
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < meaning.rivals(); i++) {
      long place = meaning.rival(i);
      int country = Gist.country(place);
      boolean local = country == home && (place & LOCAL) != 0;
      double score = meaning.prior(i) + byCountry.of(country);
      score += i == 0 && !sighting.is(Kind.TOWN) ? FIRST : 0;
      score -= i == 0 ? own : 0;
      score += namesake && local ? NAMESAKE : 0;
      score += publisher.country() == null && local ? AMERICAN_TOWN : 0;
      if (score > highest) {
        highest = score;
        best = i;
      }
    }
    return best == 0 ? sighting.likeliest() : meaning.places().get(best);
  }

  /** Papers in English that do not say where they are printed are mostly American. */
  private int home() {
    if (publisher.country() != null) {
      return Place.country(publisher.country());
    }
    int most = UNITED_STATES;
    for (int country : ENGLISH) {
      most = byCountry.of(country) > byCountry.of(most) + 1 ? country : most;
    }
    return most;
  }
}
