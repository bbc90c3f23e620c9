package org.tocsin.enrich.actor;

import org.tocsin.enrich.text.Folding;
import org.tocsin.enrich.text.Words;

/**
 * Phrases by the hashes of their words: {@code world}, {@code world trade}, {@code world trade
 * organization} are three keys, of which the last has a number. One look-up per word, no objects.
 */
final class PhraseTable {
  private static final int PREFIX = 0;

  /** Arabic "and", "so", "in", "for", "like", written together with the name that follows. */
  private static final String CLITICS = "\u0648\u0641\u0628\u0644\u0643";

  private static final char FIRST_ARABIC = '\u0600';
  private static final char LAST_ARABIC = '\u06ff';
  private static final long PRIME = 0x100000001b3L;

  private static final int FIRST_BITS = 1 << 19;

  private final HashTable table = new HashTable();

  /** Which hashes first words have, in few enough bits to stay in the cache. */
  private final long[] firsts = new long[FIRST_BITS / Long.SIZE];

  private int phrases;

  /**
   * Puts a phrase in.
   *
   * @param number above 0; the phrase that is there already stays
   * @return whether it was new
   */
  boolean put(String phrase, int number) {
    long hash = 0;
    Words words = Words.of(phrase);
    for (int i = 0; i < words.size(); i++) {
      if (hash != 0 && table.get(hash) == HashTable.ABSENT) {
        table.put(hash, PREFIX);
      }
      if (i == 0) {
        firsts[slot(words.key(0))] |= 1L << words.key(0);
      }
      hash = then(hash, words.key(i));
    }
    if (hash == 0 || table.get(hash) > PREFIX) {
      return false;
    }
    table.put(hash, number);
    phrases++;
    return true;
  }

  private static int slot(long word) {
    return (int) (word >>> 40) & (FIRST_BITS / Long.SIZE - 1);
  }

  /** Whether phrases may begin with a word; hardly ever wrongly so. */
  boolean begins(long word) {
    return (firsts[slot(word)] & 1L << word) != 0;
  }

  /** The key of an Arabic word without the "and" or "in" before it; 0 for others. */
  static long withoutClitic(Words words, int word) {
    char first = words.unit(words.start(word));
    if (first < FIRST_ARABIC || first > LAST_ARABIC) {
      return 0;
    }
    String folded = Folding.fold(words.between(word, word + 1));
    boolean clitic = folded.length() > 3 && CLITICS.indexOf(folded.charAt(0)) >= 0;
    return clitic ? Words.key(folded.substring(1)) : 0;
  }

  /** The state before the first word. */
  static long start() {
    return 0;
  }

  /** The hash of a sequence and one word more, never that of the start. */
  static long then(long sequence, long word) {
    long mixed = sequence * PRIME + word;
    mixed = (mixed ^ (mixed >>> 32)) * 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 29)) * 0xbf58476d1ce4e5b9L;
    mixed ^= mixed >>> 32;
    return mixed == 0 ? 1 : mixed;
  }

  /** What stands under a sequence of words: its number, 0 for a mere beginning, or absent. */
  int get(long sequence) {
    return table.get(sequence);
  }

  int phrases() {
    return phrases;
  }

  long bytes() {
    return table.bytes();
  }
}
