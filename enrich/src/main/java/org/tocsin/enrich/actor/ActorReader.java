package org.tocsin.enrich.actor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.Mention;
import org.tocsin.enrich.actor.Lexicon.Kind;
import org.tocsin.enrich.text.WordSet;

/** Goes through one title or text and puts whom it finds into the {@link Cast}. */
final class ActorReader {
  private static final int LONGEST_ABBREVIATION = 8;
  private static final int LONGEST_RUN = 6;
  private static final String ELECTION = "election";

  private final ActorBook book;
  private final int year;
  private final Reading reading;
  private final Cast cast;
  private final OrganisationRule organisations;
  private final RunFinder runs;
  private final CrowdRule crowds;
  private final SharedNameRule shared;

  /** Capitals that belong to no name so far. */
  private final WordSet open;

  /** The words that names of the dictionary may begin with. */
  private final WordSet beginnings;

  /**
   * @param year when the article was published; 0 where that is not known
   */
  ActorReader(ActorBook book, int year, Reading reading, Cast cast) {
    this.book = book;
    this.year = year;
    this.reading = reading;
    this.cast = cast;
    this.organisations = new OrganisationRule(reading);
    this.runs = new RunFinder(reading, this::nextKnown);
    this.crowds = new CrowdRule(reading);
    this.shared = new SharedNameRule(reading, book, year);
    this.open = new WordSet(reading.size()).or(reading.capitals());
    this.beginnings = book.beginnings(reading.words());
  }

  /** Full names: of the dictionary, then by the rules. */
  void readNames() {
    List<Candidate> found = new ArrayList<>();
    Discovery discovery = new Discovery(reading);
    WordSet places = places();
    for (int at = places.next(0); at >= 0; at = places.next(at)) {
      Candidate known = known(at);
      int taken = known == null ? at : known.to();
      Candidate body = reading.heading(at) ? null : organisations.at(at, taken);
      Candidate best = better(known, body);
      best = best == null && !reading.heading(at) ? crowds.at(at) : best;
      if (best != null) {
        found.add(best);
        at = best.to();
        continue;
      }
      shared.look(at);
      Run run = reading.capital(at) || reading.is(at, Kind.PARTICLE) ? runs.at(at) : null;
      if (run != null && !reading.heading(at)) {
        discovery.add(run);
      }
      at = run == null ? at + 1 : run.to();
    }
    List<Candidate> sharing = shared.decide(found);
    for (Candidate named : found) {
      discovery.knows(named);
    }
    List<Candidate> discovered = discovery.actors();
    if (!sharing.isEmpty()) {
      discovered.removeIf(one -> overlaps(sharing, one));
    }
    for (Candidate name : inOrder(inOrder(found, discovered), sharing)) {
      take(name);
    }
  }

