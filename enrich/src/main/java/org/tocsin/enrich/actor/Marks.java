package org.tocsin.enrich.actor;

import java.util.Arrays;
import org.tocsin.enrich.actor.Lexicon.Kind;
import org.tocsin.enrich.text.KeySet;
import org.tocsin.enrich.text.WordSet;
import org.tocsin.enrich.text.Words;

/**
 * What can be said of each word once and for all, a bit each: whether it is written as a name,
 * whether it begins a sentence, what ties it to the next word. One pass over the words; nearly all
 * of them are followed by a blank, and then there is nothing to look at.
 */
final class Marks {
  static final byte CAPITAL = 1;

  /** Only a blank or a line break parts the word from the next. */
  static final byte ADJACENT = 1 << 1;

  /** The word and the next may belong to one name: {@code Jean-Luc}, {@code J. Doe}. */
  static final byte BOUND = 1 << 2;

  static final byte SENTENCE = 1 << 3;

  /** Stands in a line where capitals say nothing. */
  static final byte HEADING = 1 << 4;

  /** Stands in a short stretch of quotation marks, as titles of works do. */
  static final byte QUOTED = 1 << 5;

  /** A comma and a blank, no more, part the word from the next. */
  static final byte COMMA = 1 << 6;

  private static final byte TIED = ADJACENT | BOUND;
  private static final int LONG = 4;
  private static final int LOUD_WORDS = 6;
  private static final int HEADING_WORDS = 4;

  /** Of so many words of a heading, not one small. */
  private static final int SMALL_IN = 5;

  private static final int FEW = 4;
  private static final int NEAR = 8;
  private static final int LONGEST_TITLE = 8;

  /** Marks that end a sentence or start a quotation: those below 64 as bits, and others. */
  private static final long STOPS =
      1L << '.' | 1L << '!' | 1L << '?' | 1L << ':' | 1L << ';' | 1L << '\n' | 1L << '"';

  private static final String OTHER_STOPS = "\u201c\u201d\u201e\u00ab\u2022\u2014";
  private static final String CLOSING = "\"\u201d\u00bb";

  /** Titles that a full stop follows and a name behind it. */
  private static final KeySet ABBREVIATED =
      KeySet.of(
          "mr", "mrs", "ms", "dr", "gen", "lt", "col", "sen", "rep", "gov", "rev", "maj", "capt",
          "sgt", "prof", "jr", "st", "adm", "brig", "cmdr", "hon", "ph");

  private static final int NAMES =
      Kind.HEAD.bit() | Kind.MODIFIER.bit() | Kind.NATION.bit() | Kind.END.bit();

  private final Words words;
  private final int[] signs;
  private final byte[] marks;
  private final boolean loud;
  private final WordSet capitals;

  /** Words with a capital behind an opening quotation mark. */
  private int[] openings = new int[FEW];

  private int opened;

  /**
   * @param signs what kinds the words are of
   */
  Marks(Words words, int[] signs) {
    this.words = words;
    this.signs = signs;
    this.marks = words.flags(CAPITAL, TIED);
    this.loud = words.mostlyLoud(LONG, LOUD_WORDS, 7);
    for (int i = 0; loud && i < marks.length; i++) {
      marks[i] &= (byte) (nameLike(i) ? -1 : ~CAPITAL);
    }
    markWords();
    this.capitals = WordSet.flagged(marks, CAPITAL);
    for (int i = 0; i < opened; i++) {
      markTitleOfWork(openings[i]);
    }
  }

  boolean has(int word, byte mark) {
    return word >= 0 && word < marks.length && (marks[word] & mark) != 0;
  }

  /** The words that are written as names are; not to be changed. */
  WordSet capitals() {
    return capitals;
  }

  /** A text in capitals only, as old wires have it: capitals say nothing anywhere in it. */
  boolean loud() {
    return loud;
  }

  /** Whether a word is long enough for its capitals to say something. */
  private boolean telling(int word) {
    return words.end(word) - words.start(word) >= LONG && !words.number(word);
  }

  /** In a loud text: a word that is no ordinary one, or one that bodies' names are made of. */
  private boolean nameLike(int word) {
    int known = signs[word];
    return !words.number(word)
        && ((known & Kind.COMMON.bit()) == 0 || (known & NAMES) != 0)
        && (known & Kind.START.bit()) == 0;
  }

  /** Capitals, what stands between words, headings. */
  private void markWords() {
    WordSet gaps = words.parted();
    int last = marks.length - 1; // nothing follows it
    int line = 0;
    if (marks.length > 0) {
      markGap(0);
    }
    for (int gap = gaps.next(0); gap >= 0 && gap < last; gap = gaps.next(gap + 1)) {
      markGap(gap + 1);
      if (lineEnds(gap)) {
        markHeading(line, gap + 1);
        line = gap + 1;
      }
    }
    markHeading(line, marks.length);
  }

