package org.tocsin.enrich.country;

import java.util.List;
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
  private static final double DOMINANCE = 1.5;
  private static final double FIRST = 0.5;
  private static final double AMERICAN_TOWN = 0.3;

  private final CodeScores byCountry = new CodeScores();
  private final Publisher publisher;
  private final String home;

  Evidence(Reading reading, SightedNames names, Publisher publisher) {
    this.publisher = publisher;
    boolean[] seen = new boolean[names.size()];
    List<Sighting> sightings = reading.sightings();
    for (int i = 0; i < sightings.size(); i++) {
      Sighting sighting = sightings.get(i);
      if (!seen[names.name(i)] && dominant(sighting.meaning())) {
        seen[names.name(i)] = true;
        Place place = sighting.likeliest();
        add(place.code(), worth(place) * sighting.chance(), MOST);
      }
    }
    reading.hints().forEach((country, weight) -> add(country, Math.min(MOST_HINTS, weight), MOST));
    if (publisher.country() != null) {
      add(publisher.country(), PUBLISHER, MOST + PUBLISHER);
    }
    home = home();
  }

  /** Whether a name hardly ever means another place; the others are what is to be settled. */
  private static boolean dominant(Meaning meaning) {
    double first = meaning.likeliest().prior();
    for (int i = 1; i < meaning.places().size(); i++) {
      if (meaning.places().get(i).prior() + DOMINANCE > first) {
        return false;
      }
    }
    return true;
  }

  private void add(String country, double weight, double most) {
    double known = byCountry.of(country, Double.NaN);
    byCountry.set(country, Double.isNaN(known) ? weight : Math.min(most, known + weight));
  }

  /** That an American is named says little about which Paris is meant; a county says a lot. */
  private static double worth(Place place) {
    boolean american = place.code().equals("US");
    return switch (place.kind()) {
      case COUNTY -> 1.5;
      case STATE -> 1;
      case NAME, DEMONYM, METONYM -> american ? 0.3 : 1.2;
      case HISTORIC -> 0.8;
      case LEADER -> 0;
      case TOWN -> 0.5;
      default -> 1;
    };
  }

  double of(String country) {
    return byCountry.of(country, 0);
  }

  /** The likeliest meaning of a sighting. */
  Place choose(Sighting sighting) {
    List<Place> places = sighting.meaning().places();
    if (places.size() == 1) {
      return places.get(0);
    }
    boolean namesake = publisher.named(sighting.text());
    double own = dominant(sighting.meaning()) ? worth(places.get(0)) * sighting.chance() : 0;
    Place best = places.get(0);
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      double score = place.prior() + of(place.code()) + (i == 0 && place.famous() ? FIRST : 0);
      score -= i == 0 ? own : 0;
      score += namesake && local(place) ? NAMESAKE : 0;
      score += publisher.country() == null && local(place) ? AMERICAN_TOWN : 0;
      if (score > highest) {
        highest = score;
        best = place;
      }
    }
    return best;
  }

  private boolean local(Place place) {
    return place.code().equals(home) && (place.settlement() || place.kind() == Kind.STATE);
  }

  /** Papers in English that do not say where they are printed are mostly American. */
  private String home() {
    String home = publisher.country();
    if (home != null) {
      return home;
    }
    String most = "US";
    for (String country : List.of("CA", "GB", "AU", "IE", "NZ", "ZA", "IN")) {
      most = of(country) > of(most) + 1 ? country : most;
    }
    return most;
  }
}
