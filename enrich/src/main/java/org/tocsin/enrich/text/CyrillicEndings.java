package org.tocsin.enrich.text;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cuts the case ending off a Cyrillic word, so that {@code Франции}, {@code Францией} and {@code
 * Франция} are looked up alike. Crude, and the same on both sides of a comparison.
 */
public final class CyrillicEndings {
  private static final int SHORTEST_STEM = 4;

  private static final List<String> ENDINGS =
      Stream.of(
              "ями ами ого его ому ему ыми ими ией иях иям ією ой ей ый ий ая яя ое ее ые ие ом ем ам ям ах ях"
                  .split(" "),
              "ую юю ию ия ии ії ым им ых их а я о е у ю ы и й ь і ї".split(" "))
          .flatMap(Stream::of)
          .map(Folding::fold)
          .distinct()
          .sorted(Comparator.comparingInt(String::length).reversed())
          .toList();

  private CyrillicEndings() {}

  /** The folded word without its ending; a word of another script as it is. */
  public static String cut(String folded) {
    if (folded.length() <= SHORTEST_STEM
        || folded.charAt(0) < '\u0400'
        || folded.charAt(0) > '\u04ff') {
      return folded;
    }
    for (String ending : ENDINGS) {
      if (folded.length() - ending.length() >= SHORTEST_STEM && folded.endsWith(ending)) {
        return folded.substring(0, folded.length() - ending.length());
      }
    }
    return folded;
  }
}
