package org.tocsin.enrich.novelty;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The little words before a place: {@code in}, {@code to}, {@code near}. */
final class Prepositions {
  private static final Set<Integer> OF_PLACES =
      Stream.of(
              "in", "at", "near", "from", "to", "toward", "towards", "into", "across", "outside",
              "inside", "around", "above", "below")
          .map(word -> Term.function(word) & -8)
          .collect(Collectors.toSet());

  private Prepositions() {}

  /** Whether one stands right before a word, or before the name it is part of. */
  static boolean precede(int[] words, int place) {
    int before = place - 1;
    while (before >= 0 && WordClass.of(words[before]) == WordClass.NAME) {
      before--;
    }
    return before >= 0 && OF_PLACES.contains(words[before] & -8);
  }
}
