package org.tocsin.enrich.novelty;

import java.util.Arrays;

/**
 * What two statements' words have in common, order aside.
 *
 * @param score weight of the shared words, as a cosine: 1 where the two have the same words
 * @param content number of shared content words
 */
record Shared(double score, int content) {
  /** Added to each side's weight: statements of a word or two prove little by sharing it. */
  private static final double SHORT = 0.75;

  static Shared of(int[] a, int[] b) {
    int[] left = distinct(a);
    int[] right = distinct(b);
    double weight = 0;
    int content = 0;
    int i = 0;
    int j = 0;
    while (i < left.length && j < right.length) {
      int order = Integer.compare(left[i] >>> 3, right[j] >>> 3);
      if (order == 0) {
        WordClass kind = WordClass.of(left[i]);
        weight += (kind.weight + WordClass.of(right[j]).weight) / 2;
        content += kind.isContent() ? 1 : 0;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    double score = weight / Math.sqrt((weight(left) + SHORT) * (weight(right) + SHORT));
    return new Shared(Math.min(1, score), content);
  }

  /** Each word once, sorted; the class does not tell words apart. */
  private static int[] distinct(int[] words) {
    int[] sorted = words.clone();
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] ^= Integer.MIN_VALUE;
    }
    Arrays.sort(sorted);
    int size = 0;
    for (int word : sorted) {
      int plain = word ^ Integer.MIN_VALUE;
      if (size == 0 || sorted[size - 1] >>> 3 != plain >>> 3) {
        sorted[size] = plain;
        size++;
      }
    }
    return Arrays.copyOf(sorted, size);
  }

  private static double weight(int[] words) {
    double weight = 0;
    for (int word : words) {
      weight += WordClass.of(word).weight;
    }
    return weight;
  }

  /** Whether the names and terms that both have stand in the same order in both. */
  static boolean inOrder(int[] a, int[] b) {
    return Arrays.equals(common(a, b), common(b, a));
  }

  /** Telling words of {@code words} that the other has too, each once, in order. */
  private static int[] common(int[] words, int[] other) {
    return Arrays.stream(words)
        .filter(w -> telling(w, words) || telling(w, other))
        .map(w -> w >>> 3)
        .filter(w -> Arrays.stream(other).anyMatch(o -> o >>> 3 == w))
        .distinct()
        .toArray();
  }

  private static boolean telling(int word, int[] words) {
    return Arrays.stream(words)
        .anyMatch(w -> w >>> 3 == word >>> 3 && WordClass.of(w) == WordClass.TELLING);
  }
}
