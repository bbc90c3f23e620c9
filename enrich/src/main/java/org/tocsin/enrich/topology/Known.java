package org.tocsin.enrich.topology;

import org.tocsin.contract.Article;
import org.tocsin.contract.Outcome;

/** What is known of an article when it comes in. */
sealed interface Known {
  /** The same text has been here under the same id. */
  record Duplicate(Outcome outcome) implements Known {}

  /**
   * A new article, a new text of a known one, or a text known from a back-fill that now comes live.
   *
   * @param revision 0 for the first text of an article
   */
  record Fresh(Article article, int revision) implements Known {}
}
