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
 * @param lead id of the article that it is compared with; its own where it leads its story
 * @param firsts for each statement its first sighting, or null where it is new
 * @param newer the revision that stands, where this one came after it but is older by event time
 */
public record Remembered(
    Instant clock,
    ArticleSketch sketch,
    String lead,
    List<@Nullable FirstSeen> firsts,
    @Nullable Standing newer) {
  public Remembered {
    firsts = Collections.unmodifiableList(new ArrayList<>(firsts));
  }

  /** The revision of the article that stands, of those that have come. */
  Standing standing() {
    return newer == null ? Standing.of(sketch, firsts) : newer;
  }

  /** The same behind another article. */
  Remembered behind(String other) {
    return new Remembered(clock, sketch, other, firsts, newer);
  }
}
