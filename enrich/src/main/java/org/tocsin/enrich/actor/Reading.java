package org.tocsin.enrich.actor;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.contract.Mention;
import org.tocsin.contract.Part;
import org.tocsin.enrich.actor.Lexicon.Kind;
import org.tocsin.enrich.text.Token;
import org.tocsin.enrich.text.Tokens;

/**
 * One title or text laid out for the rules: its words, where sentences start, what is a heading.
 */
final class Reading {
  private static final int HEADING_WORDS = 4;
  private static final int LOUD_WORDS = 6;
  private static final int WIDEST_GAP = 3;
  private static final int LONGEST_TITLE = 8;
  private static final int FURTHEST_THING = 5;
  private static final Set<String> KIN =
      Set.of(
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
  private final String text;
  private final List<Token> parts;
  private final Set<String> lowerCase = new HashSet<>();
  private final Lexicon lexicon;
  private final int[] signs;
  private final long[] hashes;
  private final byte[] bound;
  private final boolean[] heading;
  private final boolean[] capital;
  private final boolean[] quoted;
  private final boolean loud;
  private final boolean nouns;

  /**
   * @param nouns whether common nouns have capitals too, as in German
   */
  Reading(Part in, String text, Lexicon lexicon, boolean nouns) {
    this.in = in;
    this.nouns = nouns;
    this.text = text;
    this.lexicon = lexicon;
    this.parts = Tokens.parts(text);
    this.heading = new boolean[parts.size()];
    this.capital = new boolean[parts.size()];
    this.quoted = new boolean[parts.size()];
    this.signs = new int[parts.size()];
    this.hashes = new long[parts.size()];
    this.bound = new byte[parts.size()];
    this.loud = mostlyCapitals();
    for (int i = 0; i < signs.length; i++) {
      Token token = parts.get(i);
      hashes[i] = PhraseTable.word(token.folded());
      signs[i] = lexicon.signs(plain(token) ? hashes[i] : WordHash.of(token.folded()));
      capital[i] = token.capitalised() && (!loud || nameLike(i));
      if (Character.isLowerCase(token.text().codePointAt(0))) {
        lowerCase.add(token.folded());
      }
    }
    if (!loud) {
      markHeadings();
    }
    markTitlesOfWorks();
  }

  /** Whether a word is compared as it stands, not without its ending. */
  private static boolean plain(Token token) {
    return token.folded().charAt(0) < '\u0400';
  }

  /** The words' hashes as phrases have them. */
  long[] hashes() {
    return hashes;
  }

  /** A text in capitals only, as old wires have it: capitals say nothing anywhere in it. */
  private boolean mostlyCapitals() {
    int words = 0;
    int capitals = 0;
    for (Token token : parts) {
      if (token.text().length() > 3 && !token.number()) {
        words++;
        capitals += token.allCapitals() ? 1 : 0;
      }
    }
    return words >= LOUD_WORDS && capitals * 10 > words * 7;
  }

  /** In a loud text: a word that is no ordinary one, or one that bodies' names are made of. */
  private boolean nameLike(int index) {
    int names = Kind.HEAD.bit() | Kind.MODIFIER.bit() | Kind.NATION.bit() | Kind.END.bit();
    int ordinary = Kind.COMMON.bit() | Kind.START.bit();
    return !parts.get(index).number()
        && ((signs[index] & ordinary) == 0 || (signs[index] & names) != 0)
        && !is(index, Kind.START);
  }

  /** Whether common nouns have capitals too. */
  boolean nouns() {
    return nouns;
  }

  /** Whether the text is in capitals only. */
  boolean loud() {
    return loud;
  }

  /** Whether a word is of a kind. */
  boolean is(int index, Kind kind) {
    return has(index) && (signs[index] & kind.bit()) != 0;
  }

  /** Whether a word is written as a name is: with a capital, in a loud text by what it is. */
  boolean capital(int index) {
    return has(index) && capital[index];
  }

  /** Whether the word stands in a short stretch of quotation marks, as titles of works do. */
  boolean quoted(int index) {
    return quoted[index];
  }

  Lexicon lexicon() {
    return lexicon;
  }

  int size() {
    return parts.size();
  }

  String text() {
    return text;
  }

  List<Token> parts() {
    return parts;
  }

  Token at(int index) {
    return parts.get(index);
  }

  boolean has(int index) {
    return index >= 0 && index < parts.size();
  }

  /** Whether the word stands in a line where capitals say nothing. */
  boolean heading(int index) {
    return heading[index];
  }

  boolean usuallyLower(Token token) {
    return lowerCase.contains(token.folded());
  }

  String gap(int index) {
    int start = parts.get(index).end();
    int end = has(index + 1) ? parts.get(index + 1).start() : text.length();
    return text.substring(start, Math.min(end, start + 6));
  }

  /** Whether only a blank or a line break parts the word from the next. */
  boolean adjacent(int index) {
    if (!has(index) || !has(index + 1)) {
      return false;
    }
    int start = parts.get(index).end();
    return parts.get(index + 1).start() == start + 1
        && (Character.isWhitespace(text.charAt(start)) || text.charAt(start) == '\u00a0');
  }

  /**
   * Whether the two words belong to one name: {@code Jean-Luc}, {@code O'Neill}, {@code J. Doe}.
   */
  boolean bound(int index) {
    if (!has(index) || !has(index + 1)) {
      return false;
    }
    if (bound[index] == 0) {
      bound[index] = (byte) (adjacent(index) || joined(index) ? 1 : -1);
    }
    return bound[index] > 0;
  }

  private boolean joined(int index) {
    if (parts.get(index + 1).start() - parts.get(index).end() > WIDEST_GAP) {
      return false;
    }
    String gap = gap(index);
    String word = parts.get(index).text();
    return switch (gap) {
      case "-", "'", "\u2019" -> true;
      case " & ", "&" -> capital(index) && capital(index + 1);
      case "' ", "\u2019 " -> word.endsWith("s");
      case ". " -> word.length() == 1 || abbreviatedTitle(word);
      case " " -> word.endsWith(".");
      default -> false;
    };
  }

  private static boolean abbreviatedTitle(String word) {
    return switch (word) {
      case "Mr",
          "Mrs",
          "Ms",
          "Dr",
          "Gen",
          "Lt",
          "Col",
          "Sen",
          "Rep",
          "Gov",
          "Rev",
          "Maj",
          "Capt",
          "Sgt",
          "Prof",
          "Jr",
          "St",
          "Adm",
          "Brig",
          "Cmdr",
          "Hon",
          "Ph" ->
          true;
      default -> false;
    };
  }

  /** The same, or with the dot of an abbreviated title in between. */
  boolean adjacentOrDotted(int index) {
    return has(index) && (adjacent(index) || bound(index));
  }

  boolean sentenceStart(int index) {
    if (index == 0) {
      return true;
    }
    int end = parts.get(index).start();
    for (int i = parts.get(index - 1).end(); i < end; i++) {
      if (".!?:;\n\"\u201c\u201d\u201e\u00ab\u2022\u2014".indexOf(text.charAt(i)) >= 0) {
        return !bound(index - 1);
      }
    }
    return false;
  }

  Mention mention(int from, int to, String entry) {
    int start = parts.get(from).start();
    int end = parts.get(to - 1).end();
    return new Mention(in, start, end, text.substring(start, end), entry);
  }

  /** The words as one name on one line. */
  String name(int from, int to) {
    String name = text.substring(parts.get(from).start(), parts.get(to - 1).end());
    return name.indexOf('\n') < 0 && name.indexOf('\r') < 0 ? name : name.replaceAll("\\s+", " ");
  }

  private void markHeadings() {
    int from = 0;
    for (int i = 1; i <= parts.size(); i++) {
      if (i == parts.size()
          || text.substring(
                      parts.get(i - 1).end(),
                      Math.min(parts.get(i).start(), parts.get(i - 1).end() + 8))
                  .indexOf('\n')
              >= 0) {
        markLine(from, i);
        from = i;
      }
    }
  }

  private void markLine(int from, int to) {
    int words = 0;
    int capitals = 0;
    boolean loud = true;
    for (int i = from; i < to; i++) {
      Token token = parts.get(i);
      if (token.text().length() > 3 && !token.number()) {
        words++;
        capitals += token.capitalised() ? 1 : 0;
        loud &= token.allCapitals();
      }
    }
    boolean sentence = gap(to - 1).startsWith(".");
    boolean titled = !sentence && words >= HEADING_WORDS && capitals * 10 > words * 8;
    if (titled || (words >= 2 && loud)) {
      Arrays.fill(heading, from, to, true);
    }
  }

  private void markTitlesOfWorks() {
    for (int i = 0; i < parts.size(); i++) {
      int before = parts.get(i).start() - 1;
      if (before >= 0 && "\"\u201c\u00ab".indexOf(text.charAt(before)) >= 0 && capital[i]) {
        int end = closing(i);
        if (end > 0) {
          Arrays.fill(quoted, i, end, true);
        }
      }
    }
  }

  /** Where a quotation of a few words, the last one with a capital, is closed without a stop. */
  private int closing(int from) {
    for (int i = from; i < parts.size() && i < from + LONGEST_TITLE; i++) {
      int end = parts.get(i).end();
      if (end < text.length() && "\"\u201d\u00bb".indexOf(text.charAt(end)) >= 0) {
        return capital[i] ? i + 1 : -1;
      }
      if (!bound(i)) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether the word can be part of a name here. */
  boolean nameable(int index) {
    return capital(index)
        && !is(index, Kind.NEVER)
        && !is(index, Kind.CALENDAR)
        && (!is(index, Kind.START) || initial(index))
        && !(is(index, Kind.OPENING) && sentenceStart(index));
  }

  /** A letter with a dot, {@code A.}, not the article. */
  private boolean initial(int index) {
    return at(index).text().length() == 1 && gap(index).startsWith(".");
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
    boolean the = before > 0 && adjacent(before) && at(before).text().equals("The");
    return the && !sentenceStart(before) && !heading(before) && !loud ? before : from;
  }

  /** Whether the name that starts here is that of somebody's relative: {@code his son Bo Roe}. */
  boolean relative(int index) {
    int before = is(index - 1, Kind.START) ? index - 2 : index - 1;
    return has(before) && bound(before) && KIN.contains(at(before).folded());
  }

  /** The number of a king: {@code Olaf VII}. */
  boolean regnal(int index) {
    String word = at(index).text();
    for (int i = 0; i < word.length(); i++) {
      if ("IVX".indexOf(word.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
