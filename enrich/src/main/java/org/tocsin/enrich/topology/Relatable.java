package org.tocsin.enrich.topology;

import org.tocsin.contract.StoryCommand;
import org.tocsin.enrich.sketch.ArticleSketch;

/** What the place that compares articles takes in. */
sealed interface Relatable {
  /** An article. */
  record Sketch(ArticleSketch sketch) implements Relatable {}

  /** A person's word on stories. */
  record Command(StoryCommand command) implements Relatable {}
}
