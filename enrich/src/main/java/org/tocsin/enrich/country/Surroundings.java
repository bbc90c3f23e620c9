package org.tocsin.enrich.country;

import org.tocsin.enrich.country.Place.Kind;
import org.tocsin.enrich.text.Words;

/**
 * Judges a place name by the words beside it: {@code in Bath}, {@code Ruth London}, {@code Jordan
 * police}.
 */
final class Surroundings {
  private static final double SURE = 0.85;
  private static final double HARDLY = 0.05;
  private static final int DATELINE_WORDS = 3;
  private static final int DATELINE_BEFORE = 400;
  private static final String DASHES = "-\u2013\u2014";
  private static final int LONGEST_ACRONYM = 4;
  private static final int SHORT = 3;
  private static final int SAINT = 5;

  private final Words words;
  private final Cues cues;

  /** Whether capitals say nothing here. */
  private final boolean loud;

  Surroundings(Words words, Cues cues, boolean loud) {
    this.words = words;
    this.cues = cues;
    this.loud = loud;
  }

  /**
   * {@code Ga.} in {@code Macon, Ga.}, {@code TX} in {@code Waco, TX}, {@code Ky.} in {@code R-Ky.}
   */
  boolean abbreviatedState(int at) {
    int bits = cues.of(words.key(at));
    if (at == 0 || (bits & (Cues.POSTAL | Cues.STATE)) == 0) {
      return false;
    }
    if (words.dotted(at)) {
      return true;
    }
    boolean known =
        ((bits & Cues.POSTAL) != 0 && words.allCapitals(at) && words.end(at) - words.start(at) == 2)
            || ((bits & Cues.STATE) != 0 && endsInDot(at));
    boolean in = has(at - 1, Cues.IN) && words.touchesNext(at - 1) && (bits & Cues.STATE) != 0;
    return known && (in || (words.capitalised(at - 1) && behindPlace(at)));
  }

  private boolean endsInDot(int at) {
    int end = words.end(at);
    return words.text().charAt(end - 1) == '.'
        || (end < words.text().length() && words.text().charAt(end) == '.');
  }

  private boolean behindPlace(int at) {
    int from = words.end(at - 1);
    int gap = words.start(at) - from;
    char mark = words.text().charAt(from);
    return (gap == 2 && mark == ',')
        || (gap == 3 && words.text().startsWith("., ", from))
        || (gap == 1 && mark == '-' && words.end(at - 1) - words.start(at - 1) == 1);
  }

  /** Whether a single word is part of a person's name here. */
  boolean person(NameTable.Match match) {
    return afterName(match) || (!loud && beforeName(match));
  }

  private boolean afterName(NameTable.Match match) {
    int before = match.from() - 1;
    if (before < 0 || !words.touchesNext(before) || !words.capitalised(before)) {
      return false;
    }
    if (has(before, Cues.GIVEN_NAME)) {
      return true;
    }
    boolean nation = match.has(Kind.NAME.bit() | Kind.DEMONYM.bit());
    boolean initial =
        words.end(before) - words.start(before) == 1
            && words.text().charAt(words.end(before)) == '.';
    return !nation && (has(before, Cues.TITLE) || (initial && before > 0));
  }

  private boolean beforeName(NameTable.Match match) {
    int here = match.from();
    int next = match.to();
    return has(here, Cues.GIVEN_NAME)
        && next < words.size()
        && words.touchesNext(here)
        && words.capitalised(next)
        && !words.allCapitals(next)
        && !has(next, Cues.BEHIND | Cues.AFTER | Cues.DIRECTION);
  }

  /** Whether a word beside it says that it is a place. */
  boolean cued(NameTable.Match match) {
    int before = match.from() - 1;
    int last = match.to() - 1;
    if (before >= 0 && words.touchesNext(before) && has(before, Cues.IN)) {
      return true;
    }
    return words.touchesNext(last) && has(last + 1, Cues.AFTER) && !partOfLongerName(match);
  }

  /** How likely a lesser town is meant. */
  double chance(NameTable.Match match, boolean cued) {
    boolean single = match.single();
    if (loud) {
      return cued && !match.has(Gist.WORD) ? 0.5 : HARDLY * 2;
    }
    if (dateline(match)) {
      return SURE;
    }
    if (partOfLongerName(match)) {
      return single ? HARDLY : 0.2;
    }
    if (cued) {
      return match.has(Gist.WORD) ? cuedWord(match, single) : SURE;
    }
    return uncued(match, single);
  }

