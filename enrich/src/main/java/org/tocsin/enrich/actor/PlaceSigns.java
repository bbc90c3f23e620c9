package org.tocsin.enrich.actor;

import org.tocsin.enrich.actor.Lexicon.Kind;

/** Weighs what speaks for a place or a thing, neither of which acts. */
final class PlaceSigns {
  private final Reading reading;

  PlaceSigns(Reading reading) {
    this.reading = reading;
  }

  double shape(Run run) {
    double sum = reading.lexicon().place(reading.words().phrase(run.from(), run.to())) ? 3 : 0;
    boolean given = reading.is(run.from(), Kind.GIVEN);
    sum += sum == 0 && run.size() == 1 && reading.is(run.from(), Kind.TOWN) ? 3 : 0;
    sum -= sum > 0 && run.size() == 1 && given ? 1.5 : 0;
    sum += run.size() > 1 && reading.is(run.last(), Kind.PLACE) ? 4 : 0;
    sum += run.size() > 1 && reading.is(run.last(), Kind.THING) ? 3 : 0;
    sum += run.size() > 1 && reading.is(run.from(), Kind.PLACE_FIRST) ? 1.2 : 0;
    sum += run.size() > 1 && reading.is(run.last(), Kind.TOWN) ? 0.6 : 0;
    boolean nation = true;
    for (int i = run.from(); i < run.to(); i++) {
      nation &= reading.is(i, Kind.NATION);
    }
    return sum + (nation ? 3 : 0);
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
    if (reading.has(to) && reading.gapIs(to - 1, ", ") && reading.capital(to)) {
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
