package org.tocsin.deploy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;

/**
 * Many feeds on many hosts of the loopback, in the mix that the web has: most are well and answer
 * 304, some fail now and then, moved, ask for patience, are slow, forbidden to robots, or hostile.
 * Their items appear as the clock goes; it measures how politely it is asked.
 */
final class FeedWorld implements AutoCloseable {
  private static final int PER_HOST = 5;
  private static final int KINDS = 20;

  private final Clock clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<List<Instant>> items = new ArrayList<>();
  private final boolean mixed;
  private final byte[] bomb;
  private final Instant end;
  private final Map<Integer, AtomicInteger> asked = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> statuses = new ConcurrentHashMap<>();
  private final Map<String, Instant> left = new ConcurrentHashMap<>();
  private final Map<Integer, Instant> lastAsked = new ConcurrentHashMap<>();
  private final Map<String, Duration> gaps = new ConcurrentHashMap<>();

  /**
   * A world of feeds.
   *
   * @param span the time in which their items appear
   * @param mixed whether some of them are ill
   */
  FeedWorld(Clock clock, int feeds, Duration span, boolean mixed) throws IOException {
    this.clock = clock;
    this.mixed = mixed;
    this.bomb = bomb();
    Random random = new Random(7);
    Instant begin = clock.instant();
    end = begin.plus(span);
    for (int feed = 0; feed < feeds; feed++) {
      List<Instant> times = new ArrayList<>();
      for (int i = random.nextInt(7); i >= 0; i--) {
        times.add(begin.plusMillis((long) (random.nextDouble() * span.toMillis())));
      }
      items.add(times);
    }
    server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 512);
    server.setExecutor(threads);
    server.createContext("/", this::measured);
    server.start();
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[32 << 20]);
    }
    return packed.toByteArray();
  }

  /** Where a feed is configured to be. */
  String address(int feed) {
    int host = feed / PER_HOST;
    String path = kind(feed) == 2 ? "/old/" : kind(feed) == 8 ? "/private/" : "/feed/";
    return "http://127.1." + host / 200 + "." + (1 + host % 200) + ":" + port() + path + feed;
  }

  /** When the last item has appeared. */
  Instant end() {
    return end;
  }

  /** The feeds as a list for readers. */
  String opml() {
    StringBuilder list = new StringBuilder("<opml version=\"2.0\"><body>");
    for (int feed = 0; feed < items.size(); feed++) {
      list.append("<outline text=\"f" + feed + "\" xmlUrl=\"" + address(feed) + "\"/>");
    }
    return list.append("</body></opml>").toString();
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private int kind(int feed) {
    return mixed ? feed % KINDS : KINDS;
  }

  /** Addresses of all items that can be had and have appeared by now. */
  Set<String> due() {
    Set<String> due = new TreeSet<>();
    for (int feed = 0; feed < items.size(); feed++) {
      int kind = kind(feed);
      if (kind != 6 && kind != 7 && kind != 8) {
        for (int i = 0; i < items.get(feed).size(); i++) {
          if (!items.get(feed).get(i).isAfter(clock.instant())) {
            due.add("https://news" + feed + ".example/" + i);
          }
        }
      }
    }
    return due;
  }

  /** Answers by status. */
  Map<String, Integer> statuses() {
    Map<String, Integer> counts = new TreeMap<>();
    statuses.forEach((status, count) -> counts.put(status, count.get()));
    return counts;
  }

  int statuses(String status) {
    return statuses().getOrDefault(status, 0);
  }

  /** The shortest time between two requests to a host; to those with a crawl delay, or others. */
  Duration shortestGap(boolean delayed) {
    return gaps.entrySet().stream()
        .filter(gap -> delayed == delayed(gap.getKey()))
        .map(Map.Entry::getValue)
        .min(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** How many feeds were asked since then. */
  long askedSince(Instant time) {
    return lastAsked.values().stream().filter(time::isBefore).count();
  }

  private static boolean delayed(String host) {
    return host.matches("127\\.1\\.\\d+\\.\\d*[05]:\\d+");
  }

  private void measured(HttpExchange exchange) throws IOException {
    String host = exchange.getRequestHeaders().getFirst("Host");
    Instant now = clock.instant();
    Instant before = left.get(host);
    if (before != null) {
      gaps.merge(host, Duration.between(before, now), (a, b) -> a.compareTo(b) < 0 ? a : b);
    }
    left.put(host, now); // Answers that never end are left by the client, not by us.
    try {
      handle(exchange, host);
    } catch (IOException e) {
      exchange.close(); // The client left: hostile answers are meant to make it.
    }
  }

  private void handle(HttpExchange exchange, String host) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/robots.txt")) {
      String delay = delayed(host) ? "Crawl-delay: 10\n" : "";
      send(exchange, host, 200, "User-agent: *\nDisallow: /private/\n" + delay);
      return;
    }
    int feed = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
    lastAsked.put(feed, clock.instant());
    int turn = asked.computeIfAbsent(feed, f -> new AtomicInteger()).incrementAndGet();
    int kind = kind(feed);
    if (path.startsWith("/old/")) {
      redirect(exchange, host, 301, "/feed/" + feed);
    } else if (kind == 3 && !path.endsWith("/now/" + feed)) {
      redirect(exchange, host, 302, "/feed/now/" + feed);
    } else if ((kind == 0 || kind == 1) && turn % 3 == 2) {
      send(exchange, host, 500, "oops");
    } else if (kind == 5 && turn % 3 == 2) {
      exchange.getResponseHeaders().set("Retry-After", "120");
      send(exchange, host, 429, "");
    } else if (kind == 6) {
      endless(exchange);
    } else if (kind == 7) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      send(exchange, host, 200, bomb);
    } else {
      if (kind == 4) {
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
      feed(exchange, host, feed, kind == 9);
    }
  }

  private void feed(HttpExchange exchange, String host, int feed, boolean cut) throws IOException {
    StringBuilder rss =
        new StringBuilder("<rss version='2.0'><channel><title>F" + feed + "</title>");
    int shown = 0;
    for (int i = 0; i < items.get(feed).size(); i++) {
      if (!items.get(feed).get(i).isAfter(clock.instant())) {
        shown++;
        rss.append("<item><title>Item " + i + " of " + feed + "</title><link>https://news" + feed);
        rss.append(".example/" + i + "</link><description>The pier of port " + feed + " opened ");
        rss.append(i + " times, the mayor said.</description></item>");
      }
    }
    String tag = "\"v" + shown + "\"";
    if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      count(304);
      left.put(host, clock.instant());
      exchange.sendResponseHeaders(304, -1);
      exchange.close();
      return;
    }
    exchange.getResponseHeaders().set("ETag", tag);
    send(exchange, host, 200, rss + (cut ? "" : "</channel></rss>"));
  }

  private void redirect(HttpExchange exchange, String host, int status, String to)
      throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    send(exchange, host, status, "");
  }

  private void endless(HttpExchange exchange) throws IOException {
    count(200);
    exchange.sendResponseHeaders(200, 0);
    byte[] noise = "<rss><channel><title>endless ".repeat(100).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = exchange.getResponseBody()) {
      while (!Thread.currentThread().isInterrupted()) {
        out.write(noise);
      }
    }
  }

  private void send(HttpExchange exchange, String host, int status, String body)
      throws IOException {
    send(exchange, host, status, body.getBytes(StandardCharsets.UTF_8));
  }

  private void send(HttpExchange exchange, String host, int status, byte[] body)
      throws IOException {
    count(status);
    // Before the last byte goes: the client may have it before this thread runs on.
    left.put(host, clock.instant());
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void count(int status) {
    statuses.computeIfAbsent(String.valueOf(status), s -> new AtomicInteger()).incrementAndGet();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
