package org.tocsin.enrich.topology;

import java.util.List;
import org.tocsin.contract.Story;
import org.tocsin.enrich.Decision;

/**
 * What came of comparing an article: the decision, and its story as it is now.
 *
 * @param gone ids of the stories that left the window at its arrival
 */
record Related(Decision decision, Story story, List<String> gone) {
  Related {
    gone = List.copyOf(gone);
  }
}
