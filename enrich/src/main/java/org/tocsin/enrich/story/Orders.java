package org.tocsin.enrich.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.contract.StoryCommand;

/** What people have said about stories, by keys of articles. It is little and kept in full. */
final class Orders {
  private final Map<Long, Set<Long>> bonds = new HashMap<>();
  private final Map<Long, Map<String, Boolean>> sides = new HashMap<>();

  /**
   * Takes a command.
   *
   * @param rest to split: the keys of the articles that stay behind
   */
  void add(StoryCommand command, List<Long> rest) {
    if (command.kind() == StoryCommand.Kind.MERGE) {
      long first = Shelf.key(command.articles().get(0));
      command.articles().forEach(article -> bind(first, Shelf.key(article)));
    } else {
      rest.forEach(article -> side(article, command.id(), false));
      command.articles().forEach(article -> side(Shelf.key(article), command.id(), true));
    }
  }

  private void bind(long a, long b) {
    if (a != b) {
      bonds.computeIfAbsent(a, key -> new HashSet<>()).add(b);
      bonds.computeIfAbsent(b, key -> new HashSet<>()).add(a);
    }
  }

  private void side(long article, String command, boolean taken) {
    sides.computeIfAbsent(article, key -> new HashMap<>()).put(command, taken);
  }

  /** Articles that must be in one story with this one. */
  Set<Long> bonds(long article) {
    return bonds.getOrDefault(article, Set.of());
  }

  boolean anyBonds() {
    return !bonds.isEmpty();
  }

  /** Whether an article was split from some other. */
  boolean isParted(long article) {
    return sides.containsKey(article);
  }

  /** Whether two articles were split from each other. */
  boolean areParted(long a, long b) {
    Map<String, Boolean> ofB = sides.getOrDefault(b, Map.of());
    return !ofB.isEmpty()
        && sides.getOrDefault(a, Map.of()).entrySet().stream()
            .anyMatch(e -> !e.getValue().equals(ofB.getOrDefault(e.getKey(), e.getValue())));
  }
}
