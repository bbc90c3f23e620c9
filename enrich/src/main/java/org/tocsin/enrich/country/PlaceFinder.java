package org.tocsin.enrich.country;

import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Part;
import org.tocsin.enrich.text.Words;

/**
 * Finds the place names of a title or text in one pass, says how likely each is a place at all, and
 * leaves out people and things called after places.
 */
final class PlaceFinder {
  private static final Meaning STATE = Meaning.of(new Place("US", Place.Kind.STATE));

  private final Cues cues = new Cues();
  private final Eras eras = new Eras();

  /**
   * Adds the places of a title or text to a reading.
   *
   * @param year of its publication, or {@link Eras#UNKNOWN}
   */
  void find(Gazetteer gazetteer, OwnNames own, int year, Part in, Words words, Reading reading) {
    reading.texts().add(words);
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
    private final int @Nullable [] raised;
    private final int candidates;

    Pass(Gazetteer gazetteer, OwnNames own, int year, Part in, Words words, Reading reading) {
      this.gazetteer = gazetteer;
      this.own = own;
      this.year = year;
      this.in = in;
      this.words = words;
      this.reading = reading;
      this.shouting = words.shouting();
      this.raised = gazetteer.lowerCaseDemonyms() ? null : words.raised();
      this.candidates = raised == null ? words.size() : raised.length;
      this.surroundings = new Surroundings(words, cues, shouting || titled(in, words));
    }

    void read() {
      int at = 0;
      for (int from = 0; from < candidates; from += Long.SIZE) {
        for (long left = beginnings(from); left != 0; left &= left - 1) {
          int word = candidate(from + Long.numberOfTrailingZeros(left));
          at = word < at ? at : look(word);
        }
      }
    }

    /**
     * A bit for each of 64 candidates, from one on, that a name may begin with. They are asked all
     * together before any is looked at, and without a branch, so that no look at memory waits for
     * another one: first the sieves, where most words end, then the tables.
     */
    private long beginnings(int from) {
      long beginnings = 0;
      for (long left = likely(from); left != 0; left &= left - 1) {
        int word = candidate(from + Long.numberOfTrailingZeros(left));
        long holds = gazetteer.holds(words, word) | own.holds(words.key(word));
        beginnings |= left & -left & -holds;
      }
      return beginnings;
    }

    private long likely(int from) {
      int to = Math.min(candidates, from + Long.SIZE);
      long likely = 0;
      for (int i = from; i < to; i++) {
        int word = candidate(i);
        long begins = gazetteer.begins(words, word) | own.begins(words.key(word));
        likely = (likely >>> 1) | (begins << (Long.SIZE - 1));
      }
      return likely >>> (from - to); // the last candidate has the highest bit so far
    }

    /** The place of a candidate: all words are, or those that start with no small letter. */
    private int candidate(int number) {
      return raised == null ? number : raised[number];
    }

    /** Looks at one word; answers where to go on. */
    private int look(int at) {
      boolean capital = words.capitalised(at);
      if (!capital && !words.caseless(at) && !gazetteer.lowerCaseDemonyms()) {
        return at + 1;
      }
      if (capital && surroundings.abbreviatedState(at)) {
        add(NameTable.Match.of(STATE, at, at + 1), 1, true);
        return at + 1;
      }
      NameTable.Match match =
          own.over(eras.over(gazetteer.longest(words, at), words, year), words, at);
      if (match == null || !(written(match) || adjective(match))) {
        return at + 1;
      }
      if (!match.stop()) {
        consider(match);
      }
      return match.to();
    }

    private void consider(NameTable.Match match) {
      surroundings.turnTo(match);
      if (match.single() && !match.is(Place.Kind.LEADER) && surroundings.person()) {
        reading.people().add(words.key(match.from()));
        return;
      }
      if (!match.nation() && surroundings.acronym()) {
        return;
      }
      boolean cued = surroundings.cued();
      if (match.settlement() && surroundings.surname()) {
        reading.people().add(words.key(match.from()));
      }
      if (match.has(Gist.DOUBTFUL) && !cued) {
        return;
      }
      add(match, match.is(Place.Kind.TOWN) ? surroundings.chance(cued) : 1, cued);
    }

    private void add(NameTable.Match match, double chance, boolean cued) {
      long key = NameTable.path(words, match.from(), match.to());
      reading.sightings().add(new Sighting(in, words, match, key, chance, cued));
    }

    /** Whether the words are written as a name is: with a capital, an acronym in capitals. */
    private boolean written(NameTable.Match match) {
      if (match.has(Gist.EXACT)) {
        return words.dotted(match.from()) || loud(match);
      }
      return match.stop()
          || words.capitalised(match.from())
          || words.caseless(match.from())
          || (!match.single() && words.capitalised(match.to() - 1));
    }

    private boolean loud(NameTable.Match match) {
      for (int i = match.from(); i < match.to(); i++) {
        if (!words.allCapitals(i)) {
          return false;
        }
      }
      return !(shouting && words.between(match.from(), match.to()).equals("US"));
    }

    /** {@code französische}: a small letter is no objection where adjectives have one. */
    private boolean adjective(NameTable.Match match) {
      return gazetteer.lowerCaseDemonyms() && !match.stop() && match.is(Place.Kind.DEMONYM);
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
