package org.tocsin.alert.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads words, phrases, words close together, and words with open letters. */
final class Sequences {
  static final int SHORTEST_PREFIX = 3;
  static final int LONGEST_PHRASE = 50;
  static final int LONGEST_WINDOW = 8;
  static final int MOST_OPEN = 3;

  private Sequences() {}

  static Term read(Token token) {
    return switch (token.kind()) {
      case PHRASE -> phrase(token);
      case WINDOW -> window(token);
      default -> isPattern(token) ? pattern(token) : word(token);
    };
  }

  /** Whether letters are left open; a question mark at the end is only punctuation. */
  private static boolean isPattern(Token token) {
    int any = token.text().indexOf(Shape.Pattern.ANY);
    return token.is(Token.Kind.PREFIX)
        || (any >= 0 && token.text().substring(any).codePoints().anyMatch(WordSplitter::inWord));
  }

  private static Term.Sequence word(Token token) {
    List<Shape> words = shapes(token);
    if (words.isEmpty()) {
      throw new QueryException(
          token.start(), "'" + token.text() + "' has no letter or digit to look for", null);
    }
    return sequence(words, token);
  }

  private static Term.Sequence phrase(Token token) {
    return sequence(quoted(token), token);
  }

  private static Term.Window window(Token token) {
    List<Shape> words = quoted(token);
    if (words.size() < 2 || words.size() > LONGEST_WINDOW) {
      throw new QueryException(
          token.start(),
          "two to " + LONGEST_WINDOW + " words stand in quotes before ~",
          "\"port closure\"~" + token.gap());
    }
    refuseTwins(words, token);
    return new Term.Window(words, token.gap());
  }

  /** Two forms of one word would both be found in one place. */
  private static void refuseTwins(List<Shape> words, Token token) {
    Set<String> seen = new HashSet<>();
    for (Shape word : words) {
      Set<String> forms = new HashSet<>(((Shape.Form) word).stems());
      forms.add(word.letters());
      if (forms.stream().anyMatch(seen::contains)) {
        throw new QueryException(
            token.start(),
            "'" + word.letters() + "' stands twice before ~",
            word.letters() + " NEAR/" + token.gap() + " " + word.letters());
      }
      seen.addAll(forms);
    }
  }

  private static List<Shape> quoted(Token token) {
    int star = token.text().indexOf('*');
    if (star >= 0) {
      throw new QueryException(
          token.textStart() + star, "an asterisk does not work inside quotes", null);
    }
    List<Shape> words = shapes(token);
    if (words.isEmpty()) {
      throw new QueryException(token.start(), "this phrase is empty", null);
    }
    return words;
  }

  private static Term.Sequence sequence(List<Shape> words, Token token) {
    if (words.size() > LONGEST_PHRASE) {
      throw new QueryException(
          token.start(), "a phrase has at most " + LONGEST_PHRASE + " words", null);
    }
    return new Term.Sequence(words, token.text());
  }

  private static List<Shape> shapes(Token token) {
    List<Shape> shapes = new ArrayList<>();
    for (Word word : Words.of(token.text()).list()) {
      String written = token.text().substring(word.start(), word.end()).replace(".", "");
      shapes.add(
          token.exact()
              ? Shape.Form.exact(word.plain())
              : Shape.Form.inflected(Folding.lower(written), word.plain()));
    }
    return shapes;
  }

  private static Term.Sequence pattern(Token token) {
    String text = token.text();
    List<Word> pieces = Words.of(text.replace(Shape.Pattern.ANY, 'x')).list();
    int any = text.indexOf(Shape.Pattern.ANY);
    String firm = any < 0 ? text : text.substring(0, any);
    if (firm.codePoints().filter(WordSplitter::inWord).count() < SHORTEST_PREFIX
        || (pieces.size() == 1 && Folding.plain(firm).length() < SHORTEST_PREFIX)) {
      throw new QueryException(
          token.start(),
          "at least "
              + SHORTEST_PREFIX
              + " letters stand before "
              + (any < 0 ? "an asterisk" : "a question mark"),
          null);
    }
    if (pieces.size() != 1) {
      throw new QueryException(
          token.start(), "an asterisk takes one word", "leave the asterisk out");
    }
    if (text.chars().filter(c -> c == Shape.Pattern.ANY).count() > MOST_OPEN) {
      throw new QueryException(
          token.start() + any,
          "a word has at most " + MOST_OPEN + " question marks",
          firm.toLowerCase(Locale.ROOT) + "*");
    }
    Word only = pieces.get(0);
    refuseTail(token, only.end());
    return new Term.Sequence(
        List.of(
            new Shape.Pattern(
                mask(text.substring(only.start(), only.end())), token.is(Token.Kind.PREFIX))),
        text);
  }

  /** Letters that are no word of their own: nothing begins with {@code harbour's}. */
  private static void refuseTail(Token token, int end) {
    String text = token.text();
    if (text.substring(end).codePoints().anyMatch(WordSplitter::inWord)
        || (token.is(Token.Kind.PREFIX) && end < text.length() && text.charAt(end) != '.')) {
      throw new QueryException(
          token.start() + end,
          "'" + text.substring(end) + "' is no part of a word",
          text.substring(0, end) + (token.is(Token.Kind.PREFIX) ? "*" : ""));
    }
  }

  /** The pattern with the letters between its question marks folded. */
  private static String mask(String text) {
    StringBuilder mask = new StringBuilder();
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      boolean end = i == text.length();
      if (end || text.charAt(i) == Shape.Pattern.ANY) {
        mask.append(Folding.plain(piece.toString()));
        piece.setLength(0);
        if (!end) {
          mask.append(Shape.Pattern.ANY);
        }
      } else if (text.charAt(i) != '.') {
        piece.append(text.charAt(i));
      }
    }
    return mask.toString();
  }
}
