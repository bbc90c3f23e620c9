package org.tocsin.enrich.actor;

import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.actor.Lexicon.Kind;

/**
 * Cuts names out of the text by their capitals: {@code Ines de la Cruz} in {@code Yesterday
 * Minister Ines de la Cruz left}. What stands before a name (titles, nations, the first word of a
 * sentence) is left out.
 */
final class RunFinder {
  private static final int LONGEST = 6;
  private static final int MOST_PARTICLES = 3;

  private final Reading reading;
  private final IntBinaryOperator limit;

  /**
   * Over one text.
   *
   * @param limit before which word a run from one word to another ends at the latest
   */
  RunFinder(Reading reading, IntBinaryOperator limit) {
    this.reading = reading;
    this.limit = limit;
  }

  /** The run that starts with a word, or null where none does. */
  @Nullable Run at(int from) {
    boolean particle =
        reading.is(from, Kind.PARTICLE)
            && !reading.capital(from)
            && reading.is(from - 1, Kind.TITLE)
            && reading.bound(from)
            && reading.nameable(from + 1);
    if (!particle && (!reading.nameable(from) || lead(from))) {
      return null;
    }
    if (reading.nouns()) {
      return amongNouns(from);
    }
    int first = particle ? from + 1 : from;
    int to = end(first, Integer.MAX_VALUE);
    int least = to - from > 1 ? limit.applyAsInt(from, to) : to;
    return new Run(from, least < to ? end(first, least) : to);
  }

  /** Where nouns have capitals: a given name and a surname, a title and a surname, an acronym. */
  private @Nullable Run amongNouns(int from) {
    boolean given = person(from, Kind.GIVEN) && !reading.is(from, Kind.TOWN);
    if (given && reading.bound(from) && reading.nameable(from + 1)) {
      int to = from + 2;
      while (to - from < LONGEST && reading.bound(to - 1) && person(to, Kind.SURNAME)) {
        to++;
      }
      return new Run(from, to);
    }
    boolean titled = reading.is(from - 1, Kind.TITLE) && reading.adjacent(from - 1);
    boolean acronym = reading.allCapitals(from) && !reading.gapStarts(from, "-");
    boolean called = titled && (person(from, Kind.SURNAME) || person(from, Kind.NAME));
    return acronym || called ? new Run(from, from + 1) : null;
  }

  private boolean person(int at, Kind kind) {
    return reading.is(at, kind) && reading.nameable(at) && !reading.is(at, Kind.COMMON);
  }

  /** Whether a word belongs to what stands before a name. */
  private boolean lead(int at) {
    if (reading.is(at, Kind.TITLE) && !givenName(at)) {
      return true;
    }
    if (reading.is(at, Kind.NATION) && reading.bound(at) && reading.capital(at + 1)) {
      return !reading.endsIn(at + 1, "s") || reading.is(at + 1, Kind.SURNAME);
    }
    return reading.sentenceStart(at) && ordinary(at);
  }

  private boolean givenName(int at) {
    return reading.is(at, Kind.GIVEN)
        && !reading.is(at, Kind.COMMON)
        && reading.bound(at)
        && reading.capital(at + 1)
        && !reading.is(at + 1, Kind.GIVEN);
  }

  /** A word at the start of a sentence whose capital says nothing. */
  private boolean ordinary(int at) {
    boolean common = reading.is(at, Kind.COMMON) || reading.usuallyLower(at);
    if (!common) {
      return false;
    }
    boolean goesOn = reading.bound(at) && reading.nameable(at + 1);
    return !goesOn
        || reading.usuallyLower(at)
        || !(reading.is(at, Kind.GIVEN) || reading.is(at, Kind.MODIFIER));
  }

  private int end(int from, int limit) {
    int to = from + 1;
    while (to - from < LONGEST && to < limit && reading.bound(to - 1)) {
      if ((reading.nameable(to) && !boundary(to)) || surnameAfter(from, to) || firstOfHisName(to)) {
        to++;
      } else if (afterParticles(to, limit) > to) {
        to = afterParticles(to, limit);
      } else {
        break;
      }
    }
    return to;
  }

  /** Behind the name that small words such as {@code van der} lead to; else the place itself. */
  private int afterParticles(int from, int limit) {
    int at = from;
    while (at - from < MOST_PARTICLES
        && reading.is(at, Kind.PARTICLE)
        && !reading.capital(at)
        && reading.bound(at)) {
      at++;
    }
    return at > from && at < limit && reading.nameable(at) ? at + 1 : from;
  }

  /** The number in {@code Olaf I of Norland}, not the pronoun. */
  private boolean firstOfHisName(int at) {
    if (!reading.written(at, "I") || !reading.is(at - 1, Kind.GIVEN) || reading.loud()) {
      return false;
    }
    if (!reading.has(at + 1) || !reading.adjacent(at)) {
      return true;
    }
    return switch (reading.at(at + 1).folded()) {
      case "of", "and", "with", "in", "to", "from", "as", "his", "her", "by", "who", "on" -> true;
      default -> false;
    };
  }

  /** A word that is no name elsewhere: {@code Ann North}. */
  private boolean surnameAfter(int from, int at) {
    return at == from + 1
        && reading.capital(at)
        && reading.is(from, Kind.GIVEN)
        && !reading.is(from, Kind.COMMON)
        && reading.is(at, Kind.NEVER)
        && reading.is(at, Kind.SURNAME);
  }

  /** A title or nation inside a run ends it: {@code Ohio Senator Ann Roe}. */
  private boolean boundary(int at) {
    return reading.is(at, Kind.TITLE)
        && !reading.is(at, Kind.SURNAME)
        && reading.bound(at)
        && reading.capital(at + 1);
  }
}
