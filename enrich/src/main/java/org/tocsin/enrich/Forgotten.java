package org.tocsin.enrich;

import java.util.List;
import java.util.Map;

/**
 * What fell out of the windows.
 *
 * @param sequences of articles that nothing needs any more
 * @param saidOnly articles to be kept anew without their place among the stories, by number
 * @param stories ids of stories of which no article is left
 */
public record Forgotten(
    List<Long> sequences, Map<Long, Remembered> saidOnly, List<String> stories) {
  /** Nothing did. */
  public static final Forgotten NOTHING = new Forgotten(List.of(), Map.of(), List.of());

  public Forgotten {
    sequences = List.copyOf(sequences);
    saidOnly = Map.copyOf(saidOnly);
    stories = List.copyOf(stories);
  }
}
