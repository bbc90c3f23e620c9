package org.tocsin.enrich.novelty;

import java.util.List;

/**
 * Cuts endings off a word: {@code refugees} and {@code refugee} become one, and, a step further,
 * {@code investigators} and {@code investigation} relatives.
 */
final class Stem {
  private static final int SHORTEST = 4;
  private static final int SHORTEST_ROOT = 5;

  /** Endings that make another kind of word, longest first. */
  private static final List<String> DERIVED =
      List.of(
          "izations",
          "ization",
          "ational",
          "fulness",
          "ations",
          "ation",
          "ments",
          "ment",
          "ators",
          "ator",
          "ition",
          "ities",
          "ness",
          "ions",
          "able",
          "ible",
          "ance",
          "ence",
          "ical",
          "ally",
          "ship",
          "less",
          "ing",
          "ion",
          "ity",
          "ive",
          "ist",
          "ism",
          "ful",
          "ous",
          "ant",
          "ent",
          "ize",
          "ise",
          "ate",
          "ory",
          "ers",
          "ors",
          "al",
          "er",
          "or",
          "ic",
          "an",
          "y",
          "e");

  private Stem() {}

  /** The word without plural, past and the like. */
  static String of(String word) {
    String stem = word;
    if (stem.length() > SHORTEST + 1 && stem.endsWith("ies")) {
      stem = stem.substring(0, stem.length() - 3) + "y";
    } else if (stem.length() >= SHORTEST && stem.endsWith("s") && !doubled(stem)) {
      stem = stem.substring(0, stem.length() - 1);
    }
    if (stem.length() > SHORTEST && stem.endsWith("ied")) {
      return stem.substring(0, stem.length() - 3) + "y";
    }
    stem = single(cut(cut(cut(stem, "ing"), "ed"), "ly"), word);
    if (stem.length() > SHORTEST + 1 && stem.endsWith("our")) {
      // The British spelling: harbour, neighbour.
      return stem.substring(0, stem.length() - 2) + "r";
    }
    return stem.length() > SHORTEST && stem.endsWith("e")
        ? stem.substring(0, stem.length() - 1)
        : stem;
  }

  private static boolean doubled(String stem) {
    return stem.endsWith("ss") || stem.endsWith("us") || stem.endsWith("is");
  }

  /** {@code stopp} is {@code stop}, {@code kill} stays. */
  private static String single(String stem, String word) {
    int last = stem.length() - 1;
    boolean twice =
        stem.length() >= SHORTEST
            && stem.length() < word.length() - 1
            && stem.charAt(last) == stem.charAt(last - 1)
            && "lsz".indexOf(stem.charAt(last)) < 0;
    return twice ? stem.substring(0, last) : stem;
  }

  /** What a stem shares with its relatives. */
  static String root(String stem) {
    for (String ending : DERIVED) {
      if (stem.length() >= SHORTEST_ROOT + ending.length() - 1 && stem.endsWith(ending)) {
        String root = stem.substring(0, stem.length() - ending.length());
        return root.length() >= SHORTEST ? root : stem;
      }
    }
    return stem;
  }

  private static String cut(String word, String ending) {
    if (!word.endsWith(ending)) {
      return word;
    }
    String rest = word.substring(0, word.length() - ending.length());
    if (rest.length() >= SHORTEST) {
      return rest;
    }
    return rest.length() == SHORTEST - 1 && !ending.equals("ly") ? shortVerb(rest) : word;
  }

  /** {@code hired} is {@code hire}, {@code acted} is {@code act}, {@code buying} is {@code buy}. */
  private static String shortVerb(String rest) {
    boolean mute = isVowel(rest.charAt(1)) && !isVowel(rest.charAt(0)) && isMute(rest.charAt(2));
    return mute ? rest + "e" : rest;
  }

  private static boolean isMute(char c) {
    return !isVowel(c) && "ywx".indexOf(c) < 0;
  }

  private static boolean isVowel(char c) {
    return "aeiou".indexOf(c) >= 0;
  }
}
