package org.tocsin.enrich.topology;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.StatementState;
import org.tocsin.contract.Story;
import org.tocsin.enrich.Decision;

/**
 * What came of comparing an article or of a command.
 *
 * @param cause names the text or the command, the same at every replay
 * @param decision on the article; null for a command
 * @param told stories that changed by it or left the window at its arrival
 * @param states what became of statements that another revision of the article held
 */
record Related(
    String cause, @Nullable Decision decision, List<Told> told, List<StatementState> states) {
  /** A story as it is now; null where it is over. */
  record Told(String id, @Nullable Story story) {}

  Related {
    told = List.copyOf(told);
    states = List.copyOf(states);
  }
}