  /** The names of two lists, each of which is in order. */
  private static List<Candidate> inOrder(List<Candidate> some, List<Candidate> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return others.isEmpty() ? some : others;
    }
    List<Candidate> all = new ArrayList<>(some.size() + others.size());
    int next = 0;
    for (Candidate one : some) {
      while (next < others.size() && others.get(next).from() < one.from()) {
        all.add(others.get(next++));
      }
      all.add(one);
    }
    all.addAll(others.subList(next, others.size()));
    return all;
  }

  private static boolean overlaps(List<Candidate> others, Candidate one) {
    for (Candidate other : others) {
      if (one.from() < other.to() && other.from() < one.to()) {
        return true;
      }
    }
    return false;
  }

  /** The words that a name can start with: few do, and only there rules look. */
  private WordSet places() {
    WordSet particles = reading.ofKinds(Kind.PARTICLE.bit()).and(reading.capitals().ahead(1));
    WordSet places = particles.or(crowds.starts()).or(beginnings);
    for (int at : reading.words().raised()) {
      places.add(at, telling(at));
    }
    return places;
  }

  /** 1 for a capital, unless it says nothing: of a word that sentences start with, or of a day. */
  private int telling(int at) {
    int kinds = reading.kinds(at);
    int day = (kinds & Kind.CALENDAR.bit()) != 0 ? 1 : 0;
    int start = (kinds & Kind.START.bit()) != 0 ? 1 : 0;
    int several = reading.length(at) > 1 ? 1 : 0;
    return (reading.capital(at) ? 1 : 0) & ~(day | (start & several));
  }

  /** The dictionary is right unless the name is part of a longer one. */
  private static @Nullable Candidate better(@Nullable Candidate known, @Nullable Candidate body) {
    if (known == null || body == null) {
      return known == null ? body : known;
    }
    return body.to() > known.to() ? body : known;
  }

  /** Where the next name of the dictionary starts that has more than one word. */
  private int nextKnown(int from, int to) {
    for (int at = from + 1; at < to && at < from + LONGEST_RUN; at++) {
      Candidate known = known(at);
      if (known != null && known.to() - at > 1) {
        return at;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** Only names of the dictionary. */
  void readKnown() {
    for (int at = beginnings.next(0); at >= 0; at = beginnings.next(at)) {
      Candidate found = known(at);
      at = found == null ? at + 1 : take(found);
    }
  }

  /** Surnames and abbreviations of those already in the cast. */
  void readShortForms() {
    for (int at = open.next(0); at >= 0; at = open.next(at + 1)) {
      long key = reading.key(at);
      if (reading.allCapitals(at) && cast.knowsAbbreviation(reading.at(at).text())) {
        cast.addAbbreviation(reading.mention(at, at + 1, "abbreviation"));
      } else if (cast.calls(key) && standsAlone(at)) {
        takeShortForm(at, key);
      }
    }
  }

  private void takeShortForm(int at, long key) {
    if (cast.knowsSurname(key, reading.start(at))) {
      cast.addSurname(key, reading.mention(at, at + 1, "surname"));
    } else if (cast.knowsGivenName(key) && plainName(at)) {
      cast.addGivenName(key, reading.mention(at, at + 1, "given-name"));
    }
  }

  private boolean plainName(int at) {
    return !reading.is(at, Kind.COMMON)
        && !reading.is(at, Kind.TOWN)
        && !reading.is(at, Kind.NATION)
        && !reading.is(at, Kind.TITLE);
  }

  private int take(Candidate found) {
    int first = found.from();
    if (found.to() - first == 1
        && reading.allCapitals(first)
        && cast.knowsAbbreviation(reading.at(first).text())) {
      open.remove(first);
      cast.addAbbreviation(reading.mention(first, found.to(), "abbreviation"));
      return found.to();
    }
    cast.add(
        found.actor(),
        found.spelled() ? reading.words().slice(first, found.to()) : null,
        mention(found),
        found.actor().person() && reading.relative(first));
    for (int i = found.from(); i < found.to(); i++) {
      open.remove(i);
    }
    defineAbbreviation(found);
    return found.to();
  }

  private Mention mention(Candidate found) {
    String name = found.actor().name();
    return found.spelled() && reading.onOneLine(found.from(), found.to())
        ? reading.mention(found.from(), found.to(), name, found.rule())
        : reading.mention(found.from(), found.to(), found.rule());
  }

  private @Nullable Candidate known(int at) {
    ActorBook.Match match = beginnings.has(at) ? book.longest(reading.words(), at) : null;
    return match == null ? null : candidate(match);
  }

  /** What a name of the dictionary means here, or null where it is no name. */
  private @Nullable Candidate candidate(ActorBook.Match match) {
    int at = match.from();
    ActorEntry entry = match.name().entry();
    KnownActor actor =
        new KnownActor(
            entry.id(),
            entry.name(),
            entry.type(),
            entry.country(),
            year == 0 ? entry.role() : entry.roleIn(year));
    boolean surnameOnly = actor.person() && match.to() - match.from() == 1;
    if (surnameOnly && (!standsAlone(at) || namesake(at))) {
      return null;
    }
    if (reading.loud() && match.to() - match.from() == 1 && ordinary(at)) {
      return null;
    }
    if (thing(match.to()) || dated(match) || foreign(match, actor) || begins(match, actor)) {
      return null;
    }
    return new Candidate(match.from(), match.to(), actor, match.name().source());
  }

  /** Whether the name goes on and makes a thing: {@code NATO Medal}, {@code Roe Street}. */
  private boolean thing(int to) {
    for (int at = to; at < to + LONGEST_RUN && reading.has(at); at++) {
      if (!reading.bound(at - 1)) {
        return false;
      }
      boolean thing = reading.is(at, Kind.THING) || reading.is(at, Kind.PLACE);
      if (!reading.capital(at)) {
        return at == to
            && reading.length(at) >= ELECTION.length()
            && reading.at(at).folded().startsWith(ELECTION);
      }
      if (thing && !reading.loud() && !reading.is(at, Kind.HEAD)) {
        return true;
      }
      if (reading.is(at, Kind.TITLE) || reading.is(at, Kind.GIVEN)) {
        return false;
      }
    }
    return false;
  }

  /** Whether a body's one word goes on and is another body or a product: {@code Fiat Punto}. */
  private boolean begins(ActorBook.Match match, KnownActor actor) {
    int next = match.to();
    return actor.type() == ActorTag.Type.ORGANISATION
        && next - match.from() == 1
        && !reading.loud()
        && !reading.heading(match.from())
        && !reading.allCapitals(match.from())
        && reading.bound(next - 1)
        && reading.adjacent(next - 1)
        && reading.nameable(next)
        && !reading.allCapitals(next)
        && !reading.is(next, Kind.COMMON)
        && !reading.is(next, Kind.TITLE)
        && !reading.is(next, Kind.GIVEN);
  }

  /** A word that in a text of capitals is more likely none: {@code WHO}, {@code TRUMP}. */
  private boolean ordinary(int at) {
    return reading.is(at, Kind.COMMON) || reading.is(at, Kind.START);
  }

  /** An acronym behind a number is an era or a unit. */
  private boolean dated(ActorBook.Match match) {
    int from = match.from();
    return match.to() - from == 1
        && from > 0
        && reading.allCapitals(from)
        && reading.number(from - 1)
        && reading.adjacent(from - 1);
  }

  /** A namesake in another country: {@code the Croatian Labour Party} is not the British one. */
  private boolean foreign(ActorBook.Match match, KnownActor actor) {
    int before = match.from() - 1;
    if (actor.person() || before < 0) {
      return false;
    }
    String owner = reading.owner(match.from());
    if (owner != null) {
      return abroad(match, actor, owner);
    }
    if (!reading.bound(before) || !reading.capital(before)) {
      return false;
    }
    if (reading.is(before, Kind.NATION)) {
      return abroad(match, actor, reading.lexicon().nation(reading.key(before)));
    }
    return reading.is(match.to() - 1, Kind.HEAD)
        && actor.type() == ActorTag.Type.PARTY
        && !reading.is(before, Kind.TITLE)
        && !reading.is(before, Kind.START)
        && !reading.sentenceStart(before);
  }

  /**
   * Whether a nation's body is not this one: one of another country, or of all where only a part of
   * its name is said, {@code Norway's Security Council}, but not {@code Norway's World Bank loan}.
   */
  private boolean abroad(ActorBook.Match match, KnownActor actor, @Nullable String nation) {
    if (actor.country() != null) {
      return !actor.country().equals(nation);
    }
    String said = reading.name(match.from(), match.to());
    return match.to() - match.from() > 1 && actor.name().endsWith(" " + said);
  }

  /** Whether somebody else here has the name in full: it is then for {@link #readShortForms}. */
  private boolean namesake(int at) {
    return cast.knowsSurname(reading.key(at), Integer.MAX_VALUE);
  }

  /** Whether the word is not the end or the middle of somebody else's name. */
  private boolean standsAlone(int at) {
    if (reading.nouns()) {
      return !(reading.bound(at - 1) && givenName(at - 1))
          && !(reading.bound(at) && surname(at + 1));
    }
    if (at > 0 && reading.bound(at - 1) && !parted(at)) {
      return false;
    }
    if (reading.bound(at) && reading.nameable(at + 1) && !reading.heading(at)) {
      return false;
    }
    return !(reading.sentenceStart(at) && reading.usuallyLower(at));
  }

  private boolean givenName(int at) {
    return reading.capital(at) && reading.is(at, Kind.GIVEN) && !reading.is(at, Kind.COMMON);
  }

  /** Where nouns have capitals a capital alone makes no surname of the next word. */
  private boolean surname(int at) {
    return reading.capital(at) && reading.is(at, Kind.SURNAME) && !reading.is(at, Kind.COMMON);
  }

  /** Whether the word before is no part of a name that goes on here. */
  private boolean parted(int at) {
    int before = at - 1;
    if (reading.capital(before) && reading.reads(before, Reading.THE)) {
      return reading.sentenceStart(before);
    }
    return !reading.capital(before)
        || reading.is(before, Kind.TITLE)
        || reading.is(before, Kind.START)
        || reading.is(before, Kind.SPEECH)
        || reading.is(before, Kind.NATION)
        || !open.has(before)
        || reading.heading(at)
        || (reading.sentenceStart(before)
            && !reading.is(before, Kind.GIVEN)
            && reading.usuallyLower(before));
  }

  /** {@code (NRF)} right after a body's name. */
  private void defineAbbreviation(Candidate found) {
    int next = found.to();
    if (!reading.has(next) || found.actor().type() == ActorTag.Type.PERSON) {
      return;
    }
    boolean bracketed = reading.gapIs(next - 1, " (") && reading.gapStarts(next, ")");
    boolean commas = reading.comma(next - 1) && reading.gapStarts(next, ",");
    if ((bracketed || commas)
        && reading.allCapitals(next)
        && reading.length(next) <= LONGEST_ABBREVIATION) {
      cast.abbreviate(reading.at(next).text(), found.actor());
    }
  }
}
