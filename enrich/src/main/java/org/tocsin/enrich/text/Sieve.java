package org.tocsin.enrich.text;

/**
 * Two bits for each of some keys of {@link Words}, both in one {@code long}, so that nearly all
 * words that are in no dictionary are turned away at the cost of one look (a blocked Bloom filter:
 * Putze, Sanders and Singler 2007). A few pass that are in none either.
 */
public final class Sieve {
  /** Each bit alone: to look it up takes less than to shift by what is not known beforehand. */
  private static final long[] BIT = new long[Long.SIZE];

  static {
    for (int i = 0; i < BIT.length; i++) {
      BIT[i] = 1L << i;
    }
  }

  private final long[] bits;

  private Sieve(long[] bits) {
    this.bits = bits;
  }

  /**
   * An empty one of {@code 2^order} bits. With sixteen for each key, one word in seventy passes
   * that was never added.
   */
  public static Sieve ofOrder(int order) {
    return new Sieve(new long[1 << (order - 6)]);
  }

  /** Another one with the same bits so far. */
  public Sieve copy() {
    return new Sieve(bits.clone());
  }

  public void add(long key) {
    bits[block(key)] |= two(key);
  }

  /** 1 where a key may have been added, 0 where it was not. */
  public int passes(long key) {
    long missing = two(key) & ~bits[block(key)];
    return (int) ((missing | -missing) >>> 63) ^ 1;
  }

  private int block(long key) {
    return (int) (key >>> Integer.SIZE) & bits.length - 1;
  }

  private static long two(long key) {
    return BIT[(int) key & 63] | BIT[(int) (key >>> 6) & 63];
  }

  /** How many bytes it takes. */
  public long bytes() {
    return bits.length * (long) Long.BYTES;
  }
}
