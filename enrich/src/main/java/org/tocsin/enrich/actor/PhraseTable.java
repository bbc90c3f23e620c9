package org.tocsin.enrich.actor;

import org.tocsin.enrich.text.Folding;
import org.tocsin.enrich.text.Words;

/**
 * Phrases by the hashes of their words: {@code world}, {@code world trade}, {@code world trade
 * organization} are three keys, of which the last has a number, and the others say that it goes on.
 * One look-up per word, no objects.
 */
final class PhraseTable {
  /** A beginning of phrases that is none itself. */
  private static final int PREFIX = 1;

  /** Arabic "and", "so", "in", "for", "like", written together with the name that follows. */
  private static final String CLITICS = "\u0648\u0641\u0628\u0644\u0643";

  private static final char FIRST_ARABIC = '\u0600';
  private static final char LAST_ARABIC = '\u06ff';

  private static final long PRIME = 0x100000001b3L;

  /** Of a number and whether it goes on: for eight million names. */
  private static final int BITS = 24;

  private final NumberTable table = new NumberTable(BITS);

  private final PhraseSieve sieve;
  private int phrases;

  /**
   * An empty one.
   *
   * @param sieve takes in what this table does
   */
  PhraseTable(PhraseSieve sieve) {
    this.sieve = sieve;
  }

  /**
   * Puts a phrase in.
   *
   * @param number above 0; the phrase that is there already stays
   * @param small whether its first word counts when written small as well
   * @return whether it was new
   */
  boolean put(String phrase, int number, boolean small) {
    Words words = Words.of(phrase);
    if (words.size() == 0) {
      return false;
    }
    long hash = then(start(), words.key(0));
    for (int i = 1; i < words.size(); i++) {
      table.put(hash, Math.max(0, table.get(hash)) | PREFIX);
      hash = then(hash, words.key(i));
    }
    sieve.add(words, small);
    int known = table.get(hash);
    if (number(known) > 0) {
      return false;
    }
    table.put(hash, number << 1 | (goesOn(known) ? PREFIX : 0));
    phrases++;
    return true;
  }

  /** Nothing more will be put in. */
  void close() {
    table.close();
  }

  static boolean arabic(Words words, int word) {
    char first = words.unit(words.start(word));
    return first >= FIRST_ARABIC && first <= LAST_ARABIC;
  }

  /** The key of an Arabic word without the "and" or "in" before it; 0 for others. */
  static long withoutClitic(Words words, int word) {
    if (!arabic(words, word)) {
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

  /** What stands under a single word; as {@link #get}. */
  int first(long word) {
    return sieve.single(word) ? table.get(then(start(), word)) : PREFIX;
  }

  /**
   * What stands under two words or more: {@link #number} and {@link #goesOn} tell what it means.
   */
  int get(long sequence) {
    return table.get(sequence);
  }

  /** The number of the phrase that ends here, 0 or less where none does. */
  static int number(int found) {
    return found >> 1;
  }

  /** Whether a phrase may go on. */
  static boolean goesOn(int found) {
    return found != NumberTable.ABSENT && (found & PREFIX) != 0;
  }

  int phrases() {
    return phrases;
  }

  long bytes() {
    return table.bytes() + sieve.bytes();
  }
}
