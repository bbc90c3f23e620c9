package org.tocsin.enrich.country;

import org.tocsin.enrich.country.Place.Kind;
import org.tocsin.enrich.text.Words;

/**
 * Judges a place name by the words beside it: {@code in Bath}, {@code Ruth London}, {@code Jordan
 * police}. Turned to one name of a text after the other.
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

  /** Added to the cues of a word beside the name that has a capital, or is all in capitals. */
  private static final int CAPITAL = 1 << 16;

  private static final int LOUD = 1 << 17;

  /** What leads to a place and is no part of its name. */
  private static final int LEADING = Cues.IN | Cues.OF | Cues.DIRECTION | Cues.AFTER;

  private static final NameTable.Match NONE = NameTable.Match.of(Meaning.NOTHING, 0, 0);

  private final Words words;
  private final Cues cues;

  /** Whether capitals say nothing here. */
  private final boolean loud;

  private NameTable.Match name = NONE;

  /** What the words before and behind the name are, 0 where none touches it. */
  private int before;

  private int behind;

  Surroundings(Words words, Cues cues, boolean loud) {
    this.words = words;
    this.cues = cues;
    this.loud = loud;
  }

  /** Looks at the words beside a name, of which the other questions are. */
  void turnTo(NameTable.Match match) {
    int first = match.from() - 1;
    int last = match.to() - 1;
    name = match;
    before = first >= 0 && words.touchesNext(first) ? word(first) : 0;
    behind = words.touchesNext(last) ? word(last + 1) : 0;
  }

  private int word(int at) {
    return cues.of(words.key(at))
        | (words.capitalised(at) ? CAPITAL : 0)
        | (words.allCapitals(at) ? LOUD : 0);
  }

  /**
   * {@code Ga.} in {@code Macon, Ga.}, {@code TX} in {@code Waco, TX}, {@code Ky.} in {@code R-Ky.}
   */
  boolean abbreviatedState(int at) {
    if (words.spaced(at) && !words.dotted(at) && !words.allCapitals(at)) {
      return false; // as nearly all words: they have a dot or are in capitals
    }
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
  boolean person() {
    return afterName() || (!loud && beforeName());
  }

  private boolean afterName() {
    if ((before & CAPITAL) == 0) {
      return false;
    }
    if ((before & Cues.GIVEN_NAME) != 0) {
      return true;
    }
    boolean nation = name.has(Kind.NAME.bit() | Kind.DEMONYM.bit());
    return !nation && ((before & Cues.TITLE) != 0 || initial(name.from() - 1));
  }

  /** {@code J.} behind another word. */
  private boolean initial(int word) {
    return word > 0
        && words.end(word) - words.start(word) == 1
        && words.text().charAt(words.end(word)) == '.';
  }

  private boolean beforeName() {
    int ended = LOUD | Cues.BEHIND | Cues.AFTER | Cues.DIRECTION;
    return (behind & (CAPITAL | ended)) == CAPITAL && has(name.from(), Cues.GIVEN_NAME);
  }

  /** Whether a word beside it says that it is a place. */
  boolean cued() {
    return (before & Cues.IN) != 0 || ((behind & Cues.AFTER) != 0 && !partOfLongerName());
  }

  /** How likely a lesser town is meant. */
  double chance(boolean cued) {
    if (loud) {
      return cued && !name.has(Gist.WORD) ? 0.5 : HARDLY * 2;
    }
    if (dateline()) {
      return SURE;
    }
    if (partOfLongerName()) {
      return name.single() ? HARDLY : 0.2;
    }
    if (cued) {
      return name.has(Gist.WORD) ? cuedWord() : SURE;
    }
    return uncued();
  }

  private double cuedWord() {
    if (!name.single()) {
      return 0.6;
    }
    return name.has(Gist.MIDDLING) ? 0.5 : 0.25;
  }

  private double uncued() {
    int length = words.end(name.to() - 1) - words.start(name.from());
    boolean tiny = length <= SHORT && !words.caseless(name.from());
    if (name.has(Gist.WORD) || tiny || speaks()) {
      return name.single() ? HARDLY : 0.3;
    }
    double chance = name.has(Gist.LARGE) ? 0.7 : name.has(Gist.MIDDLING) ? 0.45 : 0.2;
    boolean plain = !name.single() && !saint();
    boolean of = (before & Cues.OF) != 0;
    return Math.min(SURE, chance + (plain ? 0.35 : 0) + (of ? 0.2 : 0));
  }

  /** {@code St. Peter} is a church as often as a town. */
  private boolean saint() {
    int start = words.start(name.from());
    return words.text().startsWith("S", start) && words.end(name.from()) - start <= SAINT;
  }

  /** {@code said Clinton}, {@code Clinton said}: a town seldom speaks. */
  private boolean speaks() {
    return (before & (Cues.SAYS | Cues.TITLE)) != 0 || (behind & Cues.SAYS) != 0;
  }

  /** {@code MALTA -} at the start of a text. */
  private boolean dateline() {
    int first = name.from();
    if (!words.allCapitals(first) || words.start(first) > DATELINE_BEFORE) {
      return false;
    }
    return first < DATELINE_WORDS || dashed(words.end(name.to() - 1));
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

  private boolean partOfLongerName() {
    boolean led = (before & (CAPITAL | LEADING)) == CAPITAL && !opensSentence();
    return led || (behind & (CAPITAL | Cues.BEHIND | Cues.AFTER)) == CAPITAL;
  }

  /** Whether the word before, which is capitalised, may owe its capital to standing first. */
  private boolean opensSentence() {
    if ((before & (Cues.GIVEN_NAME | Cues.TITLE)) != 0) {
      return false;
    }
    int at = words.start(name.from() - 1) - 1;
    while (at >= 0 && words.text().charAt(at) == ' ') {
      at--;
    }
    return at < 0 || ".!?\n\"\u201c\u2018".indexOf(words.text().charAt(at)) >= 0;
  }

  /** Whether a lesser town's name stands behind another name, as surnames do. */
  boolean surname() {
    return !loud
        && name.single()
        && (before & (CAPITAL | LOUD | LEADING | Cues.BEHIND)) == CAPITAL
        && (behind & CAPITAL) == 0
        && !opensSentence();
  }

  /** {@code SWAT} in running text is no valley in Pakistan. */
  boolean acronym() {
    int from = name.from();
    return !loud
        && from >= DATELINE_WORDS
        && name.single()
        && words.allCapitals(from)
        && words.end(from) - words.start(from) <= LONGEST_ACRONYM
        && !words.allCapitals(from - 1);
  }

  private boolean has(int word, int bits) {
    return (cues.of(words.key(word)) & bits) != 0;
  }
}
