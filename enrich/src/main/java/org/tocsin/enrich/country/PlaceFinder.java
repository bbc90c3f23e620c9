package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Part;
import org.tocsin.enrich.text.KeySet;
import org.tocsin.enrich.text.PhraseTable;
import org.tocsin.enrich.text.Words;

/**
 * Finds the place names of a title or text in one pass, says how likely each is a place at all, and
 * leaves out people and things called after places.
 */
final class PlaceFinder {
  private static final Meaning STATE = Meaning.of(new Place("US", Place.Kind.STATE));

  private final Cues cues = new Cues();
  private final Eras eras = new Eras();
  private final Vocabulary vocabulary = new Vocabulary();

  /**
   * The places of a text.
   *
   * @param year of its publication, or {@link Eras#UNKNOWN}
   */
  Reading find(Gazetteer gazetteer, OwnNames own, int year, Part in, Words text) {
    return new Pass(gazetteer, own, year, in, text).read();
  }

  /** The state of one pass. */
  private final class Pass {
    private final Gazetteer gazetteer;
    private final OwnNames own;
    private final int year;
    private final Part in;
    private final Words words;
    private final Surroundings surroundings;
    private final boolean shouting;
    private final Reading reading = Reading.empty(new ArrayList<>());
    private final KeySet seen = KeySet.ofAtMost(8);

    Pass(Gazetteer gazetteer, OwnNames own, int year, Part in, Words words) {
      this.gazetteer = gazetteer;
      this.own = own;
      this.year = year;
      this.in = in;
      this.words = words;
      this.shouting = words.shouting();
      this.surroundings = new Surroundings(words, cues, shouting || titled(in, words));
    }

    Reading read() {
      readVocabulary();
      int at = 0;
      if (gazetteer.lowerCaseDemonyms()) {
        while (at < words.size()) {
          at = look(at);
        }
        return reading;
      }
      for (int raised : words.raised()) {
        at = raised < at ? at : look(raised);
      }
      return reading;
    }

    private void readVocabulary() {
      for (int i = 0; i < words.size(); i++) {
        long key = words.key(i);
        if (vocabulary.has(key) && seen.add(key)) {
          vocabulary
              .of(key)
              .forEach(hint -> reading.hints().merge(hint.country(), hint.weight(), Double::sum));
        }
      }
    }

    /** Looks at one word; answers where to go on. */
    private int look(int at) {
      boolean capital = words.capitalised(at);
      if (!capital && !words.caseless(at) && !gazetteer.lowerCaseDemonyms()) {
        return at + 1;
      }
      if (capital && surroundings.abbreviatedState(at)) {
        add(new PhraseTable.Match<>(STATE, at, at + 1), 1, true);
        return at + 1;
      }
      PhraseTable.Match<Meaning> match =
          own.over(eras.over(gazetteer.longest(words, at), words, year), words, at);
      if (match == null || !(written(match) || adjective(match))) {
        return at + 1;
      }
      if (!match.value().stop()) {
        consider(match);
      }
      return match.to();
    }

    private void consider(PhraseTable.Match<Meaning> match) {
      int from = match.from();
      boolean single = match.to() - from == 1;
      boolean leader = match.value().likeliest().kind() == Place.Kind.LEADER;
      if (single && !leader && surroundings.person(match)) {
        reading.people().add(words.key(from));
        return;
      }
      if (single && !match.value().likeliest().nation() && surroundings.acronym(match)) {
        return;
      }
      boolean cued = surroundings.cued(match);
      if (match.value().likeliest().settlement() && surroundings.surname(match)) {
        reading.people().add(words.key(from));
      }
      if (match.value().doubtful() && !cued) {
        return;
      }
      double chance = match.value().obscure() ? surroundings.chance(match, cued) : 1;
      add(match, chance, cued);
    }

    private void add(PhraseTable.Match<Meaning> match, double chance, boolean cued) {
      int from = match.from();
      int to = match.to();
      long key = words.key(from);
      for (int i = from + 1; i < to; i++) {
        key = key * 31 + words.key(i);
      }
      reading
          .sightings()
          .add(
              new Sighting(
                  in,
                  words.start(from),
                  words.end(to - 1),
                  words.between(from, to),
                  match.value(),
                  key,
                  chance,
                  cued));
    }

    /** Whether the words are written as a name is: with a capital, an acronym in capitals. */
    private boolean written(PhraseTable.Match<Meaning> match) {
      if (match.value().exact()) {
        return words.dotted(match.from()) || loud(match);
      }
      return match.value().stop()
          || words.capitalised(match.from())
          || words.caseless(match.from())
          || (match.to() - match.from() > 1 && words.capitalised(match.to() - 1));
    }

    private boolean loud(PhraseTable.Match<Meaning> match) {
      for (int i = match.from(); i < match.to(); i++) {
        if (!words.allCapitals(i)) {
          return false;
        }
      }
      return !(shouting && words.between(match.from(), match.to()).equals("US"));
    }

    /** {@code französische}: a small letter is no objection where adjectives have one. */
    private boolean adjective(PhraseTable.Match<Meaning> match) {
      return gazetteer.lowerCaseDemonyms()
          && !match.value().stop()
          && match.value().likeliest().kind() == Place.Kind.DEMONYM;
    }
  }

  /** Whether it is a headline with most words capitalised. */
  private static boolean titled(Part in, Words words) {
    int capitals = 0;
    for (int i = 0; i < words.size() && in == Part.TITLE; i++) {
      capitals += words.capitalised(i) ? 1 : 0;
    }
    return capitals * 2 > words.size();
  }

  /** The evidence of two readings of one article together. */
  static Reading together(@Nullable Reading title, Reading text) {
    if (title == null) {
      return text;
    }
    List<Sighting> sightings = new ArrayList<>(title.sightings());
    sightings.addAll(text.sightings());
    Reading both = Reading.empty(sightings);
    both.people().addAll(title.people());
    both.people().addAll(text.people());
    both.hints().putAll(title.hints());
    text.hints().forEach((country, weight) -> both.hints().merge(country, weight, Double::sum));
    return both;
  }
}
