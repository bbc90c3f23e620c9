package org.tocsin.enrich.sketch;

import java.util.Arrays;

/**
 * One-permutation MinHash: the hash range is cut into {@value #BINS} bins and each keeps its
 * smallest hash; an empty bin borrows from the next full one. Four bins make one of {@value #BANDS}
 * bands; texts that share a band are candidates. At a resemblance of 0.45 the bands find three
 * pairs of four, at 0.7 nearly all.
 */
final class MinHash {
  static final int BINS = 128;
  static final int BANDS = 32;
  private static final int ROWS = BINS / BANDS;
  private static final int BIN_SHIFT = Long.SIZE - Integer.numberOfTrailingZeros(BINS);

  private MinHash() {}

  /** The bands of a set of hashes; none for an empty set. */
  static int[] bands(long[] hashes) {
    if (hashes.length == 0) {
      return new int[0];
    }
    long[] bins = bins(hashes);
    int[] bands = new int[BANDS];
    for (int band = 0; band < BANDS; band++) {
      long hash = band;
      for (int row = 0; row < ROWS; row++) {
        hash = Hashes.join(hash, bins[band * ROWS + row]);
      }
      bands[band] = (int) (hash >>> 32);
    }
    return bands;
  }

  private static long[] bins(long[] hashes) {
    long[] smallest = new long[BINS];
    Arrays.fill(smallest, -1L);
    for (long hash : hashes) {
      int bin = (int) (hash >>> BIN_SHIFT);
      if (Long.compareUnsigned(hash, smallest[bin]) < 0) {
        smallest[bin] = hash;
      }
    }
    return densify(smallest);
  }

  private static long[] densify(long[] smallest) {
    long[] bins = smallest.clone();
    for (int bin = 0; bin < BINS; bin++) {
      int distance = 0;
      while (smallest[(bin + distance) % BINS] == -1L && distance < BINS) {
        distance++;
      }
      if (distance > 0) {
        bins[bin] = Hashes.join(smallest[(bin + distance) % BINS], distance);
      }
    }
    return bins;
  }
}
