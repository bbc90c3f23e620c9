package org.tocsin.enrich.novelty;

import java.util.Arrays;

/**
 * What two statements' words have in common, order aside.
 *
 * @param score likeness, as a cosine of the weights of shared words, where words of one family and
 *     of one topic count in part: for ranking
 * @param wording the same for words and their synonyms alone, facts aside: for deciding
 * @param content number of shared content words
 * @param missing number of content words that only one of the two has
 */
record Shared(double score, double wording, int content, int missing) {
  /** What a relative counts when statements are ranked, and when it is decided. */
  private static final double KIN_RANKED = 0.5;

  private static final double KIN_DECIDED = 0.95;

  /** What a word of the same topic counts, on either side. */
  private static final double TOPIC = 0.15;

  /** Added to each side's weight: statements of a word or two prove little by sharing it. */
  private static final double SHORT = 0.6;

  /** Keeps the shares of nothing finite. */
  private static final double LEAST = 0.05;

  static Shared of(int[] a, int[] b) {
    return new Count(distinct(a), distinct(b)).shared();
  }

  /** Each family once, sorted by it. */
  private static int[] distinct(int[] words) {
    int[] sorted = words.clone();
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] ^= Integer.MIN_VALUE;
    }
    Arrays.sort(sorted);
    int size = 0;
    for (int word : sorted) {
      int plain = word ^ Integer.MIN_VALUE;
      if (size == 0 || !Term.kin(sorted[size - 1], plain)) {
        sorted[size] = plain;
        size++;
      }
    }
    return Arrays.copyOf(sorted, size);
  }

  /** The sums that the likeness is made of, in one walk over both. */
  private static final class Count {
    private final int[] left;
    private final int[] right;
    private final long leftTopics;
    private final long rightTopics;
    private double ranked;
    private double decided;
    private int content;
    private int missing;

    Count(int[] left, int[] right) {
      this.left = left;
      this.right = right;
      this.leftTopics = topics(left);
      this.rightTopics = topics(right);
    }

    private static long topics(int[] words) {
      long topics = 0;
      for (int word : words) {
        topics |= 1L << Term.topic(word);
      }
      // Topic 0 is none.
      return topics & ~1L;
    }

    Shared shared() {
      int i = 0;
      int j = 0;
      while (i < left.length || j < right.length) {
        int order = order(i, j);
        if (order == 0) {
          both(left[i], right[j]);
        } else {
          one(order < 0 ? left[i] : right[j], order < 0 ? rightTopics : leftTopics);
        }
        i += order <= 0 ? 1 : 0;
        j += order >= 0 ? 1 : 0;
      }
      double score = ranked / Math.sqrt((weight(left) + SHORT) * (weight(right) + SHORT));
      double wording = decided / Math.sqrt(plain(left) * plain(right));
      return new Shared(Math.min(1, score), Math.min(1, wording), content, missing);
    }

    private int order(int i, int j) {
      if (i == left.length) {
        return 1;
      }
      return j == right.length
          ? -1
          : Integer.compareUnsigned(Term.family(left[i]), Term.family(right[j]));
    }

    private void both(int a, int b) {
      double weight = (Term.weight(a) + Term.weight(b)) / 2;
      boolean same = Term.same(a, b);
      ranked += same ? weight : KIN_RANKED * weight;
      if (!WordClass.of(a).isFact()) {
        decided += same ? weight : KIN_DECIDED * weight;
      }
      content += WordClass.of(a).isContent() ? 1 : 0;
    }

    private void one(int word, long topics) {
      boolean near = (topics & (1L << Term.topic(word))) != 0;
      ranked += near ? TOPIC * Term.weight(word) : 0;
      missing += WordClass.of(word).isContent() && Term.band(word) > Term.COMMON ? 1 : 0;
    }

    private static double weight(int[] words) {
      return Arrays.stream(words).mapToDouble(Term::weight).sum();
    }

    private static double plain(int[] words) {
      double weight = LEAST;
      for (int word : words) {
        weight += WordClass.of(word).isFact() ? 0 : Term.weight(word);
      }
      return weight;
    }
  }
}
