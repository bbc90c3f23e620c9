package org.tocsin.enrich.novelty;

import org.tocsin.enrich.sketch.Hashes;

/**
 * A word of a statement in one {@code int}: 15 bits for the family of words it belongs to ({@code
 * buy}, {@code buyer}, {@code purchase}), 6 for its topic, 6 for the word itself, 2 for how much it
 * weighs and 3 for its {@link WordClass}. Stored and sent: the layout is not to be changed lightly.
 */
final class Term {
  private static final int FAMILY = 17;
  private static final int TOPIC = 11;
  private static final int FORM = 5;
  private static final int BAND = 3;
  private static final int FORM_BITS = (1 << (TOPIC - FORM)) - 1;
  private static final int TOPIC_BITS = (1 << (FAMILY - TOPIC)) - 1;

  /** Weights by band: the rarer a word in the news, the more its being shared says. */
  private static final double[] WEIGHTS = {0.15, 0.4, 1.0, 1.6};

  /** Topics that there can be. */
  static final int MOST_TOPICS = TOPIC_BITS;

  /** Carries no content. */
  static final int EMPTY = 0;

  /** Stands in every second news item. */
  static final int COMMON = 1;

  /** Any other word. */
  static final int PLAIN = 2;

  /** A name, a number, or a long word that no list has. */
  static final int TELLING = 3;

  private Term() {}

  /** A word of a family, in one of its forms. */
  static int word(WordClass kind, int band, int topic, CharSequence family, CharSequence form) {
    int high = (int) (Hashes.of(family) >>> 32) & -(1 << FAMILY);
    int low = ((int) (Hashes.of(form) >>> 32) & FORM_BITS) << FORM;
    return high | (topic << TOPIC) | low | (band << BAND) | kind.code;
  }

  /** A word without content. */
  static int function(CharSequence word) {
    return word(WordClass.FUNCTION, EMPTY, 0, word, word);
  }

  /** A word of a pair of opposites; relatives of its own pair only. */
  static int opposite(int band, WordList.Side side, CharSequence form) {
    int word = word(WordClass.OPPOSITE, band, 0, side.pair(), form);
    return side.left() ? word | (1 << FORM) : word & ~(1 << FORM);
  }

  /** Which of two opposites it is. */
  static boolean isLeft(int term) {
    return (term & (1 << FORM)) != 0;
  }

  /** A number, a day or another value, which has no relatives. */
  static int value(WordClass kind, int band, CharSequence value) {
    int hash = (int) (Hashes.of(value) >>> 32);
    return (hash & -(1 << FORM)) | (band << BAND) | kind.code;
  }

  /** Whether two are the same word, whatever they do in their statements. */
  static boolean same(int a, int b) {
    return (a >>> FORM) == (b >>> FORM);
  }

  /** Whether two belong to one family. */
  static boolean kin(int a, int b) {
    return a >>> FAMILY == b >>> FAMILY;
  }

  /** Names the family, for tables. */
  static int family(int term) {
    return term >>> FAMILY;
  }

  /** Names the word, for tables. */
  static int form(int term) {
    return term >>> FORM;
  }

  /** The number of its topic; 0 where it has none. */
  static int topic(int term) {
    WordClass kind = WordClass.of(term);
    return kind == WordClass.CONTENT || kind == WordClass.NAME ? (term >>> TOPIC) & TOPIC_BITS : 0;
  }

  static double weight(int term) {
    return WEIGHTS[band(term)];
  }

  /** The same term with another weight. */
  static int weighing(int term, int band) {
    return (term & ~(3 << BAND)) | (band << BAND);
  }

  static int band(int term) {
    return (term >>> BAND) & 3;
  }
}
