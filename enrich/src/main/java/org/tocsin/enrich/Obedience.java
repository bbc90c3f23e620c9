package org.tocsin.enrich;

import java.util.List;
import java.util.Map;
import org.tocsin.contract.Story;

/**
 * What came of a command.
 *
 * @param kept articles to be kept anew, by number of arrival
 * @param stories all that changed
 */
public record Obedience(Map<Long, Remembered> kept, List<Story> stories) {
  public Obedience {
    kept = Map.copyOf(kept);
    stories = List.copyOf(stories);
  }
}
