package org.tocsin.enrich.topology;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Story;
import org.tocsin.enrich.Decision;

/**
 * What came of comparing an article or of a command.
 *
 * @param decision on the article; null for a command
 * @param told stories that changed by it or left the window at its arrival
 */
record Related(@Nullable Decision decision, List<Told> told) {
  /** A story as it is now; null where it is over. */
  record Told(String id, @Nullable Story story) {}

  Related {
    told = List.copyOf(told);
  }
}
