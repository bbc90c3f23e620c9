package org.tocsin.enrich.actor;

import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Mention;
import org.tocsin.contract.Part;
import org.tocsin.enrich.actor.Lexicon.Kind;
import org.tocsin.enrich.text.KeySet;
import org.tocsin.enrich.text.Token;
import org.tocsin.enrich.text.WordSet;
import org.tocsin.enrich.text.Words;

/**
 * One title or text laid out for the rules: what kinds its words are of, where sentences start,
 * what is a heading. What rules ask of each word again and again is a bit in an array; strings are
 * made only of words that are looked at closely.
 */
final class Reading {
  private static final int FURTHEST_THING = 5;
  private static final int SHOWN_GAP = 6;
  private static final int UNNAMEABLE = Kind.NEVER.bit() | Kind.CALENDAR.bit();

  /** Keys of words that several rules ask for. */
  static final long THE = Words.folded("the");

  static final long OF = Words.folded("of");
  static final long AND = Words.folded("and");
  static final long POSSESSIVE = Words.folded("s");

  private static final KeySet KIN =
      KeySet.of(
          "brother",
          "sister",
          "father",
          "mother",
          "wife",
          "husband",
          "son",
          "daughter",
          "widow",
          "widower",
          "cousin",
          "uncle",
          "aunt",
          "nephew",
          "niece",
          "grandfather",
          "grandmother",
          "grandson",
          "granddaughter",
          "stepson",
          "stepdaughter",
          "bruder",
          "schwester",
          "vater",
          "mutter",
          "sohn",
          "tochter",
          "frere",
          "soeur",
          "pere",
          "mere",
          "fils",
          "fille",
          "hermano",
          "hermana",
          "padre",
          "madre",
          "esposa",
          "hijo",
          "hija");

  private final Part in;
  private final Words words;
  private final Lexicon lexicon;
  private final int[] signs;

  /** Of the signs the first eight. */
  private final byte[] first;

  private final Marks marks;
  private final boolean nouns;
  private final SmallWords smallWords;

  /**
   * @param nouns whether common nouns have capitals too, as in German
   */
  Reading(Part in, Words words, Lexicon lexicon, boolean nouns) {
    this.in = in;
    this.words = words;
    this.lexicon = lexicon;
    this.nouns = nouns;
    this.signs = new int[words.size()];
    this.first = new byte[words.size()];
    this.smallWords = new SmallWords(words);
    for (int i = 0; i < signs.length; i++) {
      long key = words.whole(i);
      int known = lexicon.signs(key);
      signs[i] = known;
      first[i] = (byte) known;
      smallWords.add(key, words.smalls(i));
    }
    this.marks = new Marks(words, signs);
  }

  /** Whether common nouns have capitals too. */
  boolean nouns() {
    return nouns;
  }

  /** Whether the text is in capitals only. */
  boolean loud() {
    return marks.loud();
  }

  /** Whether a word is of a kind. */
  boolean is(int index, Kind kind) {
    return isAny(index, kind.bit());
  }

  /** All kinds of a word that is there, as their bits. */
  int kinds(int index) {
    return signs[index];
  }

  /** All kinds of the words from one to another that are there, the last exclusive. */
  int kinds(int from, int to) {
    int kinds = 0;
    for (int i = from; i < Math.min(to, signs.length); i++) {
      kinds |= signs[i];
    }
    return kinds;
  }

  /** Whether a word is of one of several kinds, given as their bits. */
  boolean isAny(int index, int kinds) {
    return has(index) && (signs[index] & kinds) != 0;
  }

  /** The words that are of one of several kinds, which are among the first eight. */
  WordSet ofKinds(int kinds) {
    return WordSet.flagged(first, (byte) kinds);
  }

  /** The words that are written as names are; not to be changed. */
  WordSet capitals() {
    return marks.capitals();
  }

