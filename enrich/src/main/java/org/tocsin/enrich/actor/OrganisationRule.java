package org.tocsin.enrich.actor;

import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.enrich.actor.Lexicon.Head;
import org.tocsin.enrich.actor.Lexicon.Kind;
import org.tocsin.enrich.text.KeySet;
import org.tocsin.enrich.text.WordSet;
import org.tocsin.enrich.text.Words;

/**
 * Finds bodies by the noun that heads their name: {@code Lakeside Farmers' Union}, {@code
 * University of Tromsø}, {@code Brightwater Inc}, {@code Parti du Lac}.
 */
final class OrganisationRule {
  private static final int LONGEST = 14;
  private static final int FURTHEST_LINK = 10;

  /** From one capital of a name to the next: {@code Bank of the North}. */
  private static final int STRIDE = 3;

  private static final long TO = Words.folded("to");
  private static final KeySet PREFIXES =
      KeySet.of(
          "co", "centre", "center", "anti", "pro", "non", "inter", "trans", "pan", "self", "multi",
          "all", "pre", "post", "neo", "ex", "semi", "trade", "labour", "labor", "left", "right");

  private static final KeySet VOTES = KeySet.of("election", "elections", "referendum", "primary");

  private static final int NOUNS = Kind.HEAD.bit() | Kind.END.bit() | Kind.LEADER.bit();

  private final Reading reading;
  private final Lexicon lexicon;

  /** Words from which a noun that heads names is reached by capitals, few of them apart. */
  private final WordSet starts;

  OrganisationRule(Reading reading) {
    this.reading = reading;
    this.lexicon = reading.lexicon();
    WordSet capitals = reading.capitals();
    this.starts = reading.ofKinds(NOUNS).and(capitals).reachedBy(capitals, STRIDE);
  }

  /**
   * The body whose name starts with a word, or null.
   *
   * @param taken where what is known to stand there ends; only a longer name is of use
   */
  @Nullable Candidate at(int from, int taken) {
    if (!starts.has(from) || skipped(from)) {
      return null;
    }
    if (reading.is(from, Kind.LEADER)) {
      Candidate led = led(from);
      if (led != null) {
        return led;
      }
    }
    int head = -1;
    int end = from;
    int at = from;
    while (at - from < LONGEST && reading.capital(at) && !reading.is(at, Kind.CALENDAR)) {
      if (headed(at) && !(at == from && !linkedAfter(at))) {
        head = at;
        end = at + 1;
      } else if (head >= 0 && !continues(head, at)) {
        if (!headAhead(at)) {
          break;
        }
      } else if (head >= 0 && linkedAfter(head)) {
        end = at + 1;
      }
      int next = next(at, from, head >= 0);
      if (next < 0) {
        break;
      }
      at = next;
    }
    return head < 0 || end - from < 2 || end <= taken ? null : candidate(from, head, end);
  }

  private boolean headed(int at) {
    return reading.is(at, Kind.HEAD) || reading.is(at, Kind.END);
  }

  /** {@code Parti nationaliste du Lac}: the noun first, then all that is written as a name. */
  private @Nullable Candidate led(int from) {
    int to = from + 1;
    while (to - from < LONGEST && reading.has(to) && reading.bound(to - 1)) {
      boolean link = reading.is(to, Kind.PARTICLE) || reading.is(to, Kind.LINK);
      if (reading.capital(to) && !reading.is(to, Kind.START)) {
        to++;
      } else if ((link || foreign(to)) && reading.bound(to) && reading.capital(to + 1)) {
        to += 2;
      } else {
        break;
      }
    }
    return to - from < 2 ? null : candidate(from, from, to);
  }

  private boolean foreign(int at) {
    return !reading.is(at, Kind.COMMON) && !reading.is(at, Kind.START) && !reading.number(at);
  }

  /**
   * Words that begin no body's name: function words, titles, days; at a sentence start above all.
   */
  private boolean skipped(int at) {
    return reading.is(at, Kind.START)
        || (reading.is(at, Kind.TITLE)
            && !reading.is(at, Kind.HEAD)
            && !reading.is(at, Kind.MODIFIER))
        || (reading.sentenceStart(at)
            && reading.usuallyLower(at)
            && reading.is(at, Kind.COMMON)
            && !reading.is(at, Kind.HEAD)
            && !reading.is(at, Kind.MODIFIER));
  }

  private boolean linkedAfter(int head) {
    return reading.has(head + 1)
        && reading.adjacent(head)
        && reading.is(head + 1, Kind.LINK)
        && !reading.reads(head + 1, TO);
  }

  /**
   * After the head only what a link ties to it belongs to the name, or what leads to a later head.
   */
  private boolean continues(int head, int at) {
    return linkedAfter(head) && !reading.is(at, Kind.TITLE) && at - head <= FURTHEST_LINK;
  }

