package org.tocsin.alert.query;

import org.jspecify.annotations.Nullable;

/**
 * A word as written with its folded forms. The words of news recur, so the latest of each language
 * are kept: a table of fixed size in which a word takes the place of another with the same hash.
 * Threads may overwrite one another's entries, which costs folding a word anew.
 */
record FoldedWord(String written, String plain, String stem) {
  private static final int KEPT = 1 << 14;

  /** Longer ones are rare, and would make the table large. */
  private static final int LONGEST_KEPT = 24;

  private static final @Nullable FoldedWord[][] TABLES =
      new @Nullable FoldedWord[Stemming.values().length + 1][KEPT];

  /**
   * Folds a word.
   *
   * @param language whose endings are folded; null for none
   */
  @SuppressWarnings("EnumOrdinal") // Looked up for every word of every statement.
  static FoldedWord of(String written, @Nullable Stemming language) {
    if (written.length() > LONGEST_KEPT) {
      return fold(written, language);
    }
    @Nullable FoldedWord[] table =
        TABLES[language == null ? TABLES.length - 1 : language.ordinal()];
    int hash = written.hashCode();
    int at = (hash ^ (hash >>> 15)) & (KEPT - 1);
    FoldedWord known = table[at];
    if (known == null || !known.written.equals(written)) {
      known = fold(written, language);
      table[at] = known;
    }
    return known;
  }

  private static FoldedWord fold(String written, @Nullable Stemming language) {
    String plain = Folding.plain(written);
    String stem =
        language == null || plain.isEmpty() ? plain : language.stem(Folding.lower(written), plain);
    return new FoldedWord(written, plain, stem);
  }
}
