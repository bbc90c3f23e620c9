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

  private static final Weights LONE = new Weights().but(30, TOWN, GIVEN).both(15, TOWN, GIVEN);
  private static final Weights FIRST = new Weights().any(12, PLACE_FIRST);
  private static final Weights LAST = new Weights().any(40, PLACE).any(30, THING).any(6, TOWN);

  private final Reading reading;

  PlaceSigns(Reading reading) {
    this.reading = reading;
  }

  int shape(Run run) {
    int sum = run.size() == 1 ? LONE.of(reading.kinds(run.from())) : several(run);
    int all = NATION;
    for (int i = run.from(); i < run.to(); i++) {
      all &= reading.kinds(i);
    }
    return sum + (all != 0 ? 30 : 0);
  }

  private int several(Run run) {
    long phrase = reading.words().phrase(run.from(), run.to());
    int sum = FIRST.of(reading.kinds(run.from())) + LAST.of(reading.kinds(run.last()));
    sum += reading.lexicon().place(phrase) ? 30 : 0;
    sum += reading.lexicon().land(phrase) ? 30 : 0;
    return sum + (reading.reads(run.from(), FEATURES) ? 20 : 0);
  }

  int context(Run run) {
    int from = run.from();
    int to = run.to();
    int sum = 0;
    if (from > 0 && reading.adjacent(from - 1) && !reading.capital(from - 1)) {
      sum += reading.is(from - 1, Kind.LOCATIVE) ? 12 : 0;
      sum += reading.is(from - 1, Kind.WORK_BEFORE) ? 20 : 0;
      boolean of = reading.reads(from - 1, Reading.OF);
      sum += of && reading.is(from - 2, Kind.PLACE) ? 20 : 0;
    }
    sum += reading.quoted(from) ? 30 : 0;
    if (reading.comma(to - 1) && reading.capital(to)) {
      sum += reading.is(to, Kind.NATION) || reading.is(to, Kind.TOWN) ? 15 : 0;
    }
    boolean thing =
        reading.has(to)
            && reading.bound(to - 1)
            && (reading.is(to, Kind.THING) || reading.is(to, Kind.PLACE));
    boolean named = reading.thingAhead(to) || (thing && reading.capital(to));
    return sum + (named ? 30 : thing ? 6 : 0);
  }
}
