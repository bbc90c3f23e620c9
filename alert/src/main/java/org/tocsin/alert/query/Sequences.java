package org.tocsin.alert.query;

import java.util.List;

/** Reads words, phrases and beginnings of words. */
final class Sequences {
  static final int SHORTEST_PREFIX = 3;
  static final int LONGEST_PHRASE = 50;

  private Sequences() {}

  static Term.Sequence read(Token token) {
    List<Word> words = Words.of(token.text()).list();
    if (token.is(Token.Kind.PHRASE)) {
      refuseBadPhrase(token, words);
    } else if (token.is(Token.Kind.PREFIX)) {
      refuseBadPrefix(token, words);
    } else if (words.isEmpty()) {
      throw new QueryException(
          token.start(), "'" + token.text() + "' has no letter or digit to look for", null);
    }
    if (words.size() > LONGEST_PHRASE) {
      throw new QueryException(
          token.start(), "a phrase has at most " + LONGEST_PHRASE + " words", null);
    }
    return new Term.Sequence(words, token.is(Token.Kind.PREFIX), token.text());
  }

  private static void refuseBadPhrase(Token token, List<Word> words) {
    int star = token.text().indexOf('*');
    if (star >= 0) {
      throw new QueryException(
          token.start() + 1 + star, "an asterisk does not work inside quotes", null);
    }
    if (words.isEmpty()) {
      throw new QueryException(token.start(), "this phrase is empty", null);
    }
  }

  private static void refuseBadPrefix(Token token, List<Word> words) {
    if (token.text().codePoints().filter(WordSplitter::inWord).count() < SHORTEST_PREFIX) {
      throw new QueryException(
          token.start(), "at least " + SHORTEST_PREFIX + " letters stand before an asterisk", null);
    }
    if (words.size() != 1) {
      throw new QueryException(
          token.start(), "an asterisk takes one word", "leave the asterisk out");
    }
    if (words.get(0).plain().length() < SHORTEST_PREFIX) {
      throw new QueryException(
          token.start(), "at least " + SHORTEST_PREFIX + " letters stand before an asterisk", null);
    }
  }
}