  /** Looks at what stands before a word that is no mere blank. */
  private void markGap(int i) {
    int from = i == 0 ? 0 : words.end(i - 1);
    int to = words.start(i);
    if (i > 0 && to - from == 2 && words.unit(from) == ',' && words.unit(from + 1) == ' ') {
      marks[i - 1] |= COMMA;
      return; // as most of what is not a mere blank
    }
    if (i > 0) {
      marks[i - 1] |= tie(i - 1, from, to);
    }
    if (i == 0 || ((marks[i - 1] & BOUND) == 0 && stops(from, to))) {
      marks[i] |= SENTENCE;
    }
    if ((marks[i] & CAPITAL) != 0 && to > 0 && opening(words.unit(to - 1))) {
      if (opened == openings.length) {
        openings = Arrays.copyOf(openings, 2 * opened);
      }
      openings[opened++] = i;
    }
  }

  private byte tie(int word, int from, int to) {
    char first = from < to ? words.unit(from) : 0;
    return switch (to - from) {
      case 1 -> alone(word, first);
      case 2 -> words.unit(from + 1) == ' ' && spaced(word, first) ? BOUND : 0;
      case 3 -> words.text().startsWith(" & ", from) && capitals(word) ? BOUND : 0;
      default -> 0;
    };
  }

  private byte alone(int word, char mark) {
    if (Character.isWhitespace(mark) || mark == '\u00a0') {
      return ADJACENT | BOUND;
    }
    return mark == '-' || apostrophe(mark) || (mark == '&' && capitals(word)) ? BOUND : 0;
  }

  /** {@code J. Doe}, {@code Farmers' Union}. */
  private boolean spaced(int word, char mark) {
    int end = words.end(word);
    int length = end - words.start(word);
    return (mark == '.' && (length == 1 || (length <= LONG && abbreviatedTitle(word))))
        || (apostrophe(mark) && words.unit(end - 1) == 's');
  }

  private boolean capitals(int word) {
    return (marks[word] & marks[word + 1] & CAPITAL) != 0;
  }

  private static boolean opening(char mark) {
    return mark == '"' || mark == '\u201c' || mark == '\u00ab';
  }

  private static boolean apostrophe(char mark) {
    return mark == '\'' || mark == '\u2019';
  }

  private boolean abbreviatedTitle(int word) {
    return words.capitalised(word)
        && !words.allCapitals(word)
        && ABBREVIATED.contains(words.whole(word));
  }

  private boolean stops(int from, int to) {
    for (int i = from; i < to; i++) {
      char unit = words.unit(i);
      if (unit < Long.SIZE ? (STOPS >>> unit & 1) != 0 : OTHER_STOPS.indexOf(unit) >= 0) {
        return true;
      }
    }
    return false;
  }

  private void markTitleOfWork(int from) {
    int end = closing(from);
    for (int i = from; i < end; i++) {
      marks[i] |= QUOTED;
    }
  }

  /** Where a quotation of a few words, the last one with a capital, is closed without a stop. */
  private int closing(int from) {
    for (int i = from; i < marks.length && i < from + LONGEST_TITLE; i++) {
      int end = words.end(i);
      if (end < words.text().length() && CLOSING.indexOf(words.unit(end)) >= 0) {
        return (marks[i] & CAPITAL) != 0 ? i + 1 : -1;
      }
      if ((marks[i] & BOUND) == 0) {
        return -1;
      }
    }
    return -1;
  }

  /**
   * Looks at the words of a line until so many are small that it is none: one is enough where the
   * line ends in a full stop, for then all would have to be in capitals throughout.
   */
  private void markHeading(int from, int to) {
    boolean stopped = to > from && full(to - 1);
    int all = 0;
    int capitals = 0;
    int shouted = 0;
    for (int i = from; i < to && !loud; i++) {
      if (telling(i)) {
        all++;
        capitals += words.capitals(i);
        shouted += words.allCapitals(i) ? 1 : 0;
        if (shouted < all && (stopped || (all - capitals) * SMALL_IN >= to - from)) {
          return;
        }
      }
    }
    boolean titled =
        all >= HEADING_WORDS && (all - capitals) * SMALL_IN < all && to > from && !stopped;
    if (titled || (all >= 2 && shouted == all)) {
      fill(from, to);
    }
  }

  /** Whether a line break stands near behind a word. */
  private boolean lineEnds(int word) {
    int from = words.end(word);
    int to = Math.min(words.start(word + 1), from + NEAR);
    for (int i = from; i < to; i++) {
      if (words.unit(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  /** Whether a full stop follows. */
  private boolean full(int word) {
    int end = words.end(word);
    return end < words.text().length() && words.unit(end) == '.';
  }

  private void fill(int from, int to) {
    for (int i = from; i < to; i++) {
      marks[i] |= HEADING;
    }
  }
}
