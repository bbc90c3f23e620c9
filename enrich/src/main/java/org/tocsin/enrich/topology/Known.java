package org.tocsin.enrich.topology;

import org.tocsin.contract.Article;
import org.tocsin.contract.Outcome;

/** What is known of an article when it comes in. */
sealed interface Known {
  /** The same text has been here under the same id. */
  record Duplicate(Outcome outcome) implements Known {}

  /**
   * A new article, or a new text of a known one.
   *
   * @param revision 0 for a new article
   */
  record Fresh(Article article, int revision) implements Known {}
}
