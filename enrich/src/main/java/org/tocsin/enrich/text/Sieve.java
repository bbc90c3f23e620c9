package org.tocsin.enrich.text;

/**
 * Two bits for each of some keys of {@link Words}, both in one {@code long}, so that nearly all
 * words that are in no dictionary are turned away at the cost of one look (a blocked Bloom filter:
 * Putze, Sanders and Singler 2007). A few pass that are in none either.
 */
public final class Sieve {
  private final long[] bits;
  private final int shift;

  private Sieve(long[] bits) {
    this.bits = bits;
    this.shift = Long.numberOfLeadingZeros(bits.length) + 1;
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
    bits[(int) (key >>> shift)] |= 1L << key | 1L << (key >>> 6);
  }

  /** 1 where a key may have been added, 0 where it was not. */
  public int passes(long key) {
    long block = bits[(int) (key >>> shift) & bits.length - 1]; // so that no bounds are checked
    return (int) (block >>> key & block >>> (key >>> 6)) & 1;
  }

  /** How many bytes it takes. */
  public long bytes() {
    return bits.length * (long) Long.BYTES;
  }
}
