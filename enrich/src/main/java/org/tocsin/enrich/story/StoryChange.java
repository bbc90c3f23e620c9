package org.tocsin.enrich.story;

import java.util.List;
import org.tocsin.contract.Story;

/**
 * What has changed by an arrival or a command.
 *
 * @param moves articles that are compared with another one than before, or with one at last
 * @param stories all that changed, as they are now; those that have gone name where to
 */
public record StoryChange(List<Move> moves, List<Story> stories) {
  /**
   * An article, by its number of arrival, and the id of the one it is compared with; its own where
   * it leads.
   */
  public record Move(long sequence, String lead) {}

  public StoryChange {
    moves = List.copyOf(moves);
    stories = List.copyOf(stories);
  }
}
