package org.tocsin.alert.query;

/**
 * Hashes of keys, 64 bits, computed letter by letter so that a word gives those of all its
 * beginnings on the way and no string has to be made (FNV-1a, finished as in MurmurHash3). Two keys
 * of one hash are taken for one another, which offers a watch too many to be tried and never one
 * too few.
 */
final class KeyHash {
  private static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private KeyHash() {}

  static long start() {
    return START;
  }

  static long with(long hash, char letter) {
    return (hash ^ letter) * PRIME;
  }

  static long letters(String value) {
    long hash = START;
    for (int i = 0; i < value.length(); i++) {
      hash = with(hash, value.charAt(i));
    }
    return hash;
  }

  /** The key of these letters in a channel; never 0. */
  static long of(long letters, int channel) {
    long hash = letters + channel * 0x9E3779B97F4A7C15L;
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return hash == 0 ? 1 : hash;
  }
}
