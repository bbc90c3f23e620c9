package org.tocsin.enrich.actor;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.enrich.actor.Lexicon.Kind;
import org.tocsin.enrich.actor.Suspect.Verdict;
import org.tocsin.enrich.text.KeySet;
import org.tocsin.enrich.text.WordMap;

/**
 * Decides what the names are that no dictionary has. All mentions of a name are weighed together:
 * what one sentence leaves open another one tells.
 */
final class Discovery {
  private static final double NEEDED = 1.7;
  private static final double COMPANY = 1;
  private static final double SHORTENED = 2.2;

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
    long name = reading.words().phrase(run.from(), run.to());
    Suspect suspect = byName.get(name);
    if (suspect == null) {
      suspect = new Suspect(name);
      suspect.shape(persons.shape(run), bodies.shape(run), places.shape(run));
      byName.put(name, suspect);
      suspects.add(suspect);
    }
    suspect.runs.add(run);
    TitleReader.Prefix prefix = titles.before(run.from(), run.size() == 1);
    suspect.weigh(persons.context(run, prefix.titled()), bodies.context(run), places.context(run));
  }

  /** Takes note of a body under its full name, which may come again under its first word. */
  void knows(Candidate found) {
    if (found.actor().type() != ActorTag.Type.PERSON
        && found.to() - found.from() > 1
        && !reading.is(found.from(), Kind.COMMON)) {
      firstWords.add(reading.key(found.from()));
    }
  }

  /** The actors among them, once all are in. */
  List<Candidate> actors() {
    for (Suspect suspect : suspects) {
      shorten(suspect);
    }
    keepCompany();
    List<Candidate> found = new ArrayList<>();
    for (Suspect suspect : suspects) {
      Verdict verdict = suspect.verdict(NEEDED);
      if (verdict != Verdict.NONE) {
        for (Run run : suspect.runs) {
          found.add(candidate(suspect, run, verdict));
        }
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
    Neighbours starting = new Neighbours();
    Neighbours ending = new Neighbours();
    for (Suspect suspect : suspects) {
      Verdict verdict = suspect.verdict(NEEDED + 0.5);
      for (Run run : suspect.runs) {
        if (verdict != Verdict.NONE && !persons.inserted(run)) {
          starting.add(run.from(), verdict);
          ending.add(run.last(), verdict);
        }
      }
    }
    for (Suspect suspect : suspects) {
      for (Run run : suspect.runs) {
        ending.support(suspect, listedBefore(run.from()));
        starting.support(suspect, listedAfter(run.last()));
      }
    }
  }

  /** Who may stand beside others in a list, by the first or the last word of the name. */
  private static final class Neighbours {
    private final BitSet people = new BitSet();
    private final BitSet bodies = new BitSet();

    void add(int word, Verdict verdict) {
      (verdict == Verdict.PERSON ? people : bodies).set(word);
    }

    /** Tells a suspect of the one at a word; -1 where there is none. */
    void support(Suspect suspect, int word) {
      if (word >= 0 && people.get(word)) {
        suspect.shape(COMPANY, 0, 0);
      } else if (word >= 0 && bodies.get(word)) {
        suspect.shape(0, COMPANY, 0);
      }
    }
  }

  private int listedBefore(int from) {
    int at = from - 1;
    if (reading.has(at) && reading.reads(at, Reading.AND)) {
      return at - 1;
    }
    return reading.has(at) && reading.gapIs(at, ", ") ? at : -1;
  }

  private int listedAfter(int last) {
    if (reading.has(last + 1) && reading.reads(last + 1, Reading.AND)) {
      return last + 2;
    }
    return reading.gapIs(last, ", ") ? last + 1 : -1;
  }

  private Candidate candidate(Suspect suspect, Run run, Verdict verdict) {
    String name = reading.name(run.from(), run.to());
    if (verdict == Verdict.BODY) {
      KnownActor body =
          new KnownActor(suspect.id(name), name, ActorTag.Type.ORGANISATION, nation(run), null);
      int from = reading.articled(run.from());
      return new Candidate(from, run.to(), body, "organisation");
    }
    TitleReader.Prefix prefix = titles.before(run.from(), run.size() == 1);
    KnownActor person =
        new KnownActor(
            suspect.id(name), name, ActorTag.Type.PERSON, prefix.country(), prefix.sector());
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
