package org.tocsin.enrich;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.FirstSeen;
import org.tocsin.enrich.sketch.ArticleSketch;

/**
 * An article as it is kept to be compared with: the value of the store {@code sketch-log}, from
 * which the indices are rebuilt.
 *
 * @param clock latest event time of its lane when it came; it is forgotten by this time
 * @param lead id of the article that it is compared with, its own where it leads its story; null
 *     where it has no place among the stories: they have forgotten it, or another revision stands
 * @param firsts for each statement its first sighting, or null where it is new
 */
public record Remembered(
    Instant clock, ArticleSketch sketch, @Nullable String lead, List<@Nullable FirstSeen> firsts) {
  public Remembered {
    firsts = Collections.unmodifiableList(new ArrayList<>(firsts));
  }

  /** The same behind another article. */
  Remembered behind(String other) {
    return new Remembered(clock, sketch, other, firsts);
  }

  /** What is left of it without a place among the stories: what it says. */
  Remembered saidOnly() {
    return new Remembered(clock, sketch.saidOnly(), null, firsts);
  }
}
