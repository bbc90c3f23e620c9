package org.tocsin.enrich.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cuts the case ending off a Cyrillic word, so that {@code Франции}, {@code Францией} and {@code
 * Франция} are looked up alike. Crude, and the same on both sides of a comparison.
 */
public final class CyrillicEndings {
  private static final int SHORTEST_STEM = 4;

  /**
   * What four letters may end in as a case of three: {@code Чаде} is Chad, {@code мало} is little.
   */
  private static final String CASES_OF_THREE = "аеуыі";

  /** Nigeria's stem, which without its last letter would be Niger's. */
  private static final List<String> KEPT = List.of("нигери", "нігері");

  private static final int LONGEST_CASE = 8;

  /** By their last letters, longer ones first. */
  private static final Map<Character, List<String>> ENDINGS =
      Stream.of(
              "ями ами єю ого его ому ему ыми ими ией иях иям ією ой ей ый ий ая яя ое ее ые ие ом ем ам ям ах ях"
                  .split(" "),
              "ую юю ию ия ии ії ым им ых их ія а я о е у ю ы и й ь і ї".split(" "))
          .flatMap(Stream::of)
          .map(Folding::fold)
          .distinct()
          .sorted(Comparator.comparingInt(String::length).reversed())
          .collect(Collectors.groupingBy(CyrillicEndings::last));

  private CyrillicEndings() {}

  /** The folded word without its ending; a word of another script as it is. */
  public static String cut(String folded) {
    if (folded.length() < SHORTEST_STEM
        || folded.charAt(0) < '\u0400'
        || folded.charAt(0) > '\u04ff') {
      return folded;
    }
    if (folded.length() == SHORTEST_STEM) {
      boolean ending = CASES_OF_THREE.indexOf(folded.charAt(SHORTEST_STEM - 1)) >= 0;
      return ending ? folded.substring(0, SHORTEST_STEM - 1) : folded;
    }
    for (String stem : KEPT) {
      if (folded.startsWith(stem) && folded.length() <= LONGEST_CASE) {
        return stem;
      }
    }
    for (String ending : ENDINGS.getOrDefault(last(folded), List.of())) {
      if (folded.length() - ending.length() >= SHORTEST_STEM && folded.endsWith(ending)) {
        return folded.substring(0, folded.length() - ending.length());
      }
    }
    return folded;
  }

  private static Character last(String letters) {
    return letters.charAt(letters.length() - 1);
  }
}
