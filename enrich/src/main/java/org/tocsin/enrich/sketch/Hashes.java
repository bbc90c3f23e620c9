package org.tocsin.enrich.sketch;

/** 64-bit mixing for hashes that travel and are stored: the same on every machine and release. */
public final class Hashes {
  private static final long SEED = 0x9E3779B97F4A7C15L;
  private static final long PRIME = 0x100000001B3L;

  private Hashes() {}

  /** Spreads every input bit over the whole result (the finaliser of SplitMix64). */
  public static long mix(long value) {
    long z = value + SEED;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Joins two hashes; the order of the two matters. */
  public static long join(long left, long right) {
    return mix(left * PRIME + right);
  }

  /** The hash of a string's code units. */
  public static long of(CharSequence text) {
    long hash = SEED;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return mix(hash);
  }
}
