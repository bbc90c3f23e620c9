package org.tocsin.enrich.story;

import org.tocsin.enrich.sketch.ArticleSketch;

/** Where the sketches of remembered articles are looked up. */
@FunctionalInterface
public interface Sketches {
  /**
   * The sketch of a remembered article.
   *
   * @param sequence its number of arrival
   * @throws IllegalStateException where there is none: the index and the log have come apart
   */
  ArticleSketch of(long sequence);
}
