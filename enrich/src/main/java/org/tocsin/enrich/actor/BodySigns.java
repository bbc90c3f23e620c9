package org.tocsin.enrich.actor;

import org.tocsin.enrich.actor.Lexicon.Kind;
import org.tocsin.enrich.text.Words;

/**
 * Weighs what speaks for a body whose name has no telling noun: {@code ABC}, {@code members of the
 * Greens}, {@code Fair Future (FF)}.
 */
final class BodySigns {
  private static final int LONGEST_ACRONYM = 7;
  private static final long IN = Words.folded("in");

  private static final int GIVEN = Kind.GIVEN.bit();
  private static final int SURNAME = Kind.SURNAME.bit();
  private static final int COMMON = Kind.COMMON.bit();
  private static final int MODIFIER = Kind.MODIFIER.bit();
  private static final int NATION = Kind.NATION.bit();
  private static final int HOMES = Kind.TOWN.bit() | NATION;
  private static final int THINGS = Kind.PLACE.bit() | Kind.THING.bit();

  private static final Weights FORENAME = new Weights().but(-10, GIVEN, COMMON);

  private final Reading reading;

  BodySigns(Reading reading) {
    this.reading = reading;
  }

  /** What the words themselves say. */
  int shape(Run run) {
    int sum = run.size() > 1 ? several(run) : lone(run.from());
    int all = NATION;
    for (int i = run.from(); i < run.to(); i++) {
      all &= reading.kinds(i);
    }
    sum -= (reading.kinds(run.last()) & THINGS) != 0 ? 30 : 0;
    return sum - (all != 0 ? 30 : 0);
  }

  private int several(Run run) {
    int sum = 0;
    int plain = 0;
    for (int i = run.from(); i < run.to(); i++) {
      int kinds = reading.kinds(i);
      sum += (kinds & MODIFIER) != 0 ? 5 : 0;
      sum += acronym(i) ? 10 : 0;
      plain += (kinds & (COMMON | GIVEN | SURNAME)) == COMMON ? 1 : 0;
    }
    int first = reading.kinds(run.from());
    sum += Math.min(plain, 3) * 5;
    sum += FORENAME.of(first);
    return sum + ((first & HOMES) != 0 && side(run.last()) ? 26 : 0);
  }

  /** The last word of a team's name behind its town: {@code Norrland Falcons}. */
  private boolean side(int last) {
    int kinds = reading.kinds(last);
    return (kinds & HOMES) == 0
        && (kinds & (SURNAME | COMMON)) != SURNAME
        && reading.endsIn(last, "s")
        && reading.foldedLength(last) > 4;
  }

  private int lone(int at) {
    if (reading.is(at, Kind.PLAIN)) {
      return FORENAME.of(reading.kinds(at)) - 30;
    }
    return FORENAME.of(reading.kinds(at)) + (acronym(at) ? 22 : 0) + (camel(at) ? 15 : 0);
  }

  private boolean acronym(int at) {
    return reading.allCapitals(at)
        && !reading.loud()
        && reading.length(at) <= LONGEST_ACRONYM
        && !reading.is(at, Kind.PLAIN)
        && !reading.heading(at);
  }

  /** {@code OpenWind} but not {@code McRoe}. */
  private boolean camel(int at) {
    Words words = reading.words();
    for (int i = words.start(at) + 2; i < words.end(at); i++) {
      char unit = words.unit(i);
      boolean small = unit >= 'a' && unit <= 'z'; // as nearly all are
      if (!small && Character.isUpperCase(unit) && Character.isLowerCase(words.unit(i - 1))) {
        String word = reading.at(at).text();
        return !word.startsWith("Mc") && !word.startsWith("Mac") && !word.startsWith("De");
      }
    }
    return false;
  }

  /** What stands around says. */
  int context(Run run) {
    int from = run.from();
    int to = run.to();
    boolean before = from > 0 && reading.adjacent(from - 1);
    int sum = reading.articled(from) < from ? 10 : 0;
    if (before) {
      sum += reading.reads(from - 1, Reading.THE) ? the(run) : 0;
      sum += reading.is(from - 1, Kind.BODY_BEFORE) && !reading.capital(from - 1) ? 15 : 0;
      sum += belongs(from) ? 12 : 0;
    }
    if (reading.has(to) && reading.adjacent(to - 1) && !reading.capital(to)) {
      sum += reading.is(to, Kind.BODY_AFTER) ? 12 : 0;
      sum += reading.is(to, Kind.SPEECH) ? 3 : 0;
    }
    return sum + abbreviated(run) - (office(run) ? 30 : 0);
  }

  /** {@code |Norwegian Energy| Minister}: a part of what somebody's office is called. */
  private boolean office(Run run) {
    int to = run.to();
    return run.size() > 1
        && reading.is(run.from(), Kind.NATION)
        && reading.bound(run.last())
        && reading.is(to, Kind.TITLE)
        && reading.capital(to);
  }

  private int the(Run run) {
    boolean many = reading.endsIn(run.last(), "s");
    return reading.is(run.from(), Kind.TOWN) && run.size() == 1 ? 0 : many ? 12 : 5;
  }

  /** {@code members of the Greens}, {@code shares in Brightwater}. */
  private boolean belongs(int from) {
    int at = from - 1;
    if (reading.reads(at, Reading.THE) && reading.adjacent(at - 1)) {
      at--;
    }
    return at > 0
        && (reading.reads(at, Reading.OF) || reading.reads(at, IN))
        && reading.is(at - 1, Kind.ROLE);
  }

  /** {@code Fair Future (FF)}: much where the letters fit. */
  private int abbreviated(Run run) {
    int next = run.to();
    if (!reading.has(next)
        || !reading.gapIs(next - 1, " (")
        || !reading.gapStarts(next, ")")
        || reading.length(next) > LONGEST_ACRONYM + 2
        || run.size() < 2) {
      return 0;
    }
    return initials(run, reading.at(next).text()) ? 30 : 0;
  }

  /** Whether the capitals of an abbreviation are initials of the name, in order. */
  private boolean initials(Run run, String abbreviation) {
    int word = run.from();
    int found = 0;
    for (int i = 0; i < abbreviation.length(); i++) {
      char letter = abbreviation.charAt(i);
      while (word < run.to() && reading.at(word).text().charAt(0) != letter) {
        word++;
      }
      if (word < run.to()) {
        found++;
        word++;
      } else if (Character.isUpperCase(letter)) {
        return false;
      }
    }
    return found >= 2;
  }
}
