package org.tocsin.alert.desk;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.tocsin.contract.Watch;

/** The watches as the topic has them. */
final class WatchShelf {
  private final TreeMap<String, Watch> watches = new TreeMap<>();

  synchronized void put(Watch watch) {
    watches.put(watch.id(), watch);
  }

  synchronized void remove(String id) {
    watches.remove(id);
  }

  synchronized Optional<Watch> watch(String id) {
    return Optional.ofNullable(watches.get(id));
  }

  synchronized List<Watch> all() {
    return List.copyOf(watches.values());
  }
}
