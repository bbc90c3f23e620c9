package org.tocsin.enrich;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.StatementState;
import org.tocsin.contract.Story;

/**
 * What came of comparing an article with those before it.
 *
 * @param sequence number under which it is kept
 * @param kept articles to be kept anew, by number: itself, and those that stand behind another
 *     article now
 * @param standing to be kept as the revision of the article that stands; null where the one before
 *     still does
 * @param stories all that changed
 * @param states what became of statements that another revision of the article held
 */
public record Relation(
    Decision decision,
    long sequence,
    Map<Long, Remembered> kept,
    @Nullable Standing standing,
    List<Story> stories,
    List<StatementState> states) {
  public Relation {
    kept = Map.copyOf(kept);
    stories = List.copyOf(stories);
    states = List.copyOf(states);
  }
}
