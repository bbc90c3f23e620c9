package org.tocsin.alert.topology;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.query.WatchIndex;

/**
 * The watches in force, shared by the global store's thread, which changes them, and the stream
 * threads, which match against a snapshot. The index is built at the first look after a change, so
 * that a thousand watches read at the start cost one build.
 */
public final class WatchBook {
  private final Map<String, WatchIndex.Entry> entries = new TreeMap<>();
  private volatile @Nullable WatchIndex index = WatchIndex.of(java.util.List.of());
  private int refused;

  /** A snapshot of the watches as they stand. */
  public WatchIndex index() {
    WatchIndex current = index;
    return current == null ? build() : current;
  }

  private synchronized WatchIndex build() {
    WatchIndex built = WatchIndex.of(entries.values());
    index = built;
    return built;
  }

  synchronized void put(WatchIndex.Entry entry) {
    entries.put(entry.watch().id(), entry);
    index = null;
  }

  synchronized void remove(String id) {
    entries.remove(id);
    index = null;
  }

  synchronized void clear() {
    entries.clear();
    index = null;
  }

  synchronized void countRefused() {
    refused++;
  }

  /** Records of the watch topic that could not be read since the start. */
  public synchronized int refused() {
    return refused;
  }
}
