package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.text.WordScanner;

/**
 * The words of a language that were met lately, so that {@code said} is folded and looked up once
 * and not in every sentence. A word has two places, and takes that of the one met longer ago.
 *
 * <p>Shared by all threads without locks: entries never change, and one that another thread does
 * not see yet is made again.
 */
final class Vocabulary {
  private static final int BITS = 16;
  private static final int LONGEST = 24;

  private final LanguagePack pack;
  private final @Nullable Written[] places = new Written[1 << BITS];

  Vocabulary(LanguagePack pack) {
    this.pack = pack;
  }

  /** The word of a text that the scanner has come to. */
  Written word(String text, WordScanner at) {
    int start = at.start();
    int end = at.end();
    if (end - start > LONGEST) {
      return Written.word(text.substring(start, end), pack);
    }
    int place = place(at.hash());
    Written known = places[place];
    if (known == null || !known.stands(text, start, end, at.packed())) {
      Written first = known;
      known = places[place ^ 1];
      if (known == null || !known.stands(text, start, end, at.packed())) {
        known = Written.word(text.substring(start, end), pack);
      }
      places[place ^ 1] = first;
      places[place] = known;
    }
    return known;
  }

  /** The upper bits of a product depend on all bits of its factors. */
  private static int place(long hash) {
    return (int) ((hash * 0x9e3779b97f4a7c15L) >>> (Long.SIZE - BITS));
  }
}
