package org.tocsin.enrich;

import java.util.List;

/**
 * What fell out of the windows.
 *
 * @param sequences of articles that nothing needs any more
 * @param stories ids of stories of which no article is left
 */
public record Forgotten(List<Long> sequences, List<String> stories) {
  public Forgotten {
    sequences = List.copyOf(sequences);
    stories = List.copyOf(stories);
  }
}
