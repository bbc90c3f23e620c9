package org.tocsin.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.ingest.fetch.Answer.Validators;
import org.tocsin.ingest.fetch.FetchException.Cause;
import org.tocsin.service.Metrics;
import org.tocsin.service.Settings;

/** Servers that lie, drip, flood and lead inside: each is bounded, and counted by its cause. */
class HostileServerTest {
  private static final byte[] BOMB = gzip(new byte[4 << 20]);
  private static final byte[] DOUBLE_BOMB = gzip(BOMB);

  private final Metrics metrics = new Metrics("ingest");
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpHandler robots = HostileServerTest::robots;
  private final CompletableFuture<Long> flooded = new CompletableFuture<>();
  private final List<Instant> asked = new CopyOnWriteArrayList<>();
  private final Map<String, String> settings =
      new HashMap<>(
          Map.of(
              "ingest.fetch.private-hosts", "127.0.0.2",
              "ingest.fetch.timeout", "2s",
              "ingest.fetch.robots", "false",
              "ingest.fetch.host-gap", "0ms",
              "ingest.limits.document", "200000B"));

  @SuppressWarnings("NullAway.Init")
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/good", exchange -> answer(exchange, 200, "<rss/>".getBytes(StandardCharsets.UTF_8)));
    server.createContext("/endless", HostileServerTest::endless);
    server.createContext("/drips", HostileServerTest::drip);
    server.createContext("/bomb", exchange -> bomb(exchange, BOMB));
    server.createContext("/double-bomb", exchange -> bomb(exchange, DOUBLE_BOMB));
    server.createContext("/loop", exchange -> redirect(exchange, 302, "/loop"));
    server.createContext("/inside", exchange -> redirect(exchange, 302, inside()));
    server.createContext("/file", exchange -> redirect(exchange, 302, "file:///etc/passwd"));
    server.createContext("/nowhere", exchange -> redirect(exchange, 302, "http://[bad"));
    server.createContext("/for-good", exchange -> redirect(exchange, 301, "/good"));
    server.createContext("/for-now", exchange -> redirect(exchange, 302, "/good"));
    server.createContext("/first-for-good", exchange -> redirect(exchange, 308, "/for-now"));
    server.createContext("/busy", this::busy);
    server.createContext("/flood", exchange -> flood(exchange, 200, 0));
    server.createContext("/long-flood", exchange -> flood(exchange, 200, 1L << 32));
    server.createContext("/none-flood", exchange -> flood(exchange, 404, 0));
    server.createContext("/away-flood", this::awayFlood);
    server.createContext("/lost", exchange -> answer(exchange, 301, new byte[0]));
    server.createContext("/raw", this::raw);
    server.createContext("/gone", exchange -> answer(exchange, 410, new byte[0]));
    server.createContext("/robots.txt", exchange -> robots.handle(exchange));
    server.createContext("/private/feed", exchange -> answer(exchange, 200, new byte[0]));
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    threads.shutdownNow();
    metrics.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/endless, TOO_LARGE",
    "/drips, TOO_SLOW",
    "/bomb, TOO_LARGE",
    "/double-bomb, TOO_LARGE",
    "/loop, REDIRECTS",
    "/inside, PRIVATE_ADDRESS",
    "/file, ADDRESS",
    "/nowhere, ADDRESS",
    "/gone, GONE",
    "/lost, STATUS",
    "/none, NOT_FOUND",
  })
  void endsWhatIsHostile(String path, Cause cause) {
    try (Fetcher fetcher = fetcher()) {
      Instant begin = Instant.now();

      FetchException fault = failure(fetcher, address(path));

      assertThat(fault.why()).isEqualTo(cause);
      assertThat(count(cause)).isEqualTo(1);
      assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void asksNobodyInside() {
    try (Fetcher fetcher = fetcher()) {
      assertThat(failure(fetcher, URI.create(inside())).why()).isEqualTo(Cause.PRIVATE_ADDRESS);
      assertThat(failure(fetcher, URI.create(inside().replace("127.0.0.1", "localhost"))).why())
          .isEqualTo(Cause.PRIVATE_ADDRESS);
    }
  }

  @ParameterizedTest
  @CsvSource({"drip", "many", "endless-line", "silent"})
  void endsHeadersThatNeverEnd(String how) throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 5, java.net.InetAddress.getByName("127.0.0.2"));
        Fetcher fetcher = fetcher()) {
      threads.execute(() -> endlessHeaders(socket, how));

      FetchException fault =
          failure(fetcher, URI.create("http://127.0.0.2:" + socket.getLocalPort() + "/"));

      assertThat(fault.why()).isIn(Cause.TOO_SLOW, Cause.UNREACHABLE);
    }
  }

  @Test
  void remembersOnlyRedirectsThatAreForGood() throws Exception {
    try (Fetcher fetcher = fetcher()) {
      assertThat(fetcher.fetch(address("/for-good").toString(), Validators.NONE).moved())
          .isEqualTo(address("/good"));
      assertThat(fetcher.fetch(address("/for-now").toString(), Validators.NONE).moved()).isNull();
      assertThat(fetcher.fetch(address("/first-for-good").toString(), Validators.NONE).moved())
          .isEqualTo(address("/for-now"));
    }
  }

  @Test
  void tellsHowLongABusyServerWantsToBeLeftAlone() {
    try (Fetcher fetcher = fetcher()) {
      FetchException fault = failure(fetcher, address("/busy"));

      assertThat(fault.why()).isEqualTo(Cause.BUSY);
      assertThat(fault.retryAfter()).isEqualTo(Duration.ofMinutes(2));
    }
  }

  @Test
  void obeysRobotsAndTheirCrawlDelay() throws Exception {
    settings.put("ingest.fetch.robots", "true");
    try (Fetcher fetcher = fetcher()) {
      assertThat(failure(fetcher, address("/private/feed")).why()).isEqualTo(Cause.ROBOTS);
      Instant begin = Instant.now();
      for (int i = 0; i < 3; i++) {
        assertThat(failure(fetcher, address("/busy")).why()).isEqualTo(Cause.BUSY);
      }
      assertThat(Duration.between(begin, Instant.now())).isGreaterThan(Duration.ofMillis(1_900));
      for (int i = 1; i < asked.size(); i++) {
        assertThat(Duration.between(asked.get(i - 1), asked.get(i)))
            .isGreaterThan(Duration.ofMillis(990));
      }
    }
  }

  @Test
  void followsTheRedirectOfRobots() {
    settings.put("ingest.fetch.robots", "true");
    robots = exchange -> redirect(exchange, 301, "/other-robots");
    server.createContext("/other-robots", HostileServerTest::robots);
    try (Fetcher fetcher = fetcher()) {
      assertThat(failure(fetcher, address("/private/feed")).why()).isEqualTo(Cause.ROBOTS);
    }
  }

  /**
   * A robots.txt that is a bomb, has no end, or goes round says nothing; the feed is still read.
   */
  @ParameterizedTest
  @ValueSource(strings = {"endless", "bomb", "loop", "many", "outwards"})
  void endsRobotsThatAreHostile(String how) throws Exception {
    settings.put("ingest.fetch.robots", "true");
    robots =
        switch (how) {
          case "endless" -> HostileServerTest::endless;
          case "bomb" -> exchange -> bomb(exchange, BOMB);
          case "loop" -> exchange -> redirect(exchange, 302, "/robots.txt");
          case "outwards" -> exchange -> redirect(exchange, 302, "http://[bad");
          default ->
              exchange ->
                  answer(
                      exchange,
                      200,
                      "Disallow: /*a*b*c$\n".repeat(9_000).getBytes(StandardCharsets.UTF_8));
        };
    Instant begin = Instant.now();
    try (Fetcher fetcher = fetcher()) {
      assertThat(fetcher.fetch(address("/good").toString(), Validators.NONE).body()).isNotNull();
    }
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void doesNotFollowRobotsInside() {
    settings.put("ingest.fetch.robots", "true");
    robots = exchange -> redirect(exchange, 302, inside());
    try (Fetcher fetcher = fetcher()) {
      assertThat(failure(fetcher, address("/good")).why()).isEqualTo(Cause.PRIVATE_ADDRESS);
    }
  }

  /** Why robots.txt cannot be asked is why nothing can: a wrong name, a server that is down. */
  @ParameterizedTest
  @CsvSource({"500, STATUS, false", "503, BUSY, false", "429, BUSY, false"})
  void saysWhyRobotsCannotBeAsked(int status, Cause cause, boolean permanent) {
    settings.put("ingest.fetch.robots", "true");
    robots = exchange -> answer(exchange, status, new byte[0]);
    try (Fetcher fetcher = fetcher()) {
      for (int times = 1; times <= 2; times++) {
        FetchException fault = failure(fetcher, address("/good"));

        assertThat(fault.why()).isEqualTo(cause);
        assertThat(fault.permanent()).isEqualTo(permanent);
        assertThat(fault).hasMessageContaining("robots.txt of 127.0.0.2", "status " + status);
        assertThat(count(cause)).isEqualTo(times);
      }
    }
  }

  @Test
  void saysThatAHostIsNotThereOrInsideWhenItsRobotsAreAsked() {
    settings.put("ingest.fetch.robots", "true");
    try (Fetcher fetcher = fetcher()) {
      FetchException nobody = failure(fetcher, URI.create("http://nobody.invalid/feed"));
      FetchException inside = failure(fetcher, URI.create(inside()));

      assertThat(nobody.why()).isEqualTo(Cause.UNREACHABLE);
      assertThat(nobody.permanent()).isFalse();
      assertThat(inside.why()).isEqualTo(Cause.PRIVATE_ADDRESS);
      assertThat(count(Cause.PRIVATE_ADDRESS)).isEqualTo(1);
    }
  }

  @Test
  void takesRobotsThatMovedNowhereForNone() throws Exception {
    settings.put("ingest.fetch.robots", "true");
    robots = exchange -> answer(exchange, 301, new byte[0]);
    try (Fetcher fetcher = fetcher()) {
      assertThat(fetcher.fetch(address("/good").toString(), Validators.NONE).body()).isNotNull();
    }
  }

  /** Whoever closes a body reads it to its end: what is not wanted must not be sent. */
  @ParameterizedTest
  @CsvSource({
    "/flood, TOO_LARGE",
    "/long-flood, TOO_LARGE",
    "/none-flood, NOT_FOUND",
    "/away-flood, STATUS"
  })
  void stopsADownloadThatIsTooLargeOrNotWanted(String path, Cause cause) {
    try (Fetcher fetcher = fetcher()) {
      assertThat(failure(fetcher, address(path)).why()).isEqualTo(cause);

      assertThat(flooded.join()).isLessThan(32L << 20);
    }
  }

  @Test
  void asksForNoPagesOfAHostThatWantsToBeLeftAlone() throws Exception {
    try (Fetcher fetcher = fetcher()) {
      for (int i = 0; i < 3; i++) {
        FetchException fault =
            catchThrowableOfType(
                FetchException.class, () -> fetcher.page(address("/busy?1").toString()));

        assertThat(fault.why()).isEqualTo(Cause.BUSY);
        assertThat(fault.permanent()).isFalse();
      }
      assertThat(asked).hasSize(1);
      assertThat(count(Cause.BUSY)).isEqualTo(1);
      assertThat(fetcher.fetch(address("/good").toString(), Validators.NONE).body()).isNotNull();
    }
  }

  @Test
  void asksForAddressesInOtherScripts() throws Exception {
    try (Fetcher fetcher = fetcher()) {
      String path = address("/raw").toString() + "/новости/1?q=é ü";

      byte[] told = fetcher.fetch(path, Validators.NONE).body();

      assertThat(new String(told, StandardCharsets.UTF_8))
          .isEqualTo("/raw/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1?q=%C3%A9%20%C3%BC");
    }
  }

  private Fetcher fetcher() {
    return new Fetcher(Settings.of(settings), metrics, Clock.systemUTC());
  }

  private static FetchException failure(Fetcher fetcher, URI address) {
    return catchThrowableOfType(
        FetchException.class, () -> fetcher.fetch(address.toString(), Validators.NONE));
  }

  private double count(Cause cause) {
    return metrics
        .registry()
        .get("tocsin.ingest.fetch.failed")
        .tag("cause", cause.label())
        .counter()
        .count();
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.2:" + server.getAddress().getPort() + path);
  }

  private String inside() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/good";
  }

  private void busy(HttpExchange exchange) throws IOException {
    asked.add(Instant.now());
    exchange.getResponseHeaders().set("Retry-After", "120");
    answer(exchange, 503, new byte[0]);
  }

  private static void robots(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        "User-agent: *\nDisallow: /private/\nCrawl-delay: 1\n".getBytes(StandardCharsets.UTF_8));
  }

  private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    answer(exchange, status, new byte[0]);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void raw(HttpExchange exchange) throws IOException {
    String asks = exchange.getRequestURI().toString();
    answer(exchange, 200, asks.getBytes(StandardCharsets.UTF_8));
  }

  private void awayFlood(HttpExchange exchange) throws IOException {
    flood(exchange, 302, 0);
  }

  /** Sends as much as it is let, and tells how much that was. */
  private void flood(HttpExchange exchange, int status, long length) throws IOException {
    exchange.sendResponseHeaders(status, length);
    byte[] noise = new byte[1 << 16];
    long sent = 0;
    try {
      OutputStream out = exchange.getResponseBody();
      while (!Thread.currentThread().isInterrupted()) {
        out.write(noise);
        sent += noise.length;
      }
    } finally {
      flooded.complete(sent);
    }
  }

  private static void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] noise = new byte[8_192];
    Arrays.fill(noise, (byte) 'x');
    try (OutputStream out = exchange.getResponseBody()) {
      while (!Thread.currentThread().isInterrupted()) {
        out.write(noise);
      }
    }
  }

  /** Never silent for as long as a socket's timeout, and never done. */
  private static void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      while (!Thread.currentThread().isInterrupted()) {
        out.write('x');
        out.flush();
        pause();
      }
    }
  }

  private static void pause() {
    java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
  }

  private static void bomb(HttpExchange exchange, byte[] bomb) throws IOException {
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    answer(exchange, 200, bomb);
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static void endlessHeaders(ServerSocket server, String how) {
    try (Socket socket = server.accept()) {
      OutputStream out = socket.getOutputStream();
      if (how.equals("silent")) {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      }
      out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
      while (!Thread.currentThread().isInterrupted()) {
        String more = how.equals("many") ? "X-A: b\r\n" : how.equals("drip") ? "X" : "X".repeat(99);
        out.write(more.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        if (how.equals("drip")) {
          pause();
        }
      }
    } catch (IOException e) {
      Thread.currentThread().interrupt(); // The client left: that is what is wanted.
    }
  }
}
