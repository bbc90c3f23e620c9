package org.tocsin.enrich.statement;

/** Tells titles of books, films and programmes in marks from words somebody said. */
final class Works {
  private Works() {}

  /** {@code on “The Morning Hour”}: the name of a programme or paper, behind a preposition. */
  static boolean named(Sentence sentence, int quote) {
    boolean place =
        sentence.in(quote - 1, WordClass.PREPOSITIONS)
            || (sentence.word(quote - 1) && sentence.piece(quote - 1).possessive());
    return place && title(sentence.piece(quote));
  }

  /** Most longer words have capitals and no full stop ends it. */
  static boolean title(Piece quote) {
    int longer = 0;
    int capitals = 0;
    for (Written word : quote.inner()) {
      boolean named = word.titled() && !word.lexeme().function();
      boolean counts = word.text().length() > 3 || named;
      if (counts) {
        longer++;
        capitals += word.titled() ? 1 : 0;
      }
    }
    return longer > 1 && capitals * 10 >= longer * 7;
  }
}
