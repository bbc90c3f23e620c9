package org.tocsin.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.FetchState;
import org.tocsin.contract.FetchState.Status;
import org.tocsin.contract.IngestNote;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.parse.Limits;
import org.tocsin.ingest.state.MemoryNotes;
import org.tocsin.ingest.state.MemoryStore;
import org.tocsin.service.Settings;

/** Two instances that share the sources: what is said to one is known to the other. */
class AcknowledgementsTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch slow = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final MemoryNotes notes = new MemoryNotes();
  private final MemoryStore polling = new MemoryStore();
  private final MemoryStore looking = polling.other(source -> false);

  @SuppressWarnings("NullAway.Init")
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/slow",
        exchange -> {
          slow.countDown();
          awaitEnd();
          exchange.close();
        });
    server.createContext(
        "/gone",
        exchange -> {
          exchange.sendResponseHeaders(410, -1);
          exchange.close();
        });
    server.createContext(
        "/feed",
        exchange -> {
          byte[] feed =
              "<rss><channel><item><title>Quay</title><link>https://c.example/1</link></item></channel></rss>"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, feed.length);
          exchange.getResponseBody().write(feed);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    threads.shutdownNow();
    polling.metrics.close();
    looking.metrics.close();
  }

  @Test
  void reachesTheInstanceThatPollsTheSource() throws Exception {
    try (Sources here = sources(looking);
        Sources there = sources(polling)) {
      there.start();
      await().until(() -> view(there, "gone").alarm());

      SourceView answer = Objects.requireNonNull(here.acknowledge("gone"));

      assertThat(answer.alarm()).isFalse();
      assertThat(answer.mine()).isFalse();
      assertThat(view(there, "gone").acknowledged()).isEqualTo(answer.acknowledged());
    }
  }

  @Test
  void isNotTakenForAnotherTrouble() throws Exception {
    notes.write(note("gone", Instant.now().minusSeconds(600)));
    try (Sources there = sources(polling)) {
      there.start();
      await().until(() -> view(there, "gone").alarm());
      notes.write(note("failing", Instant.now()));

      assertThatThrownBy(
              () ->
                  await()
                      .atMost(java.time.Duration.ofMillis(500))
                      .until(() -> !view(there, "gone").alarm()))
          .isInstanceOf(org.awaitility.core.ConditionTimeoutException.class);
    }
  }

  @Test
  void tellsTheSameFeedUnderTwoAddressesAcrossInstances() {
    MemoryStore other = polling.other("second"::equals);
    try (Sources first = sources(polling.other("first"::equals));
        Sources second = sources(other)) {
      first.start();
      await().until(() -> view(first, "first").status() == Status.HEALTHY);
      second.start();

      await().until(() -> view(second, "second").status() == Status.HEALTHY);
      assertThat(view(first, "second").sameAs()).isEqualTo("first");
    }
    other.metrics.close();
  }

  @Test
  void takesNoThreadWhileItsSourceIsBeingPolled() throws Exception {
    MemoryStore two = polling.other(name -> name.equals("slow") || name.equals("first"));
    try (Sources sources = sources(two, Map.of("ingest.fetch.threads", "2"))) {
      sources.start();
      slow.await();
      for (int i = 0; i < 3; i++) {
        notes.write(
            new IngestNote(IngestNote.Kind.ACKNOWLEDGEMENT, "slow", Instant.now(), "waiting"));
      }
      long before = version(two);

      await().until(() -> version(two) > before + 3);
      end.countDown();
    }
    two.metrics.close();
  }

  private void awaitEnd() {
    try {
      boolean unused = end.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long version(MemoryStore store) {
    FetchState state = store.state("first");
    return state == null ? 0 : state.version();
  }

  private static IngestNote note(String status, Instant at) {
    return new IngestNote(IngestNote.Kind.ACKNOWLEDGEMENT, "gone", at, status);
  }

  private static SourceView view(Sources sources, String name) {
    return sources.states().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private Sources sources(MemoryStore store) {
    return sources(store, Map.of());
  }

  private Sources sources(MemoryStore store, Map<String, String> others) {
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    Map<String, String> settings = new HashMap<>(others);
    settings.put("ingest.sources.gone.feed", base + "/gone");
    settings.put("ingest.sources.first.feed", base + "/feed");
    settings.put("ingest.sources.second.feed", base + "/feed?again");
    if (!others.isEmpty()) {
      settings.put("ingest.sources.slow.feed", base + "/slow");
      settings.put("ingest.sources.first.every", "10ms");
    }
    settings.put("ingest.fetch.private-addresses", "true");
    settings.put("ingest.fetch.robots", "false");
    settings.put("ingest.fetch.host-gap", "0ms");
    settings.put("ingest.fetch.host-concurrency", "2");
    return new Sources(
        Settings.of(settings),
        new ArticleReader(Limits.DEFAULT),
        store,
        notes,
        store.metrics,
        Clock.systemUTC());
  }
}
