package org.tocsin.enrich.sketch;

import java.util.Arrays;

/**
 * Chooses the shingles by which a text is found: of each window of neighbouring shingles the one
 * with the smallest hash. Two texts that share a run as long as a window and three words more share
 * at least one choice, wherever the run stands and however long the texts are; that is what bands
 * of a MinHash cannot promise of an excerpt. After Schleimer, Wilkerson and Aiken, "Winnowing:
 * local algorithms for document fingerprinting" (SIGMOD 2003).
 *
 * <p>A longer text has wider windows. What is smallest in a wide window is smallest in each narrow
 * one around it, so the choices of a long text are among those of a short one with the same words.
 */
final class Winnowing {
  private static final int NARROWEST = 4;
  private static final int WIDEST = 40;

  /** A text of any length below {@value #WIDEST} times this has about 32 choices. */
  private static final int SHINGLES_PER_WIDTH = 16;

  private Winnowing() {}

  static int width(int shingles) {
    return Math.max(NARROWEST, Math.min(WIDEST, shingles / SHINGLES_PER_WIDTH));
  }

  /**
   * The chosen hashes, sorted, each once.
   *
   * @param hashes of the shingles in order of the text
   * @param size number of them
   */
  static int[] choose(long[] hashes, int size) {
    int width = width(size);
    int[] chosen = new int[2 * size / (width + 1) + 4];
    int count = 0;
    int smallest = -1;
    for (int end = Math.min(width, size); end <= size; end++) {
      int start = Math.max(0, end - width);
      int before = smallest;
      if (smallest < start) {
        smallest = smallest(hashes, start, end);
      } else if (Long.compareUnsigned(hashes[end - 1], hashes[smallest]) < 0) {
        smallest = end - 1;
      }
      if (smallest != before && end > 0) {
        if (count == chosen.length) {
          chosen = Arrays.copyOf(chosen, count * 2);
        }
        chosen[count] = (int) (hashes[smallest] >>> 32);
        count++;
      }
    }
    return distinct(chosen, count);
  }

  private static int[] distinct(int[] chosen, int count) {
    Arrays.sort(chosen, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || chosen[i] != chosen[i - 1]) {
        chosen[kept] = chosen[i];
        kept++;
      }
    }
    return Arrays.copyOf(chosen, kept);
  }

  private static int smallest(long[] hashes, int start, int end) {
    int smallest = start;
    for (int i = start + 1; i < end; i++) {
      if (Long.compareUnsigned(hashes[i], hashes[smallest]) < 0) {
        smallest = i;
      }
    }
    return smallest;
  }
}
