package org.tocsin.alert.watch;

import java.util.Set;

/**
 * Where watches are kept.
 *
 * @param notifiers ids of those that a watch may name
 */
public record WatchKeeping(WatchWriter writer, WatchHistory history, Set<String> notifiers) {
  public WatchKeeping {
    notifiers = Set.copyOf(notifiers);
  }
}
