package org.tocsin.enrich.sketch;

import java.util.Arrays;

/**
 * Sixteen bytes that tell at a glance whether two texts are different ones: a one-permutation
 * MinHash of sixteen bins, one byte of each. Texts that resemble each other by a third agree in a
 * third of the bytes; texts that share nothing hardly ever in one.
 */
public final class Traits {
  /** Bytes. */
  public static final int COUNT = 16;

  private static final int BIN_SHIFT = Long.SIZE - 4;
  private static final long LOW = 0x7F7F7F7F7F7F7F7FL;

  private Traits() {}

  /** The traits of a set of hashes. */
  static long[] of(long[] hashes, int size) {
    long[] smallest = new long[COUNT];
    Arrays.fill(smallest, -1L);
    for (int i = 0; i < size; i++) {
      long hash = hashes[i];
      int bin = (int) (hash >>> BIN_SHIFT);
      if (Long.compareUnsigned(hash, smallest[bin]) < 0) {
        smallest[bin] = hash;
      }
    }
    long[] traits = new long[2];
    for (int bin = 0; bin < COUNT; bin++) {
      traits[bin >>> 3] = (traits[bin >>> 3] << 8) | (Hashes.mix(smallest[bin]) & 0xFF);
    }
    return traits;
  }

  /** In how many of the sixteen bytes two texts agree. */
  public static int agreement(long a0, long a1, long b0, long b1) {
    return zeroBytes(a0 ^ b0) + zeroBytes(a1 ^ b1);
  }

  private static int zeroBytes(long x) {
    long nonZero = (((x & LOW) + LOW) | x) & ~LOW;
    return 8 - Long.bitCount(nonZero);
  }
}
