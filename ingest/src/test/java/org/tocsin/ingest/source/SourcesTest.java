package org.tocsin.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.contract.FetchState.Status;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.parse.Limits;
import org.tocsin.ingest.state.MemoryStore;
import org.tocsin.ingest.state.Notes;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Settings;

class SourcesTest {
  private static final String FEED =
      "<rss><channel><title>Courier</title><item><title>Quay</title><link>/quay</link>"
          + "<description>Pier open.</description></item></channel></rss>";

  private final MemoryStore store = new MemoryStore();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger unchanged = new AtomicInteger();

  @SuppressWarnings("NullAway.Init")
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/feed", this::feed);
    server.createContext("/empty", exchange -> answer(exchange, 200, "<rss><channel/></rss>"));
    server.createContext("/broken", exchange -> answer(exchange, 500, "oops"));
    server.createContext("/loop", exchange -> redirect(exchange, "/loop"));
    server.createContext("/moved", exchange -> redirect(exchange, "/feed"));
    server.createContext("/huge", exchange -> answer(exchange, 200, "<rss>" + "x".repeat(5_000)));
    server.createContext("/gone", exchange -> answer(exchange, 410, ""));
    server.createContext(
        "/short", exchange -> answer(exchange, 200, FEED.replace("/quay", "/page")));
    server.createContext(
        "/index.xml",
        exchange ->
            answer(
                exchange,
                200,
                "<sitemapindex><sitemap><loc>"
                    + address("/map.xml")
                    + "</loc></sitemap>"
                    + "<sitemap><loc>"
                    + address("/broken")
                    + "</loc></sitemap></sitemapindex>"));
    server.createContext(
        "/map.xml",
        exchange ->
            answer(
                exchange,
                200,
                "<urlset><url><loc>"
                    + address("/page")
                    + "</loc></url><url><loc>"
                    + address("/old")
                    + "</loc><lastmod>2020-01-01</lastmod></url></urlset>"));
    server.createContext(
        "/page",
        exchange ->
            answer(
                exchange,
                200,
                "<html><h1>Pier</h1><article><p>The pier opened on Tuesday, said Marta Quill."
                    + "</p></article></html>"));
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    store.metrics.close();
  }

  @Test
  void doesNotGoRoundInAnIndexOfSitemaps() {
    AtomicInteger times = new AtomicInteger();
    String self = "<sitemap><loc>" + address("/round.xml") + "</loc></sitemap>";
    String other = "<sitemap><loc>" + address("/round.xml?2") + "</loc></sitemap>";
    server.createContext(
        "/round.xml",
        exchange -> {
          times.incrementAndGet();
          answer(exchange, 200, "<sitemapindex>" + (self + other).repeat(7) + "</sitemapindex>");
        });
    try (Sources sources =
        start(Map.of("round.sitemap", address("/round.xml"), "round.every", "1h"))) {
      await().until(() -> sources.states().get(0).status() != Status.WAITING);

      assertThat(times).hasValue(2);
      assertThat(store.taken()).isEmpty();
    }
  }

  @Test
  void letsNobodyWaitForEverWhereThereIsMoreToDoThanCanBeDone() {
    Map<String, String> feeds = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      feeds.put("f" + i + ".feed", address("/slow?" + i));
      feeds.put("f" + i + ".every", "1ms");
    }
    server.createContext(
        "/slow",
        exchange -> {
          java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
          answer(exchange, 200, "<rss><channel/></rss>");
        });
    try (Sources sources = start(feeds, Map.of("ingest.fetch.threads", "1"))) {
      await().until(() -> sources.states().stream().noneMatch(s -> s.status() == Status.WAITING));
    }
  }

  @Test
  void publishesAFeedOnceAndAsksOnlyForChanges() {
    try (Sources sources = start(Map.of("courier.feed", address("/feed")))) {
      await().until(() -> unchanged.get() > 1);

      assertThat(store.taken()).hasSize(1);
      SourceView state = sources.states().get(0);
      assertThat(state.status()).isEqualTo(Status.NOT_MODIFIED);
      assertThat(state.inputs()).isEqualTo(1);
    }
  }

  @Test
  void tellsHowEachSourceIsAndLetsNoneHarmAnother() {
    Map<String, String> feeds = new HashMap<>();
    for (String path : List.of("feed", "empty", "broken", "loop", "moved", "huge")) {
      feeds.put(path + ".feed", address("/" + path));
    }
    try (Sources sources = start(feeds)) {
      await().until(() -> sources.states().stream().noneMatch(s -> s.status() == Status.WAITING));
      // Which of both is asked first is left open; the other one is known at the next poll.
      await().until(() -> sources.states().stream().anyMatch(s -> s.sameAs() != null));

      Map<String, String> seen = new HashMap<>();
      sources.states().forEach(s -> seen.put(s.name(), s.status() + " " + s.reason()));
      assertThat(seen)
          .containsKey("feed")
          // By the time the last has answered it may have been asked again.
          .hasEntrySatisfying(
              "moved",
              how ->
                  assertThat(how)
                      .isIn(
                          "HEALTHY gives the same items as feed",
                          "NOT_MODIFIED gives the same items as feed"))
          .containsEntry("empty", "EMPTY it answers, and there is nothing in it")
          .containsEntry("broken", "FAILING answered with status 500")
          .containsEntry("loop", "FAILING more than 5 redirects")
          .containsEntry("huge", "FAILING over the limit of 2000 bytes");
    }
  }

  @Test
  void refusesAFeedInAPrivateNetwork() {
    Map<String, String> settings =
        Map.of("ingest.sources.inside.feed", address("/feed"), "ingest.fetch.robots", "false");
    try (Sources sources = sources(settings)) {
      sources.start();
      await().until(() -> sources.states().get(0).status() == Status.FAILING);

      assertThat(sources.states().get(0).reason()).contains("private network");
      assertThat(asked).hasValue(0);
    }
  }

  @Test
  void readsNewAndChangedFilesOfAFolder(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("one.txt"), "Pier open.");
    Files.writeString(folder.resolve("two.txt.part"), "Half wri");
    try (Sources sources = start(Map.of("inbox.folder", folder.toString()))) {
      await().until(() -> store.taken().size() == 1);

      Files.writeString(folder.resolve("one.txt"), "Pier open again.");
      await().until(() -> store.taken().size() == 2);

      assertThat(store.ids()).containsOnly("one");
      assertThat(sources.states().get(0).inputs()).isEqualTo(2);
    }
  }

  @Test
  void fetchesThePagesThatSitemapsName() {
    try (Sources sources = start(Map.of("map.sitemap", address("/index.xml")))) {
      await().until(() -> store.taken().size() == 1);

      assertThat(((ArticleDraft) store.taken().get(0)).text()).contains("The pier opened");
      assertThat(sources.states().get(0).kind()).isEqualTo("sitemap");
    }
  }

  @Test
  void fetchesThePagesBehindShortItemsWhereItIsToldTo() {
    try (Sources sources =
        start(Map.of("courier.feed", address("/short"), "courier.pages", "true"))) {
      await().until(() -> store.taken().size() == 1);

      assertThat(((ArticleDraft) store.taken().get(0)).text()).contains("The pier opened");
      assertThat(sources.states().get(0).inputs()).isEqualTo(1);
    }
  }

  @Test
  void goesOnFromTheStateThatAnotherLeft() {
    try (Sources sources = start(Map.of("courier.feed", address("/feed")))) {
      await().until(() -> store.taken().size() == 1);
      assertThat(sources.states()).hasSize(1);
    }
    int before = unchanged.get();
    try (Sources sources = start(Map.of("courier.feed", address("/feed")))) {
      await().until(() -> unchanged.get() > before + 1);

      assertThat(store.taken()).hasSize(1);
      assertThat(sources.states().get(0).status()).isEqualTo(Status.NOT_MODIFIED);
    }
  }

  @Test
  void alarmsUntilItIsAcknowledged() throws Exception {
    try (Sources sources = start(Map.of("gone.feed", address("/gone")))) {
      await().until(() -> sources.states().get(0).status() == Status.GONE);
      assertThat(sources.states().get(0).alarm()).isTrue();

      sources.acknowledge("gone");

      assertThat(sources.states().get(0).alarm()).isFalse();
      assertThat(sources.acknowledge("nobody")).isNull();
    }
  }

  @Test
  void refusesASourceThatIsNeitherFeedNorFolder() {
    Settings settings = Settings.of(Map.of("ingest.sources.x.every", "5m"));

    assertThatThrownBy(() -> SourceSettings.all(settings))
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining("ingest.sources.x")
        .hasMessageContaining("needs either a feed or a folder");
  }

  @Test
  void refusesWordsThatAreNeitherTrueNorFalse() {
    Settings settings =
        Settings.of(
            Map.of("ingest.sources.x.feed", "http://a.example", "ingest.sources.x.pages", "yes"));

    assertThatThrownBy(() -> SourceSettings.all(settings))
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining("ingest.sources.x.pages")
        .hasMessageContaining("'yes' is neither true nor false");
  }

  private Sources start(Map<String, String> feeds) {
    return start(feeds, Map.of());
  }

  private Sources start(Map<String, String> feeds, Map<String, String> others) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "ingest.fetch.private-addresses", "true",
                "ingest.fetch.robots", "false",
                "ingest.fetch.host-gap", "0ms",
                "ingest.fetch.fastest", "20ms",
                "ingest.fetch.slowest", "20ms",
                "ingest.fetch.every", "20ms",
                "ingest.limits.document", "2000B"));
    settings.putAll(others);
    feeds.forEach((key, value) -> settings.put("ingest.sources." + key, value));
    Sources sources = sources(settings);
    sources.start();
    return sources;
  }

  private Sources sources(Map<String, String> settings) {
    return new Sources(
        Settings.of(settings),
        new ArticleReader(Limits.DEFAULT),
        store,
        Notes.NONE,
        store.metrics,
        Clock.systemUTC());
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void feed(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      unchanged.incrementAndGet();
      exchange.sendResponseHeaders(304, -1);
      exchange.close();
      return;
    }
    exchange.getResponseHeaders().set("ETag", "\"v1\"");
    answer(exchange, 200, FEED);
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    answer(exchange, 302, "");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
