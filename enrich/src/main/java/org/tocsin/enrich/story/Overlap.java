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
 * @param numbers share of the numbers of the text with fewer of them that stand in the other too; 1
 *     where there are too few to tell
 */
record Overlap(double shared, double inNew, double inOld, double resemblance, double numbers) {
  /** Shingles that a sentence is short of having one for each of its words. */
  private static final int EDGE = 3;

  /** One number says little about what a text reports. */
  private static final int FEW_NUMBERS = 2;

  /** Nor do numbers that are further apart than this many words. */
  private static final int FAR_APART = 50;

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
        agreement(fresh, old));
  }

  /** The larger of resemblance and containment: what readers see as similarity. */
  double similarity() {
    return Math.max(inNew, inOld);
  }

  private static double agreement(TextSketch fresh, TextSketch old) {
    int fewer = Math.min(fresh.numbers().length, old.numbers().length);
    boolean telling =
        fewer >= FEW_NUMBERS && fewer * FAR_APART >= Math.min(fresh.size(), old.size());
    return telling ? (double) common(fresh.numbers(), old.numbers(), 0) / fewer : 1;
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