  /** Whether a word is this one, by its {@linkplain Words#whole key}. */
  boolean reads(int index, long key) {
    return words.whole(index) == key;
  }

  /** Whether a word is one of these. */
  boolean reads(int index, KeySet keys) {
    return keys.contains(words.whole(index));
  }

  /** Whether a word is Latin letters without marks and digits alone, as nearly all are. */
  boolean plain(int index) {
    for (int i = words.start(index); i < words.end(index); i++) {
      char unit = words.unit(i);
      boolean letter = unit < 128 && (unit | 0x20) >= 'a' && (unit | 0x20) <= 'z';
      if (!letter && (unit < '0' || unit > '9')) {
        return false;
      }
    }
    return true;
  }

  /** The last letter of a word, folded. */
  char lastLetter(int index) {
    if (plain(index)) {
      char unit = words.unit(words.end(index) - 1);
      return unit <= '9' ? unit : (char) (unit | 0x20);
    }
    String folded = at(index).folded();
    return folded.charAt(folded.length() - 1);
  }

  /** Letters of a word when {@linkplain Token#folded folded}. */
  int foldedLength(int index) {
    return plain(index) ? length(index) : at(index).folded().length();
  }

  /** Whether a folded word ends like this; {@code ending} is in small Latin letters. */
  boolean endsIn(int index, String ending) {
    int end = words.end(index);
    int from = end - ending.length();
    if (from < words.start(index)) {
      return at(index).folded().endsWith(ending);
    }
    for (int i = 0; i < ending.length(); i++) {
      char unit = words.unit(from + i);
      if (unit >= 128 || unit == '.') {
        return at(index).folded().endsWith(ending);
      }
      if ((unit | 0x20) != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** How many letters stand between a word and the next. */
  int gapLength(int index) {
    return words.start(index + 1) - words.end(index);
  }

  int start(int index) {
    return words.start(index);
  }

  /** Letters of a word as written. */
  int length(int index) {
    return words.end(index) - words.start(index);
  }

  /** Whether all letters of a word are capitals, two at least. */
  boolean allCapitals(int index) {
    return words.allCapitals(index);
  }

  /** Whether a word starts with a digit. */
  boolean number(int index) {
    return words.number(index);
  }

  /** Whether a word is written as a name is: with a capital, in a loud text by what it is. */
  boolean capital(int index) {
    return marks.has(index, Marks.CAPITAL);
  }

  /** Whether the word stands in a short stretch of quotation marks, as titles of works do. */
  boolean quoted(int index) {
    return marks.has(index, Marks.QUOTED);
  }

  Lexicon lexicon() {
    return lexicon;
  }

  int size() {
    return signs.length;
  }

  Words words() {
    return words;
  }

  /** A word's {@linkplain Words#whole key}. */
  long key(int index) {
    return words.whole(index);
  }

  /** A word with its letters, made anew each time: for the few where the keys do not do. */
  Token at(int index) {
    return words.token(index);
  }

  boolean has(int index) {
    return index >= 0 && index < signs.length;
  }

  /** Whether the word stands in a line where capitals say nothing. */
  boolean heading(int index) {
    return marks.has(index, Marks.HEADING);
  }

  /** Whether the word is also written small in this text. */
  boolean usuallyLower(int index) {
    return words.small(index) || smallWords.has(words.whole(index));
  }

  /** Whether a comma and a blank, no more, part the word from the next. */
  boolean comma(int index) {
    return marks.has(index, Marks.COMMA);
  }

  /** Whether just this stands between a word and the next, or behind the last one. */
  boolean gapIs(int index, String gap) {
    return gapEnd(index) - words.end(index) == gap.length() && gapStarts(index, gap);
  }

  /** Whether what stands between a word and the next starts like this. */
  boolean gapStarts(int index, String gap) {
    int from = words.end(index);
    return gapEnd(index) - from >= gap.length() && words.text().startsWith(gap, from);
  }

  private int gapEnd(int index) {
    int end = has(index + 1) ? words.start(index + 1) : words.text().length();
    return Math.min(end, words.end(index) + SHOWN_GAP);
  }

  /** Whether only a blank or a line break parts the word from the next. */
  boolean adjacent(int index) {
    return marks.has(index, Marks.ADJACENT);
  }

  /**
   * Whether the two words belong to one name: {@code Jean-Luc}, {@code O'Neill}, {@code J. Doe}.
   */
  boolean bound(int index) {
    return marks.has(index, Marks.BOUND);
  }

  boolean sentenceStart(int index) {
    return marks.has(index, Marks.SENTENCE);
  }

  Mention mention(int from, int to, String entry) {
    return mention(from, to, words.between(from, to), entry);
  }

  /** The same where what stands there is known. */
  Mention mention(int from, int to, String text, String entry) {
    return new Mention(in, words.start(from), words.end(to - 1), text, entry);
  }

  /** The words as one name on one line. */
  String name(int from, int to) {
    String name = words.between(from, to);
    return onOneLine(from, to) ? name : name.replaceAll("\\s+", " ");
  }

  /** Whether no line ends inside a name. */
  boolean onOneLine(int from, int to) {
    boolean blanks = true;
    for (int i = from; i < to - 1; i++) {
      blanks &= words.spaced(i);
    }
    return blanks || breakless(words.end(from), words.start(to - 1));
  }

  private boolean breakless(int from, int to) {
    for (int i = from; i < to; i++) {
      if (words.unit(i) == '\n' || words.unit(i) == '\r') {
        return false;
      }
    }
    return true;
  }

  /** Whether the word can be part of a name here. */
  boolean nameable(int index) {
    return capital(index)
        && !isAny(index, UNNAMEABLE)
        && (!is(index, Kind.START) || initial(index))
        && !(is(index, Kind.OPENING) && sentenceStart(index));
  }

  /** A letter with a dot, {@code A.}, not the article. */
  private boolean initial(int index) {
    return length(index) == 1 && gapStarts(index, ".");
  }

  /** The country whose own the name is that starts here: {@code Norway's |Senate}; or null. */
  @Nullable String owner(int from) {
    int nation = from - 2;
    boolean owned =
        nation >= 0
            && reads(from - 1, POSSESSIVE)
            && gapLength(nation) == 1
            && adjacent(from - 1)
            && is(nation, Kind.NATION);
    return owned ? lexicon.nation(key(nation)) : null;
  }

  /** Whether the capitals go on after a name and make a thing of it: {@code Lake Council Prize}. */
  boolean thingAhead(int to) {
    for (int at = to; at < to + FURTHEST_THING && has(at) && bound(at - 1) && capital(at); at++) {
      if (is(at, Kind.THING) && !is(at, Kind.HEAD)) {
        return true;
      }
      if (is(at, Kind.TITLE) || is(at, Kind.GIVEN)) {
        return false;
      }
    }
    return false;
  }

  /** Where a body's name starts: with its article, {@code The}, inside a sentence. */
  int articled(int from) {
    int before = from - 1;
    boolean the = before > 0 && adjacent(before) && written(before, "The");
    return the && !sentenceStart(before) && !heading(before) && !loud() ? before : from;
  }

  /** Whether a word is written just so. */
  boolean written(int index, String letters) {
    return length(index) == letters.length()
        && words.text().startsWith(letters, words.start(index));
  }

  /** Whether the name that starts here is that of somebody's relative: {@code his son Bo Roe}. */
  boolean relative(int index) {
    int before = is(index - 1, Kind.START) ? index - 2 : index - 1;
    return bound(before) && reads(before, KIN);
  }

  /** The number of a king: {@code Olaf VII}. */
  boolean regnal(int index) {
    for (int i = words.start(index); i < words.end(index); i++) {
      if ("IVX".indexOf(words.unit(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
