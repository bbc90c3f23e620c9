package org.tocsin.enrich.country;

import org.tocsin.enrich.text.Words;

/**
 * Cuts off what Arabic writes together with a name: "and", "so", "in", "for", "like", the article.
 * {@code وبالعراق} is looked up as {@code العراق} and {@code عراق} too.
 */
final class Particles {
  private static final String ONE_LETTER = "\u0648\u0641\u0628\u0644\u0643";
  private static final String ARTICLE = "\u0627\u0644";
  private static final String FOR_THE = "\u0644\u0644";
  private static final int SHORTEST = 3;

  /** The keys of the word without its particles, the longest rest first. */
  long[] without(Words words, int at) {
    String word = words.between(at, at + 1);
    long[] keys = new long[4];
    int found = 0;
    for (int cut = 0; cut < 3 && found < keys.length; cut++) {
      String rest = next(word);
      if (rest == null) {
        break;
      }
      keys[found++] = Words.key(rest);
      if (word.startsWith(FOR_THE) && found < keys.length) {
        keys[found++] = Words.key(ARTICLE + word.substring(2));
      }
      word = rest;
    }
    return java.util.Arrays.copyOf(keys, found);
  }

  private static @org.jspecify.annotations.Nullable String next(String word) {
    if ((word.startsWith(ARTICLE) || word.startsWith(FOR_THE)) && word.length() >= SHORTEST + 2) {
      return word.substring(2);
    }
    boolean particle = word.length() > SHORTEST && ONE_LETTER.indexOf(word.charAt(0)) >= 0;
    return particle ? word.substring(1) : null;
  }
}
