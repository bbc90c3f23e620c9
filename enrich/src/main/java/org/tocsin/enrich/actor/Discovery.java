package org.tocsin.enrich.actor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.enrich.actor.Lexicon.Kind;
import org.tocsin.enrich.actor.Suspect.Verdict;
import org.tocsin.enrich.text.KeySet;
import org.tocsin.enrich.text.WordMap;
import org.tocsin.enrich.text.WordSet;

/**
 * Decides what the names are that no dictionary has. All mentions of a name are weighed together:
 * what one sentence leaves open another one tells.
 */
final class Discovery {
  // In tenths, as all weights are.
  private static final int NEEDED = 17;
  private static final int COMPANY = 10;
  private static final int SHORTENED = 22;

  /** How many names most articles have at most. */
  private static final int SUSPECTS = 24;

  private static final int NATION = Kind.NATION.bit();
  private static final int NAMES = NATION | Kind.GIVEN.bit() | Kind.SURNAME.bit() | Kind.NAME.bit();

  private final Reading reading;
  private final PersonSigns persons;
  private final BodySigns bodies;
  private final PlaceSigns places;
  private final TitleReader titles;
  private final KeySet firstWords = KeySet.ofAtMost(8);
  private final WordMap<Suspect> byName = WordMap.ofAtMost(SUSPECTS);

  /** In order of first mention. */
  private final List<Suspect> suspects = new ArrayList<>();

  /** All mentions in order. */
  private final List<Sight> sights = new ArrayList<>();

  /** One place where a suspect stands, and what stands before its name. */
  private record Sight(Suspect suspect, Run run, TitleReader.Prefix prefix) {}

  Discovery(Reading reading) {
    this.reading = reading;
    this.persons = new PersonSigns(reading);
    this.bodies = new BodySigns(reading);
    this.places = new PlaceSigns(reading);
    this.titles = new TitleReader(reading);
  }

  /** Takes a run under suspicion, unless it is a nation's name that no person has. */
  void add(Run run) {
    if (run.size() == 1 && (reading.kinds(run.from()) & NAMES) == NATION) {
      return;
    }
    Suspect suspect = suspect(run);
    TitleReader.Prefix prefix = titles.before(run.from(), run.size() == 1);
    sights.add(new Sight(suspect, run, prefix));
    suspect.weigh(persons.context(run, prefix.titled()), bodies.context(run), places.context(run));
  }

  private Suspect suspect(Run run) {
    long name = reading.words().phrase(run.from(), run.to());
    Suspect known = byName.get(name);
    if (known != null) {
      return known;
    }
    Suspect suspect = new Suspect(name);
    suspect.shape(persons.shape(run), bodies.shape(run), places.shape(run));
    byName.put(name, suspect);
    suspects.add(suspect);
    return suspect;
  }

  /** Takes note of a body under its full name, which may come again under its first word. */
  void knows(Candidate found) {
    if (found.actor().type() != ActorTag.Type.PERSON
        && found.to() - found.from() > 1
        && !reading.is(found.from(), Kind.COMMON)) {
      firstWords.add(reading.key(found.from()));
    }
  }

  /** The actors among them in order, once all are in. */
  List<Candidate> actors() {
    for (Suspect suspect : suspects) {
      shorten(suspect);
    }
    keepCompany();
    List<Candidate> found = new ArrayList<>(sights.size());
    for (Sight sight : sights) {
      Verdict verdict = sight.suspect.verdict(NEEDED);
      if (verdict != Verdict.NONE) {
        found.add(candidate(sight, verdict));
      }
    }
    return found;
  }

  private void shorten(Suspect suspect) {
    if (firstWords.contains(suspect.phrase)) {
      suspect.shape(0, SHORTENED, 0);
    }
  }

  /** In a list the neighbours are of one kind: {@code Ann Roe, Bo Venn and Zyx Qux}. */
  private void keepCompany() {
    boolean listed = false;
    for (Sight sight : sights) {
      listed |= listedBefore(sight.run) >= 0 || listedAfter(sight.run) >= 0;
    }
    if (!listed) {
      return; // as in most texts
    }
    Neighbours starting = new Neighbours();
    Neighbours ending = new Neighbours();
    for (Sight sight : sights) {
      Verdict verdict = sight.suspect.verdict(NEEDED + 5);
      if (verdict != Verdict.NONE && !persons.inserted(sight.run)) {
        starting.add(sight.run.from(), verdict);
        ending.add(sight.run.last(), verdict);
      }
    }
    for (Sight sight : sights) {
      ending.support(sight.suspect, listedBefore(sight.run));
      starting.support(sight.suspect, listedAfter(sight.run));
    }
  }

  /** Who may stand beside others in a list, by the first or the last word of the name. */
  private final class Neighbours {
    private final WordSet people = new WordSet(reading.size());
    private final WordSet bodies = new WordSet(reading.size());

    void add(int word, Verdict verdict) {
      (verdict == Verdict.PERSON ? people : bodies).add(word, 1);
    }

    /** Tells a suspect of the one at a word; -1 where there is none. */
    void support(Suspect suspect, int word) {
      if (people.has(word)) {
        suspect.shape(COMPANY, 0, 0);
      } else if (bodies.has(word)) {
        suspect.shape(0, COMPANY, 0);
      }
    }
  }

  /** The last word of the name before in a list, or -1. */
  private int listedBefore(Run run) {
    int before = run.from() - 1;
    int last = and(before) ? before - 1 : reading.comma(before) ? before : -1;
    return reading.capital(last) ? last : -1;
  }

  /** The first word of the next name in a list, or -1. */
  private int listedAfter(Run run) {
    int after = run.to();
    int first = and(after) ? after + 1 : reading.comma(run.last()) ? after : -1;
    return reading.capital(first) || reading.is(first, Kind.PARTICLE) ? first : -1;
  }

  private boolean and(int word) {
    return reading.has(word) && reading.reads(word, Reading.AND);
  }

  private Candidate candidate(Sight sight, Verdict verdict) {
    Run run = sight.run;
    String name = reading.name(run.from(), run.to());
    String id = sight.suspect.id(name);
    if (verdict == Verdict.BODY) {
      KnownActor body = new KnownActor(id, name, ActorTag.Type.ORGANISATION, nation(run), null);
      int from = reading.articled(run.from());
      return new Candidate(from, run.to(), body, "organisation");
    }
    TitleReader.Prefix prefix = sight.prefix;
    KnownActor person =
        new KnownActor(id, name, ActorTag.Type.PERSON, prefix.country(), prefix.sector());
    return new Candidate(run.from(), run.to(), person, Candidate.PERSON);
  }

  private @Nullable String nation(Run run) {
    for (int i = run.from(); i < run.to(); i++) {
      if (reading.is(i, Kind.NATION)) {
        return reading.lexicon().nation(reading.key(i));
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return suspects.toString();
  }
}
