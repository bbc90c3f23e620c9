package org.tocsin.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.FetchState;
import org.tocsin.contract.Lane;
import org.tocsin.ingest.fetch.Fetcher;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.parse.Limits;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.parse.Rejection;
import org.tocsin.ingest.state.MemoryStore;
import org.tocsin.service.Metrics;
import org.tocsin.service.Settings;

class FeedSourceTest {
  private static final String QUAY = "{\"id\":\"a1\",\"text\":\"Quay closed.\"}\n";
  private static final String PIER = "{\"id\":\"a2\",\"text\":\"Pier open.\"}\n";
  private static final String BROKEN = "{\"id\":\n";

  @Test
  void rejectsABrokenItemOnceAndTakesTheOthers() throws Exception {
    AtomicReference<String> lines = new AtomicReference<>(QUAY + BROKEN);
    InetAddress loopback = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.createContext(
        "/news.jsonl",
        exchange -> {
          byte[] bytes = String.valueOf(lines.get()).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      FeedSource source = source("http://127.0.0.1:" + server.getAddress().getPort());

      List<Parsed> found = poll(source);

      assertThat(found).hasSize(2);
      assertThat(found.get(1)).isInstanceOf(Rejection.class);
      assertThat(poll(source)).isEmpty();
      lines.set(PIER + QUAY + BROKEN);
      assertThat(poll(source)).hasSize(1).noneMatch(Rejection.class::isInstance);
    } finally {
      server.stop(0);
    }
  }

  private static FeedSource source(String server) {
    Settings settings =
        Settings.of(
            Map.of(
                "ingest.fetch.private-addresses", "true",
                "ingest.fetch.host-gap", "0ms",
                "ingest.fetch.robots", "false"));
    Fetcher fetcher = new Fetcher(settings, new Metrics("ingest"), Clock.systemUTC());
    ArticleReader reader = new ArticleReader(Limits.DEFAULT);
    return new FeedSource(
        new SourceSettings(
            "courier",
            SourceSettings.Kind.FEED,
            server + "/news.jsonl",
            Duration.ofMinutes(5),
            true,
            false,
            Lane.LIVE),
        fetcher,
        reader,
        new Pages(fetcher, reader, 0),
        new Twins(List.of(), new MemoryStore()));
  }

  private FetchState state = OnePoll.before("courier");

  private List<Parsed> poll(FeedSource source) throws Exception {
    OnePoll poll = new OnePoll(state, 1);
    source.poll(state, poll);
    state = poll.state();
    return poll.found();
  }
}
