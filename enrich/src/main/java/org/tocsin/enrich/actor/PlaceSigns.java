package org.tocsin.enrich.actor;

import org.tocsin.enrich.actor.Lexicon.Kind;
import org.tocsin.enrich.text.KeySet;

/** Weighs what speaks for a place or a thing, neither of which acts. */
final class PlaceSigns {
  private static final int GIVEN = Kind.GIVEN.bit();
  private static final int TOWN = Kind.TOWN.bit();
  private static final int NATION = Kind.NATION.bit();
  private static final int PLACE = Kind.PLACE.bit();
  private static final int THING = Kind.THING.bit();
  private static final int PLACE_FIRST = Kind.PLACE_FIRST.bit();

  /** What lies in the land, before its name: {@code Lake Victoria}. */
  private static final KeySet FEATURES =
      KeySet.of("lake", "mount", "mt", "cape", "gulf", "isle", "strait");

  private static final Weights LONE = new Weights().but(3, TOWN, GIVEN).both(1.5, TOWN, GIVEN);
  private static final Weights FIRST = new Weights().any(1.2, PLACE_FIRST);
  private static final Weights LAST =
      new Weights().any(4, PLACE).any(3, THING).any(0.6, TOWN);

  private final Reading reading;

  PlaceSigns(Reading reading) {
    this.reading = reading;
  }

  double shape(Run run) {
    double sum = run.size() == 1 ? LONE.of(reading.kinds(run.from())) : several(run);
    int all = NATION;
    for (int i = run.from(); i < run.to(); i++) {
      all &= reading.kinds(i);
    }
    return sum + (all != 0 ? 3 : 0);
  }

  private double several(Run run) {
    long phrase = reading.words().phrase(run.from(), run.to());
    double sum = FIRST.of(reading.kinds(run.from())) + LAST.of(reading.kinds(run.last()));
    sum += reading.lexicon().place(phrase) ? 3 : 0;
    sum += reading.lexicon().land(phrase) ? 3 : 0;
    return sum + (reading.reads(run.from(), FEATURES) ? 2 : 0);
  }

  double context(Run run) {
    int from = run.from();
    int to = run.to();
    double sum = 0;
    if (from > 0 && reading.adjacent(from - 1) && !reading.capital(from - 1)) {
      sum += reading.is(from - 1, Kind.LOCATIVE) ? 1.2 : 0;
      sum += reading.is(from - 1, Kind.WORK_BEFORE) ? 2 : 0;
      boolean of = reading.reads(from - 1, Reading.OF);
      sum += of && reading.is(from - 2, Kind.PLACE) ? 2 : 0;
    }
    sum += reading.quoted(from) ? 3 : 0;
    if (reading.comma(to - 1) && reading.capital(to)) {
      sum += reading.is(to, Kind.NATION) || reading.is(to, Kind.TOWN) ? 1.5 : 0;
    }
    boolean thing =
        reading.has(to)
            && reading.bound(to - 1)
            && (reading.is(to, Kind.THING) || reading.is(to, Kind.PLACE));
    boolean named = reading.thingAhead(to) || (thing && reading.capital(to));
    return sum + (named ? 3 : thing ? 0.6 : 0);
  }
}
