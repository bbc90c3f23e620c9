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
  private final int remembered;
  private final Map<String, Host> hosts = new HashMap<>();

  Hosts(Clock clock, Duration gap, int most) {
    this(clock, gap, most, REMEMBERED);
  }

  Hosts(Clock clock, Duration gap, int most, int remembered) {
    this.remembered = remembered;
    this.clock = clock;
    this.gap = gap;
    this.most = most;
  }

  /** The name that turns are taken under: host, and port where it is not the usual one. */
  static String of(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    int usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    boolean plain = address.getPort() < 0 || address.getPort() == usual;
    return plain ? host : host + ":" + address.getPort();
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
    host.last = clock.instant();
    return true;
  }

  private boolean free(Host host) {
    int places = host.delay.isZero() ? most : 1;
    Duration pause = host.delay.compareTo(gap) > 0 ? host.delay : gap;
    return host.inside < places && !clock.instant().isBefore(host.last.plus(pause));
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
      host.last = clock.instant();
    }
    if (hosts.size() > remembered) {
      // Its delay is said again before the next request.
      hosts.values().removeIf(h -> h.inside == 0 && free(h) && rested(h));
    }
  }

  /** What the host's robots.txt wants between two requests; said before each of them. */
  synchronized void delay(String name, Duration delay) {
    hosts.computeIfAbsent(name, n -> new Host()).delay = delay;
  }

  /** Its pages are to be left alone for so long. */
  synchronized void rest(String name, Duration time) {
    hosts.computeIfAbsent(name, n -> new Host()).rested = clock.instant().plus(time);
  }

  /** For how long its pages are still to be left alone; zero where they are not. */
  synchronized Duration resting(String name) {
    Host host = hosts.get(name);
    return host == null || rested(host)
        ? Duration.ZERO
        : Duration.between(clock.instant(), host.rested);
  }

  private boolean rested(Host host) {
    return !clock.instant().isBefore(host.rested);
  }

  /** How many hosts are remembered. */
  synchronized int size() {
    return hosts.size();
  }

  private static final class Host {
    private int inside;
    private Duration delay = Duration.ZERO;
    private Instant last = Instant.MIN;
    private Instant rested = Instant.MIN;
  }
}