  /** Whether a further noun ends the name: {@code Motor Union Credit Bank}. */
  private boolean headAhead(int at) {
    for (int i = at; i < at + 4 && reading.capital(i); i++) {
      if (headed(i)) {
        return true;
      }
      if (!reading.bound(i)) {
        return false;
      }
    }
    return false;
  }

  /** The next word of the name, over links such as {@code of the}; -1 where the name ends. */
  private int next(int at, int from, boolean headed) {
    if (!reading.has(at + 1) || !reading.bound(at)) {
      return -1;
    }
    int after = at + 2;
    if (reading.capital(at + 1)) {
      return stranger(at, at + 1) ? -1 : at + 1;
    }
    if (owner(at) || hyphenated(at)) {
      return after;
    }
    if (!reading.has(after) || !reading.adjacent(at + 1)) {
      return -1;
    }
    if (reading.reads(at + 1, Reading.AND)) {
      return pair(at, after) || second(from, at, after) ? after : -1;
    }
    if (!headed || !reading.is(at + 1, Kind.LINK)) {
      return -1;
    }
    if (reading.reads(after, Reading.THE) && reading.adjacent(after)) {
      after++;
    }
    return reading.capital(after) ? after : -1;
  }

  /** Somebody named right behind a body: {@code Lake Party of Norway Ann Roe}. */
  private boolean stranger(int at, int next) {
    boolean place = reading.is(at, Kind.NATION) || reading.is(at, Kind.TOWN);
    return place
        && reading.is(next, Kind.GIVEN)
        && !reading.is(next, Kind.COMMON)
        && !reading.is(next, Kind.TOWN)
        && reading.is(at - 1, Kind.LINK);
  }

  /** {@code People's Movement}, {@code Women's League}, but not {@code Roe's League}. */
  private boolean owner(int at) {
    return reading.reads(at + 1, Reading.POSSESSIVE)
        && reading.gapLength(at) == 1
        && reading.is(at, Kind.COMMON)
        && !reading.is(at, Kind.NATION)
        && reading.adjacent(at + 1)
        && reading.capital(at + 2)
        && !reading.is(at + 2, Kind.TITLE);
  }

  /** {@code Co-operative Union}, {@code Centre-left Alliance}. */
  private boolean hyphenated(int at) {
    return reading.reads(at, PREFIXES)
        && reading.gapIs(at, "-")
        && !reading.capital(at + 1)
        && reading.adjacent(at + 1)
        && reading.capital(at + 2);
  }

  /** A second word behind the link: {@code Ministry of Trade and Industry}. */
  private boolean second(int from, int left, int right) {
    boolean linked = false;
    for (int i = from; i < left; i++) {
      linked |= reading.is(i, Kind.LINK);
    }
    return linked
        && reading.capital(right)
        && reading.is(left, Kind.COMMON)
        && reading.is(right, Kind.COMMON)
        && !reading.is(right, Kind.TITLE)
        && !headAhead(right + 1);
  }

  /** {@code Food and Drug Agency}: two ordinary words before a noun that heads names. */
  private boolean pair(int left, int right) {
    if (!reading.is(left, Kind.COMMON) || reading.is(left, Kind.GIVEN) || headed(left)) {
      return false;
    }
    for (int at = right; reading.capital(at) && at - right < 4; at++) {
      if (headed(at)) {
        return at > right || reading.is(at, Kind.END);
      }
      if (!reading.is(at, Kind.COMMON) || !reading.bound(at)) {
        return false;
      }
    }
    return false;
  }

  private @Nullable Candidate candidate(int from, int head, int end) {
    Head kind = lexicon.head(reading.key(head));
    boolean ordinary = end - from == 2 && reading.sentenceStart(from) && reading.usuallyLower(from);
    boolean called =
        end - from == 2
            && head == from + 1
            && reading.is(from, Kind.GIVEN)
            && !reading.is(from, Kind.COMMON)
            && !reading.is(from, Kind.TOWN)
            && reading.is(head, Kind.SURNAME);
    if (kind == null || ordinary || called || reading.quoted(from) || thing(end)) {
      return null;
    }
    String country = reading.owner(from);
    for (int i = from; i < end && country == null; i++) {
      country = reading.is(i, Kind.NATION) ? lexicon.nation(reading.key(i)) : null;
    }
    String name = reading.name(from, end);
    ActorTag.Type type = kind.type();
    return new Candidate(
        reading.articled(from),
        end,
        new KnownActor(Slug.id(name), name, type, country, kind.role()),
        "organisation");
  }

  /** Whether what follows makes a thing of the name: {@code Lake Council Prize}. */
  private boolean thing(int end) {
    if (!reading.has(end) || !reading.bound(end - 1)) {
      return false;
    }
    return reading.reads(end, VOTES) || reading.thingAhead(end);
  }
}
