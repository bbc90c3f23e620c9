package org.tocsin.alert.topology;

import java.util.concurrent.atomic.AtomicInteger;
import org.tocsin.alert.query.WatchIndex;

/**
 * The watches in force, shared by the global store's thread, which changes them one at a time, and
 * the stream threads, which match against them meanwhile.
 */
public final class WatchBook {
  private final WatchIndex index = new WatchIndex();
  private final AtomicInteger refused = new AtomicInteger();

  /** The watches as they stand now and at any later moment. */
  public WatchIndex index() {
    return index;
  }

  void countRefused() {
    refused.incrementAndGet();
  }

  /** Records of the watch topic that could not be read since the start. */
  public int refused() {
    return refused.get();
  }
}
