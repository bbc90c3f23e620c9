package org.tocsin.enrich.novelty;

/** Cuts the commonest endings off a word, cautiously: {@code refugees} and {@code refugee} meet. */
final class Stem {
  private static final int SHORTEST = 4;

  private Stem() {}

  static String of(String word) {
    String stem = word;
    if (stem.length() > SHORTEST + 1 && stem.endsWith("ies")) {
      stem = stem.substring(0, stem.length() - 3) + "y";
    } else if (stem.length() > SHORTEST && stem.endsWith("s") && !stem.endsWith("ss")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    stem = cut(cut(cut(stem, "ing"), "ed"), "ly");
    return stem.length() > SHORTEST && stem.endsWith("e")
        ? stem.substring(0, stem.length() - 1)
        : stem;
  }

  private static String cut(String word, String ending) {
    return word.length() >= SHORTEST + ending.length() && word.endsWith(ending)
        ? word.substring(0, word.length() - ending.length())
        : word;
  }
}
