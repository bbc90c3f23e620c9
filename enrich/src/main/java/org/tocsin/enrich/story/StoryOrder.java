package org.tocsin.enrich.story;

import java.util.List;
import org.tocsin.contract.StoryCommand;

/**
 * A command as it is remembered: the value of the store {@code story-orders}.
 *
 * @param rest keys of the articles that were in the story when these were split from it
 */
public record StoryOrder(StoryCommand command, List<Long> rest) {
  public StoryOrder {
    rest = List.copyOf(rest);
  }
}
