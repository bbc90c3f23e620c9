package org.tocsin.ingest.source;

import java.util.HashMap;
import java.util.Map;

/**
 * How many sources of each host are being polled. A slow host with many sources must not take the
 * threads of all others: it has a quarter of them, and one look begins no more than may ask it at
 * the same time, because the others would only wait.
 */
final class HostShares {
  private static final int PARTS = 4;

  private final int atOnce;
  private final int most;
  private final Map<String, Integer> polled = new HashMap<>();
  private final Map<String, Integer> begun = new HashMap<>();

  /**
   * Nobody is polled yet.
   *
   * @param atOnce requests to one host at the same time
   */
  HostShares(int atOnce, int threads) {
    this.atOnce = atOnce;
    this.most = Math.max(atOnce, (threads + PARTS - 1) / PARTS);
  }

  /** Begins a new look. */
  synchronized void look() {
    begun.clear();
  }

  /** Whether one more source of a host may be polled; to be given back then. */
  synchronized boolean enter(String host) {
    if (host.isEmpty()) {
      return true;
    }
    boolean room = polled.getOrDefault(host, 0) < most && begun.getOrDefault(host, 0) < atOnce;
    if (room) {
      polled.merge(host, 1, Integer::sum);
      begun.merge(host, 1, Integer::sum);
    }
    return room;
  }

  /** A source of the host was polled. */
  synchronized void leave(String host) {
    polled.computeIfPresent(host, (h, n) -> n > 1 ? n - 1 : null);
  }
}
