package org.tocsin.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.FetchState;
import org.tocsin.contract.Lane;
import org.tocsin.ingest.fetch.Fetcher;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.parse.Limits;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.state.SourceStore.LostSourceException;
import org.tocsin.service.Metrics;
import org.tocsin.service.Settings;

class SitemapSourceTest {
  private final AtomicInteger pages = new AtomicInteger();
  private final Fetcher fetcher =
      new Fetcher(
          Settings.of(
              Map.of(
                  "ingest.fetch.private-addresses", "true",
                  "ingest.fetch.host-gap", "0ms",
                  "ingest.fetch.robots", "false")),
          new Metrics("ingest"),
          Clock.systemUTC());
  private final ArticleReader reader = new ArticleReader(Limits.DEFAULT);
  private FetchState state = OnePoll.before("map");

  @SuppressWarnings("NullAway.Init")
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/page/", this::page);
    server.createContext("/map.xml", exchange -> versioned(exchange, map("/page/", 120)));
    server.createContext("/short.xml", exchange -> versioned(exchange, feed(120)));
    server.createContext("/broken-index.xml", exchange -> answer(exchange, 200, index("/none")));
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    fetcher.close();
  }

  @Test
  void losesNoPageToAStopInTheMiddle() throws Exception {
    losesNothing(sitemap("/map.xml"));
  }

  @Test
  void losesNoPageOfAFeedToAStopInTheMiddle() throws Exception {
    losesNothing(
        new FeedSource(
            settings(SourceSettings.Kind.FEED, "/short.xml"),
            fetcher,
            reader,
            new Pages(fetcher, reader, 600),
            new Twins(List.of(), new org.tocsin.ingest.state.MemoryStore())));
  }

  /** Stopped after each part in turn: whoever goes on gets the rest, and nothing twice. */
  private void losesNothing(Source source) throws Exception {
    TreeSet<String> titles = new TreeSet<>();
    int found = 0;
    for (int stops = 0; ; stops++) {
      OnePoll poll = new OnePoll(state, 1);
      boolean whole = true;
      try {
        source.poll(state, poll);
      } catch (LostSourceException e) {
        whole = false;
      }
      state = poll.state();
      found += poll.found().size();
      poll.found().forEach(p -> titles.add(String.valueOf(((ArticleDraft) p).url())));
      if (whole) {
        assertThat(stops).isEqualTo(2);
        break;
      }
    }
    assertThat(titles).hasSize(120);
    assertThat(found).isEqualTo(120);
    assertThat(state.etag()).isEqualTo("v1");
  }

  @Test
  void leavesPagesOfABusyHostForLater() throws Exception {
    server.createContext("/busy/", this::busy);
    server.createContext("/busy.xml", exchange -> versioned(exchange, map("/busy/", 20)));

    List<Parsed> found = poll(sitemap("/busy.xml"));

    assertThat(found).isEmpty();
    assertThat(pages).hasValue(1);
    assertThat(state.etag()).isNull();
    assertThat(state.seen()).isEmpty();
  }

  @Test
  void saysThatNoneOfItsSitemapsCanBeRead() {
    SitemapSource source = sitemap("/broken-index.xml");

    assertThatThrownBy(() -> poll(source))
        .isInstanceOf(IOException.class)
        .hasMessage("none of its sitemaps can be read: answered with status 404");
  }

  @Test
  void fetchesNoPageTwiceWhereItHasMorePagesThanAreRemembered() throws Exception {
    server.createContext("/gone/", exchange -> answer(exchange, 410, ""));
    server.createContext("/huge.xml", exchange -> answer(exchange, 200, map("/gone/", 45)));
    SitemapSource source = sitemap("/huge.xml", 20);

    assertThat(poll(source)).hasSize(20);
    assertThat(poll(source)).isEmpty();
    assertThat(state.seen()).hasSize(20);
  }

  private List<Parsed> poll(Source source) throws Exception {
    OnePoll poll = new OnePoll(state, Integer.MAX_VALUE);
    source.poll(state, poll);
    state = poll.state();
    return poll.found();
  }

  private SitemapSource sitemap(String path) {
    return sitemap(path, 20_000);
  }

  private SitemapSource sitemap(String path, int remembered) {
    return new SitemapSource(
        settings(SourceSettings.Kind.SITEMAP, path),
        fetcher,
        reader,
        new SitemapSource.Bounds(Duration.ofDays(2), 50, remembered),
        Clock.systemUTC());
  }

  private SourceSettings settings(SourceSettings.Kind kind, String path) {
    return new SourceSettings(
        "map", kind, address(path), Duration.ofMinutes(5), true, true, Lane.LIVE);
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private String map(String path, int urls) {
    return "<urlset>"
        + repeated(urls, i -> "<url><loc>" + address(path + i) + "</loc></url>")
        + "</urlset>";
  }

  private String feed(int items) {
    return "<rss><channel>"
        + repeated(
            items,
            i ->
                "<item><title>Pier "
                    + i
                    + "</title><link>"
                    + address("/page/" + i)
                    + "</link></item>")
        + "</channel></rss>";
  }

  private String index(String path) {
    return "<sitemapindex><sitemap><loc>" + address(path) + "</loc></sitemap></sitemapindex>";
  }

  private static String repeated(int times, Function<Integer, String> part) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < times; i++) {
      text.append(part.apply(i));
    }
    return text.toString();
  }

  private void page(HttpExchange exchange) throws IOException {
    pages.incrementAndGet();
    answer(
        exchange,
        200,
        "<html><h1>Pier</h1><article><p>The pier opened on Tuesday, said Marta Quill.</p>");
  }

  private void busy(HttpExchange exchange) throws IOException {
    pages.incrementAndGet();
    exchange.getResponseHeaders().set("Retry-After", "60");
    answer(exchange, 429, "");
  }

  private static void versioned(HttpExchange exchange, String body) throws IOException {
    exchange.getResponseHeaders().set("ETag", "v1");
    boolean known = "v1".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    answer(exchange, known ? 304 : 200, known ? "" : body);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
