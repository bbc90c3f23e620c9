package org.tocsin.enrich.country;

import java.util.Arrays;
import org.tocsin.contract.Part;
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
   * Adds the places of a title or text to a reading.
   *
   * @param year of its publication, or {@link Eras#UNKNOWN}
   */
  void find(Gazetteer gazetteer, OwnNames own, int year, Part in, Words words, Reading reading) {
    vocabulary.hint(words, reading.hints());
    new Pass(gazetteer, own, year, in, words, reading).read();
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
    private final Reading reading;

    Pass(Gazetteer gazetteer, OwnNames own, int year, Part in, Words words, Reading reading) {
      this.gazetteer = gazetteer;
      this.own = own;
      this.year = year;
      this.in = in;
      this.words = words;
      this.reading = reading;
      this.shouting = words.shouting();
      this.surroundings = new Surroundings(words, cues, shouting || titled(in, words));
    }

    void read() {
      int at = 0;
      for (int beginning : beginnings()) {
        at = beginning < at ? at : look(beginning);
      }
    }

    /**
     * The words that a name may begin with. They are asked all together before any is looked at:
     * the looks into the sieves do not wait for each other, and most words end there.
     */
    private int[] beginnings() {
      int[] raised = words.raised();
      boolean all = gazetteer.lowerCaseDemonyms();
      int[] found = new int[all ? words.size() : raised.length];
      int size = 0;
      for (int i = 0; i < found.length; i++) {
        int word = all ? i : raised[i];
        long key = words.key(word);
        found[size] = word;
        size += gazetteer.begins(words, word) | own.begins(key) | cues.abbreviates(key);
      }
      return Arrays.copyOf(found, size);
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
      Meaning meaning = match.value();
      boolean single = match.to() - from == 1;
      if (single && !meaning.is(Place.Kind.LEADER) && surroundings.person(match)) {
        reading.people().add(words.key(from));
        return;
      }
      if (single && !meaning.nation() && surroundings.acronym(match)) {
        return;
      }
      boolean cued = surroundings.cued(match);
      if (meaning.settlement() && surroundings.surname(match)) {
        reading.people().add(words.key(from));
      }
      if (meaning.doubtful() && !cued) {
        return;
      }
      add(match, meaning.obscure() ? surroundings.chance(match, cued) : 1, cued);
    }

    private void add(PhraseTable.Match<Meaning> match, double chance, boolean cued) {
      int from = match.from();
      int to = match.to();
      long key = words.key(from);
      for (int i = from + 1; i < to; i++) {
        key = key * 31 + words.key(i);
      }
      int start = words.start(from);
      int end = words.end(to - 1);
      reading
          .sightings()
          .add(new Sighting(in, words.text(), start, end, match.value(), key, chance, cued));
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
          && match.value().is(Place.Kind.DEMONYM);
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
}
