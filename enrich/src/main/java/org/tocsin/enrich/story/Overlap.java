package org.tocsin.enrich.story;

import org.tocsin.enrich.sketch.TextSketch;

/**
 * What two texts share, measured on their shingles, what is known as furniture left out.
 *
 * @param shared number of shingles in both (estimated where the texts are long)
 * @param inA share of the first text that stands in the second one
 * @param inB share of the second text that stands in the first one
 * @param resemblance shared shingles among all shingles of both, furniture included
 * @param numbers agreement of the numbers, see {@link Agreement}
 * @param names agreement of the names
 */
record Overlap(
    double shared, double inA, double inB, double resemblance, Agreement numbers, Agreement names) {
  /**
   * Facts of two texts compared.
   *
   * @param share of the facts of the text with fewer of them that stand in the other too
   * @param of how many facts that text has
   */
  record Agreement(double share, int of) {
    /**
     * Two sorted lists of facts, each as often as it stands in its text. Of a text with very many
     * only those with the smallest hashes are known, so only hashes as small are compared.
     */
    static Agreement of(int[] a, int[] b) {
      int limit = Math.min(known(a), known(b));
      int fewer = Math.min(upTo(a, limit), upTo(b, limit));
      return new Agreement(fewer == 0 ? 1 : (double) common(a, b, limit) / fewer, fewer);
    }

    /** The largest hash up to which all facts of a text are known. */
    private static int known(int[] facts) {
      return facts.length < TextSketch.MOST_FACTS ? Integer.MAX_VALUE : facts[facts.length - 1];
    }

    private static int upTo(int[] facts, int limit) {
      int count = 0;
      while (count < facts.length && facts[count] <= limit) {
        count++;
      }
      return count;
    }

    private static int common(int[] a, int[] b, int limit) {
      int count = 0;
      int i = 0;
      int j = 0;
      while (i < a.length && j < b.length && a[i] <= limit && b[j] <= limit) {
        if (a[i] < b[j]) {
          i++;
        } else if (a[i] > b[j]) {
          j++;
        } else {
          count++;
          i++;
          j++;
        }
      }
      return count;
    }

    /** Whether there is enough to tell, and it differs in more than a share. */
    boolean differs(int least, double share) {
      return of >= least && this.share < share;
    }
  }

  /**
   * Measures two texts.
   *
   * @param furnitureShared share of what both have in common that is furniture
   * @param furnitureA share of the first text that is
   * @param furnitureB share of the second
   */
  static Overlap of(
      TextSketch a, TextSketch b, double furnitureShared, double furnitureA, double furnitureB) {
    int mask = (1 << Math.max(a.level(), b.level())) - 1;
    int common = common(a.shingles(), b.shingles(), mask);
    double wholeA = (double) common / Math.max(1, count(a.shingles(), mask));
    double wholeB = (double) common / Math.max(1, count(b.shingles(), mask));
    // Both shares tell how much is in both; the text with fewer shingles tells it better.
    double both = a.size() <= b.size() ? wholeA * a.size() : wholeB * b.size();
    double sizeA = Math.max(1, a.size() * (1 - furnitureA));
    double sizeB = Math.max(1, b.size() * (1 - furnitureB));
    double shared = Math.min(both * (1 - furnitureShared), Math.min(sizeA, sizeB));
    return new Overlap(
        shared,
        shared / sizeA,
        shared / sizeB,
        both / Math.max(1, a.size() + b.size() - both),
        Agreement.of(a.numbers(), b.numbers()),
        Agreement.of(a.names(), b.names()));
  }

  /** The larger share of one that stands in the other: what readers see as similarity. */
  double similarity() {
    return Math.max(inA, inB);
  }

  /** The smaller of the two shares. */
  double mutual() {
    return Math.min(inA, inB);
  }

  /** The same seen from the second text. */
  Overlap reversed() {
    return new Overlap(shared, inB, inA, resemblance, numbers, names);
  }

  private static int count(int[] hashes, int mask) {
    int count = 0;
    for (int hash : hashes) {
      count += (hash & mask) == 0 ? 1 : 0;
    }
    return count;
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
