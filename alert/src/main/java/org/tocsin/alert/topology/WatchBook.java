package org.tocsin.alert.topology;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.tocsin.alert.query.WatchIndex;
import org.tocsin.contract.Watch;

/**
 * The watches in force, shared by the global store's thread, which changes them one at a time, and
 * the stream threads, which match against them meanwhile.
 */
public final class WatchBook {
  private final WatchIndex index = new WatchIndex();
  private final Map<String, Watch> watches = new ConcurrentHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();

  /** The watches as they stand now and at any later moment. */
  public WatchIndex index() {
    return index;
  }

  /** A watch, also one that is disabled; empty where there is none that can be read. */
  public Optional<Watch> watch(String id) {
    return Optional.ofNullable(watches.get(id));
  }

  void clear() {
    index.clear();
    watches.clear();
  }

  void put(WatchIndex.Entry entry) {
    index.put(entry);
    watches.put(entry.watch().id(), entry.watch());
  }

  void remove(String id) {
    index.remove(id);
    watches.remove(id);
  }

  void countRefused() {
    refused.incrementAndGet();
  }

  /** Records of the watch topic that could not be read since the start. */
  public int refused() {
    return refused.get();
  }
}
