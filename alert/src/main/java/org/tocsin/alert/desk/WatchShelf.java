package org.tocsin.alert.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tocsin.contract.Watch;

/**
 * The watches as the topic has them, or as this instance wrote them where the topic is still behind
 * that. Of removed ones it knows the number of the last version, so that one that comes back counts
 * on.
 */
final class WatchShelf {
  private final TreeMap<String, Watch> watches = new TreeMap<>();
  private final Map<String, Integer> last = new HashMap<>();

  /** Versions that were written here and have not been read back. */
  private final Map<String, Integer> unread = new HashMap<>();

  /** Takes a watch from the topic; an older one than was written here is overtaken. */
  synchronized void put(Watch watch) {
    note(watch.id(), watch.version());
    if (watch.version() >= unread.getOrDefault(watch.id(), 0)) {
      unread.remove(watch.id());
      watches.put(watch.id(), watch);
    }
  }

  /** A watch was removed in the topic; not if one that was written here comes after that. */
  synchronized void remove(String id) {
    if (!unread.containsKey(id) || !watches.containsKey(id)) {
      unread.remove(id);
      watches.remove(id);
    }
  }

  /** Shows a watch that Kafka has confirmed before it comes by in the topic. */
  synchronized void confirmed(Watch watch) {
    note(watch.id(), watch.version());
    unread.put(watch.id(), watch.version());
    watches.put(watch.id(), watch);
  }

  /**
   * Shows no longer a watch whose removal Kafka has confirmed.
   *
   * @param version of which the history says so
   */
  synchronized void confirmedRemoval(String id, int version) {
    note(id, version);
    unread.put(id, version);
    watches.remove(id);
  }

  /** Notes that there is such a version. */
  synchronized void note(String id, int version) {
    last.merge(id, version, Math::max);
  }

  /** Number of the last version of a watch; 0 where there never was one. */
  synchronized int last(String id) {
    return last.getOrDefault(id, 0);
  }

  synchronized Optional<Watch> watch(String id) {
    return Optional.ofNullable(watches.get(id));
  }

  synchronized List<Watch> all() {
    return List.copyOf(watches.values());
  }
}
