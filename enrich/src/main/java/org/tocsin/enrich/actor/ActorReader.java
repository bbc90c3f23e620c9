package org.tocsin.enrich.actor;

import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.enrich.actor.Lexicon.Kind;
import org.tocsin.enrich.text.PhraseTrie;
import org.tocsin.enrich.text.Token;

/** Goes through one title or text and puts whom it finds into the {@link Cast}. */
final class ActorReader {
  private static final int LONGEST_ABBREVIATION = 8;

  private final ActorDictionary dictionary;
  private final Lexicon lexicon;
  private final Reading reading;
  private final Cast cast;
  private final OrganisationRule organisations;
  private final PersonRule people;
  private final boolean[] covered;

  ActorReader(ActorDictionary dictionary, Lexicon lexicon, Reading reading, Cast cast) {
    this.dictionary = dictionary;
    this.lexicon = lexicon;
    this.reading = reading;
    this.cast = cast;
    this.organisations = new OrganisationRule(lexicon);
    this.people = new PersonRule(lexicon);
    this.covered = new boolean[reading.size()];
  }

  /** Full names: of the dictionary, then by the rules. */
  void readNames() {
    for (int at = 0; at < reading.size(); ) {
      Candidate found = known(at);
      if (found == null) {
        found = discovered(at);
      }
      at = found == null ? at + 1 : take(found);
    }
  }

  /** A name by the rules, unless a name of the dictionary starts inside it and reaches as far. */
  private @Nullable Candidate discovered(int at) {
    if (!reading.at(at).capitalised()) {
      return null;
    }
    Candidate found = reading.heading(at) ? null : organisations.at(reading, at);
    if (found == null) {
      found = people.at(reading, at);
    }
    for (int inner = at + 1; found != null && inner < found.to(); inner++) {
      Candidate known = known(inner);
      if (known != null && known.to() >= found.to() && known.to() - inner > 1) {
        return null;
      }
    }
    return found;
  }

  /** Only names of the dictionary. */
  void readKnown() {
    for (int at = 0; at < reading.size(); ) {
      Candidate found = known(at);
      at = found == null ? at + 1 : take(found);
    }
  }

  /** Surnames and abbreviations of those already in the cast. */
  void readShortForms() {
    for (int at = 0; at < reading.size(); at++) {
      Token token = reading.at(at);
      if (covered[at] || !token.capitalised()) {
        continue;
      }
      if (token.allCapitals() && cast.knowsAbbreviation(token)) {
        cast.addAbbreviation(token, reading.mention(at, at + 1, "abbreviation"));
      } else if (cast.knowsSurname(token) && standsAlone(at)) {
        cast.addSurname(token, reading.mention(at, at + 1, "surname"));
      }
    }
  }

  private int take(Candidate found) {
    cast.add(found.actor(), reading.mention(found.from(), found.to(), found.rule()));
    for (int i = found.from(); i < found.to(); i++) {
      covered[i] = true;
    }
    defineAbbreviation(found);
    return found.to();
  }

  private @Nullable Candidate known(int at) {
    PhraseTrie.Match<ActorDictionary.Entry> match =
        dictionary.longest(reading.text(), reading.parts(), at);
    if (match == null) {
      return null;
    }
    KnownActor actor = match.value().actor();
    boolean surnameOnly = actor.person() && match.to() - match.from() == 1;
    if (surnameOnly && (!standsAlone(at) || namesake(at))) {
      return null;
    }
    return new Candidate(match.from(), match.to(), actor, "actor:" + actor.id());
  }

  /** Whether somebody else here has the name in full: it is then for {@link #readShortForms}. */
  private boolean namesake(int at) {
    return cast.knowsSurname(reading.at(at));
  }

  /** Whether the word is not the end or the middle of somebody else's name. */
  private boolean standsAlone(int at) {
    if (at > 0 && reading.bound(at - 1) && !parted(at)) {
      return false;
    }
    return !(reading.sentenceStart(at) && reading.usuallyLower(reading.at(at)));
  }

  /** Whether the word before is no part of a name that goes on here. */
  private boolean parted(int at) {
    Token before = reading.at(at - 1);
    return !before.capitalised()
        || lexicon.is(Kind.TITLE, before)
        || lexicon.is(Kind.START, before)
        || lexicon.is(Kind.SPEECH, before)
        || lexicon.nation(before) != null
        || covered[at - 1]
        || reading.heading(at)
        || (reading.sentenceStart(at - 1)
            && !lexicon.firstName(before)
            && reading.usuallyLower(before));
  }

  /** {@code (NRF)} right after a body's name. */
  private void defineAbbreviation(Candidate found) {
    int next = found.to();
    if (!reading.has(next) || found.actor().type() == ActorTag.Type.PERSON) {
      return;
    }
    Token token = reading.at(next);
    String gap = reading.gap(next - 1);
    boolean bracketed = gap.equals(" (") && reading.gap(next).startsWith(")");
    boolean commas = gap.equals(", ") && reading.gap(next).startsWith(",");
    if ((bracketed || commas)
        && token.allCapitals()
        && token.text().length() <= LONGEST_ABBREVIATION) {
      cast.abbreviate(token.text(), found.actor());
    }
  }
}
