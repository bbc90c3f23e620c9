package org.tocsin.ingest.fetch;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Whose turn it is at each host: so many requests at the same time, and so long between the end of
 * one and the begin of the next. Its time is the clock's, so that an hour can pass in a minute.
 */
final class Hosts {
  private static final long SLICE_MILLIS = 5;
  private static final int REMEMBERED = 10_000;

  private final Clock clock;
  private final Duration gap;
  private final int most;
  private final Map<String, Host> hosts = new HashMap<>();

  Hosts(Clock clock, Duration gap, int most) {
    this.clock = clock;
    this.gap = gap;
    this.most = most;
  }

  /** The name that turns are taken under: host and port. */
  static String of(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    return address.getPort() < 0 ? host : host + ":" + address.getPort();
  }

  /** Waits for a turn; to be given back with {@link #leave}. */
  void enter(String name) throws InterruptedException {
    while (!tryEnter(name)) {
      TimeUnit.MILLISECONDS.sleep(SLICE_MILLIS);
    }
  }

  private synchronized boolean tryEnter(String name) {
    Host host = hosts.computeIfAbsent(name, n -> new Host());
    if (!free(host)) {
      return false;
    }
    host.inside++;
    host.next = clock.instant().plus(host.delay.compareTo(gap) > 0 ? host.delay : gap);
    return true;
  }

  private boolean free(Host host) {
    int places = host.delay.isZero() ? most : 1;
    return host.inside < places && !clock.instant().isBefore(host.next);
  }

  /** Whether a turn is free now. */
  synchronized boolean ready(String name) {
    Host host = hosts.get(name);
    return host == null || free(host);
  }

  synchronized void leave(String name) {
    Host host = hosts.get(name);
    if (host != null) {
      host.inside--;
      host.next = clock.instant().plus(host.delay.compareTo(gap) > 0 ? host.delay : gap);
    }
    if (hosts.size() > REMEMBERED) {
      hosts.values().removeIf(h -> h.inside == 0 && free(h) && h.delay.isZero());
    }
  }

  /** What the host's robots.txt wants between two requests. */
  synchronized void delay(String name, Duration delay) {
    Host host = hosts.computeIfAbsent(name, n -> new Host());
    Instant earliest = clock.instant().plus(delay);
    host.delay = delay;
    // Asking for robots.txt was a request, too.
    host.next = host.next.isBefore(earliest) ? earliest : host.next;
  }

  private static final class Host {
    private int inside;
    private Duration delay = Duration.ZERO;
    private Instant next = Instant.MIN;
  }
}
