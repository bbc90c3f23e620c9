package org.tocsin.enrich.actor;

/**
 * 64-bit hashes of folded words and of word sequences: equal words have equal hashes, and with a
 * million phrases the chance that any two others have is below one in ten million.
 */
final class WordHash {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private WordHash() {}

  static long of(CharSequence word) {
    long hash = BASIS;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * PRIME;
    }
    return mix(hash);
  }

  /** The hash of a sequence and one word more. */
  static long then(long sequence, long word) {
    return mix(sequence * PRIME + word);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 32)) * 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 29)) * 0xbf58476d1ce4e5b9L;
    mixed ^= mixed >>> 32;
    return mixed == 0 ? 1 : mixed;
  }
}
