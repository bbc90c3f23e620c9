package org.tocsin.enrich.story;

import java.util.Arrays;
import java.util.Set;
import org.tocsin.enrich.sketch.TextSketch;

/**
 * What two texts share, measured on their shingles. Sentences known as furniture count for neither.
 *
 * @param shared number of shingles in both (estimated where the texts are long)
 * @param inNew share of the newer text that stands in the older one
 * @param inOld share of the older text that stands in the newer one
 * @param resemblance shared shingles among all shingles of both
 * @param numbers share of agreeing numbers among the numbers of both; 1 where there are none
 */
record Overlap(double shared, double inNew, double inOld, double resemblance, double numbers) {
  /** Shingles that a sentence is short of having one for each of its words. */
  private static final int EDGE = 3;

  /** Measures two texts. */
  static Overlap of(TextSketch fresh, TextSketch old, Set<Integer> furniture) {
    int level = Math.max(fresh.level(), old.level());
    double scale = 1 << level;
    double common = common(fresh.shingles(), old.shingles(), (1 << level) - 1) * scale;
    double freshFurniture = furniture(fresh, furniture);
    double oldFurniture = furniture(old, furniture);
    double shared = Math.max(0, common - Math.min(freshFurniture, oldFurniture));
    double freshSize = Math.max(1, fresh.size() - freshFurniture);
    double oldSize = Math.max(1, old.size() - oldFurniture);
    shared = Math.min(shared, Math.min(freshSize, oldSize));
    return new Overlap(
        shared,
        shared / freshSize,
        shared / oldSize,
        shared / (freshSize + oldSize - shared),
        agreement(fresh.numbers(), old.numbers()));
  }

  /** The larger of resemblance and containment: what readers see as similarity. */
  double similarity() {
    return Math.max(inNew, inOld);
  }

  /** Numbers in both among the numbers of both. */
  private static double agreement(int[] a, int[] b) {
    int common = common(a, b, 0);
    int all = a.length + b.length - common;
    return all == 0 ? 1 : (double) common / all;
  }

  private static double furniture(TextSketch text, Set<Integer> furniture) {
    double shingles = 0;
    for (int sentence : furniture) {
      int at = Arrays.binarySearch(text.sentences(), sentence);
      if (at >= 0) {
        shingles += text.lengths()[at] - EDGE;
      }
    }
    return shingles;
  }

  /** Counts equal values in two sorted arrays, of those whose bits under the mask are zero. */
  static int common(int[] a, int[] b, int mask) {
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] < b[j]) {
        i++;
      } else if (a[i] > b[j]) {
        j++;
      } else {
        count += (a[i] & mask) == 0 ? 1 : 0;
        i++;
        j++;
      }
    }
    return count;
  }
}
