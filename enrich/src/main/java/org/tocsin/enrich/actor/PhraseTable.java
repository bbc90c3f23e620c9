package org.tocsin.enrich.actor;

import org.tocsin.enrich.text.CyrillicEndings;
import org.tocsin.enrich.text.Token;
import org.tocsin.enrich.text.Tokens;

/**
 * Phrases by the hashes of their words: {@code world}, {@code world trade}, {@code world trade
 * organization} are three keys, of which the last has a number. One look-up per word, no objects.
 */
final class PhraseTable {
  private static final int PREFIX = 0;

  /** Arabic "and", "so", "in", "for", "like", written together with the name that follows. */
  private static final String CLITICS = "\u0648\u0641\u0628\u0644\u0643";

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
    for (Token token : Tokens.parts(phrase)) {
      if (hash != 0 && table.get(hash) == HashTable.ABSENT) {
        table.put(hash, PREFIX);
      }
      long word = word(token.folded());
      if (hash == 0) {
        firsts[slot(word)] |= 1L << word;
      }
      hash = WordHash.then(hash, word);
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

  /** The hash under which a word stands in phrases: without Cyrillic case endings. */
  static long word(String folded) {
    return WordHash.of(CyrillicEndings.cut(folded));
  }

  /** The hash of an Arabic word without the "and" or "in" before it; 0 for others. */
  static long withoutClitic(Token token) {
    String folded = token.folded();
    boolean clitic = folded.length() > 3 && CLITICS.indexOf(folded.charAt(0)) >= 0;
    return clitic ? word(folded.substring(1)) : 0;
  }

  /** The state before the first word. */
  static long start() {
    return 0;
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