  private static double cuedWord(NameTable.Match match, boolean single) {
    if (!single) {
      return 0.6;
    }
    return match.has(Gist.MIDDLING) ? 0.5 : 0.25;
  }

  private double uncued(NameTable.Match match, boolean single) {
    int length = words.end(match.to() - 1) - words.start(match.from());
    boolean tiny = length <= SHORT && !words.caseless(match.from());
    if (match.has(Gist.WORD) || tiny || speaks(match)) {
      return single ? HARDLY : 0.3;
    }
    double chance = match.has(Gist.LARGE) ? 0.7 : match.has(Gist.MIDDLING) ? 0.45 : 0.2;
    int before = match.from() - 1;
    boolean of = before >= 0 && words.touchesNext(before) && has(before, Cues.OF);
    boolean plain = !single && !saint(match);
    return Math.min(SURE, chance + (plain ? 0.35 : 0) + (of ? 0.2 : 0));
  }

  /** {@code St. Peter} is a church as often as a town. */
  private boolean saint(NameTable.Match match) {
    int length = words.end(match.from()) - words.start(match.from());
    return words.text().startsWith("S", words.start(match.from())) && length <= SAINT;
  }

  /** {@code said Clinton}, {@code Clinton said}: a town seldom speaks. */
  private boolean speaks(NameTable.Match match) {
    int before = match.from() - 1;
    int last = match.to() - 1;
    return (before >= 0 && words.touchesNext(before) && has(before, Cues.SAYS | Cues.TITLE))
        || (words.touchesNext(last) && has(last + 1, Cues.SAYS));
  }

  /** {@code MALTA -} at the start of a text. */
  private boolean dateline(NameTable.Match match) {
    int last = match.to() - 1;
    if (!words.allCapitals(match.from()) || words.start(match.from()) > DATELINE_BEFORE) {
      return false;
    }
    return match.from() < DATELINE_WORDS || dashed(words.end(last));
  }

  /** Whether a dash, or a blank and a dash, stands there. */
  private boolean dashed(int from) {
    String text = words.text();
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() && DASHES.indexOf(text.charAt(at)) >= 0;
  }

  private boolean partOfLongerName(NameTable.Match match) {
    int before = match.from() - 1;
    int last = match.to() - 1;
    boolean led =
        before >= 0
            && words.touchesNext(before)
            && words.capitalised(before)
            && !opensSentence(before)
            && !has(before, Cues.IN | Cues.OF | Cues.DIRECTION | Cues.AFTER);
    boolean followed =
        words.touchesNext(last)
            && words.capitalised(last + 1)
            && !has(last + 1, Cues.BEHIND | Cues.AFTER);
    return led || followed;
  }

  /** Whether a capitalised word may owe its capital to standing first. */
  private boolean opensSentence(int word) {
    if (has(word, Cues.GIVEN_NAME | Cues.TITLE)) {
      return false;
    }
    int at = words.start(word) - 1;
    while (at >= 0 && words.text().charAt(at) == ' ') {
      at--;
    }
    return at < 0 || ".!?\n\"\u201c\u2018".indexOf(words.text().charAt(at)) >= 0;
  }

  /** Whether a lesser town's name stands behind another name, as surnames do. */
  boolean surname(NameTable.Match match) {
    int before = match.from() - 1;
    return !loud
        && match.single()
        && before >= 0
        && words.touchesNext(before)
        && words.capitalised(before)
        && !words.allCapitals(before)
        && !opensSentence(before)
        && !has(before, Cues.IN | Cues.OF | Cues.DIRECTION | Cues.AFTER | Cues.BEHIND)
        && !(words.touchesNext(match.from()) && words.capitalised(match.to()));
  }

  /** {@code SWAT} in running text is no valley in Pakistan. */
  boolean acronym(NameTable.Match match) {
    int from = match.from();
    return !loud
        && from >= DATELINE_WORDS
        && match.single()
        && words.allCapitals(from)
        && words.end(from) - words.start(from) <= LONGEST_ACRONYM
        && !words.allCapitals(from - 1);
  }

  private boolean has(int word, int bits) {
    return (cues.of(words.key(word)) & bits) != 0;
  }
}
