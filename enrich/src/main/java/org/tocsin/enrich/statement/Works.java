package org.tocsin.enrich.statement;

import org.tocsin.enrich.text.Token;

/** Tells titles of books, films and programmes in marks from words somebody said. */
final class Works {
  private Works() {}

  /** Most longer words have capitals and no full stop ends it. */
  static boolean title(Piece quote) {
    int longer = 0;
    int capitals = 0;
    for (Token token : quote.inner()) {
      if (token.text().length() > 3) {
        longer++;
        capitals += token.capitalised() ? 1 : 0;
      }
    }
    return longer > 1 && capitals * 10 >= longer * 7;
  }
}
