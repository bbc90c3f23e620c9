package org.tocsin.enrich.country;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.enrich.country.Place.Kind;

/**
 * What an article says for each country, to settle which of several places of one name it means:
 * every other place of that country, local vocabulary, and where the publisher is. In the unit of
 * {@link Place#prior}: 1 outweighs ten times as many inhabitants.
 */
final class Evidence {
  private static final double MOST = 4;
  private static final double MOST_HINTS = 1.6;
  private static final double PUBLISHER = 1.5;
  private static final double NAMESAKE = 2.5;

  private final Map<String, Double> byCountry = new HashMap<>();
  private final Publisher publisher;

  Evidence(Reading reading, Publisher publisher) {
    this.publisher = publisher;
    Set<Long> seen = new HashSet<>();
    for (Sighting sighting : reading.sightings()) {
      if (!sighting.ambiguous() && seen.add(sighting.key())) {
        Place place = sighting.likeliest();
        add(place.code(), worth(place) * sighting.chance(), MOST);
      }
    }
    reading.hints().forEach((country, weight) -> add(country, Math.min(MOST_HINTS, weight), MOST));
    if (publisher.country() != null) {
      add(publisher.country(), PUBLISHER, MOST + PUBLISHER);
    }
  }

  /** The sightings that may be another country's count for nothing until they are settled. */
  void settle(Place place) {
    add(place.code(), worth(place) / 2, MOST);
  }

  private void add(String country, double weight, double most) {
    byCountry.merge(country, weight, (a, b) -> Math.min(most, a + b));
  }

  /** That an American is named says little about which Paris is meant; a county says a lot. */
  private static double worth(Place place) {
    boolean american = place.code().equals("US");
    return switch (place.kind()) {
      case COUNTY -> 1.5;
      case STATE -> 0.8;
      case NAME, DEMONYM, METONYM -> american ? 0.3 : 1.2;
      case HISTORIC -> 0.8;
      default -> 1;
    };
  }

  double of(String country) {
    return byCountry.getOrDefault(country, 0.0);
  }

  /** The likeliest meaning of a sighting. */
  Place choose(Sighting sighting) {
    List<Place> places = sighting.meaning().places();
    if (places.size() == 1) {
      return places.get(0);
    }
    boolean namesake = publisher.named(sighting.text());
    Place best = places.get(0);
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < places.size(); i++) {
      double score = places.get(i).prior() + of(places.get(i).code()) + (i == 0 ? 0.3 : 0);
      score += namesake && local(places.get(i)) ? NAMESAKE : 0;
      if (score > highest) {
        highest = score;
        best = places.get(i);
      }
    }
    return best;
  }

  /** Papers called after a town without saying where it is are mostly American. */
  private boolean local(Place place) {
    String home = publisher.country() == null ? "US" : publisher.country();
    return place.code().equals(home) && (place.settlement() || place.kind() == Kind.STATE);
  }
}
