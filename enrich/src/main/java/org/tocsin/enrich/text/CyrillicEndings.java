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

  private static final char FIRST = '\u0400';
  private static final char LAST = '\u04ff';

  /** Nigeria's stem, which without its last letter would be Niger's. */
  private static final char[][] KEPT = {"нигери".toCharArray(), "нігері".toCharArray()};

  private static final int LONGEST_CASE = 8;

  /** By their last letters, longer ones first. */
  private static final char[][][] ENDINGS =
      byLastLetters(
          "ями ами єю ого его ому ему ыми ими ией иях иям ією ой ей ый ий ая яя ое ее ые ие ом ем ам ям ах ях",
          "ую юю ию ия ии ії ым им ых их ія а я о е у ю ы и й ь і ї");

  private CyrillicEndings() {}

  /** The folded word without its ending; a word of another script as it is. */
  public static String cut(String folded) {
    return folded.substring(0, stem(folded.toCharArray()));
  }

  /** How many letters of a folded word stand before its ending. */
  static int stem(char[] folded) {
    int length = folded.length;
    if (length < SHORTEST_STEM || !cyrillic(folded[0])) {
      return length;
    }
    char last = folded[length - 1];
    if (length == SHORTEST_STEM) {
      return CASES_OF_THREE.indexOf(last) >= 0 ? length - 1 : length;
    }
    for (char[] stem : KEPT) {
      if (length <= LONGEST_CASE && stands(stem, folded, 0)) {
        return stem.length;
      }
    }
    if (cyrillic(last)) {
      for (char[] ending : ENDINGS[last - FIRST]) {
        int stem = length - ending.length;
        if (stem >= SHORTEST_STEM && stands(ending, folded, stem)) {
          return stem;
        }
      }
    }
    return length;
  }

  private static boolean cyrillic(char letter) {
    return letter >= FIRST && letter <= LAST;
  }

  /** Whether a word has these letters from an offset on. */
  private static boolean stands(char[] letters, char[] word, int from) {
    int at = 0;
    while (at < letters.length && from + at < word.length && word[from + at] == letters[at]) {
      at++;
    }
    return at == letters.length;
  }

  /** Endings by their last letters, longer ones first. */
  private static char[][][] byLastLetters(String... endings) {
    Map<Character, List<char[]>> found =
        Stream.of(endings)
            .flatMap(some -> Stream.of(some.split(" ")))
            .map(Folding::fold)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(String::toCharArray)
            .collect(Collectors.groupingBy(ending -> ending[ending.length - 1]));
    char[][][] byLast = new char[LAST - FIRST + 1][0][];
    found.forEach((last, all) -> byLast[last - FIRST] = all.toArray(char[][]::new));
    return byLast;
  }
}
