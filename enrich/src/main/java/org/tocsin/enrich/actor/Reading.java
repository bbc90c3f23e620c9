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

  private final Part in;
  private final String text;
  private final List<Token> parts;
  private final Set<String> lowerCase = new HashSet<>();
  private final boolean[] heading;

  Reading(Part in, String text) {
    this.in = in;
    this.text = text;
    this.parts = Tokens.parts(text);
    this.heading = new boolean[parts.size()];
    for (Token token : parts) {
      if (Character.isLowerCase(token.text().codePointAt(0))) {
        lowerCase.add(token.folded());
      }
    }
    markHeadings();
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
    if (adjacent(index)) {
      return true;
    }
    String gap = gap(index);
    String word = parts.get(index).text();
    return has(index + 1)
        && (gap.equals("-")
            || gap.equals("'")
            || gap.equals("\u2019")
            || (word.endsWith("s") && (gap.equals("' ") || gap.equals("\u2019 ")))
            || (gap.equals(". ") && (word.length() == 1 || abbreviatedTitle(word)))
            || (gap.equals(" ") && word.endsWith(".")));
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
    String gap = gap(index - 1);
    for (int i = 0; i < gap.length(); i++) {
      if (".!?:;\n\"\u201c\u201d\u201e\u00ab\u2022\u2014".indexOf(gap.charAt(i)) >= 0) {
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

  /** Whether the word can be part of a name here. */
  boolean nameable(Lexicon lexicon, int index) {
    Token token = at(index);
    return token.capitalised() && !lexicon.is(Kind.NEVER, token) && !lexicon.is(Kind.START, token);
  }
}
