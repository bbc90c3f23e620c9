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

  /** A word up to this length may be small inside a name, and so begin one: {@code al-Qaida}. */
  private static final int BRIEF = 5;

  private static final long PRIME = 0x100000001b3L;

  private static final int FIRST_BITS = 1 << 19;
  private static final int SMALL_BITS = 1 << 16;
  private static final int FURTHER_BITS = 1 << 22;

  private final NumberTable table = new NumberTable();

  // Bits of the hashes that are in the table, few enough to stay in the cache: with half a million
  // phrases the table does not, and most words of a text need not be looked for there.
  private final long[] firsts = new long[FIRST_BITS / Long.SIZE];
  private final long[] smalls = new long[SMALL_BITS / Long.SIZE];
  private final long[] singles = new long[FIRST_BITS / Long.SIZE];
  private final long[] further = new long[FURTHER_BITS / Long.SIZE];

  private int phrases;

  /**
   * Puts a phrase in.
   *
   * @param number above 0; the phrase that is there already stays
   * @param small whether its first word counts when written small as well
   * @return whether it was new
   */
  boolean put(String phrase, int number, boolean small) {
    long hash = 0;
    Words words = Words.of(phrase);
    for (int i = 0; i < words.size(); i++) {
      if (hash != 0 && table.get(hash) == NumberTable.ABSENT) {
        table.put(hash, PREFIX);
      }
      long word = words.key(i);
      hash = then(hash, word);
      if (i == 0) {
        mark(firsts, word);
        if (small || words.end(0) - words.start(0) <= BRIEF) {
          mark(smalls, word);
        }
      } else {
        mark(further, hash);
      }
    }
    if (hash == 0 || table.get(hash) > PREFIX) {
      return false;
    }
    if (words.size() == 1) {
      mark(singles, words.key(0));
    }
    table.put(hash, number);
    phrases++;
    return true;
  }

  /** Nothing more will be put in. */
  void close() {
    table.close();
  }

  private static void mark(long[] bits, long hash) {
    bits[(int) (hash >>> 40) & (bits.length - 1)] |= 1L << hash;
  }

  private static boolean marked(long[] bits, long hash) {
    return (bits[(int) (hash >>> 40) & (bits.length - 1)] & 1L << hash) != 0;
  }

  /** Whether phrases may begin with a word; hardly ever wrongly so. */
  boolean begins(long word) {
    return marked(firsts, word);
  }

  /** The same for a word that is written small. */
  boolean beginsSmall(long word) {
    return marked(smalls, word);
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

  /** What stands under a word that phrases {@linkplain #begins begin} with: see {@link #get}. */
  int first(long word) {
    return marked(singles, word) ? table.get(then(start(), word)) : PREFIX;
  }

  /** What stands under two words or more: a number, 0 for a mere beginning, or absent. */
  int get(long sequence) {
    return marked(further, sequence) ? table.get(sequence) : NumberTable.ABSENT;
  }

  int phrases() {
    return phrases;
  }

  long bytes() {
    return table.bytes() + (2L * FIRST_BITS + SMALL_BITS + FURTHER_BITS) / Byte.SIZE;
  }
}
