package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Json;
import org.tocsin.contract.Topics;
import org.tocsin.deploy.broker.EmbeddedBroker;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Settings;

/**
 * A webhook receiver that hangs, resets, answers 500 at random and for a while always, with alert
 * killed again and again: what an hour brings, in a minute.
 */
class NotifiersIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int KILLS = 5;
  private static final int WATCHES = 10;
  private static final int A_ROUND = 60;

  @TempDir Path folder;

  @Test
  void bringsEveryAlertToEveryReceiverInOrder() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), Ports.one());
        Receiver good = new Receiver(false);
        Receiver bad = new Receiver(true)) {
      Settings settings = Settings.of(Map.of("kafka.bootstrap.servers", broker.bootstrapServers()));
      try (TopicKeeper topics = TopicKeeper.connect(settings)) {
        topics.ensure();
      }
      Journal journal = new Journal(settings);
      String[] alert = command(broker, good, bad);
      for (int kill = 0; kill < KILLS; kill++) {
        try (Program program = Program.start(folder, alert)) {
          program.awaitOutput("alert is ready", PATIENCE);
          say(settings, kill);
          int rung = A_ROUND * kill + A_ROUND / 2;
          await().atMost(PATIENCE).until(() -> good.keys().size() >= rung);
          program.kill();
        }
      }
      try (Program program = Program.start(folder, alert)) {
        program.awaitOutput("alert is ready", PATIENCE);
        int all = A_ROUND * KILLS;
        await().atMost(PATIENCE).until(() -> good.keys().size() == all);
        // The bad receiver takes a round at most until it recovers: nobody has waited for it.
        bad.recover();
        await().atMost(PATIENCE).until(() -> bad.taken() == all);
        List<Alert> rung = journal.values(Topics.ALERTS).stream().filter(Alert::rings).toList();
        assertThat(rung).hasSize(all);
        for (Receiver receiver : List.of(good, bad)) {
          assertThat(receiver.keys())
              .isEqualTo(rung.stream().map(Alert::id).collect(Collectors.toSet()));
          assertThat(receiver.orderByWatch()).isEqualTo(byWatch(rung));
          assertThat(receiver.bodiesByKey())
              .as("one body a key")
              .allSatisfy((key, bodies) -> assertThat(bodies).hasSize(1));
        }
        System.out.printf(
            "%d alerts, %d kills: the good receiver was asked %d times, the bad one %d times%n",
            all, KILLS, good.asked(), bad.asked());
      }
    }
  }

  private String[] command(EmbeddedBroker broker, Receiver good, Receiver bad) throws IOException {
    Path watches = folder.resolve("watches.yaml");
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < WATCHES; i++) {
      list.append("- {id: pier-").append(i).append(", query: pier").append(i).append("}\n");
    }
    Files.writeString(watches, list);
    Path notifiers = folder.resolve("notifiers.yaml");
    Files.writeString(
        notifiers,
        "- {id: good, kind: webhook, url: '%s'}\n- {id: bad, kind: webhook, url: '%s'}\n"
            .formatted(good.url(), bad.url()));
    Map<String, String> set = new LinkedHashMap<>();
    set.put("kafka.bootstrap.servers", broker.bootstrapServers());
    set.put("kafka.instance.id", "alert-one");
    set.put("alert.http.port", "0");
    set.put("alert.log.enabled", "false");
    set.put("alert.watches.file", watches.toString());
    set.put("alert.notifiers.file", notifiers.toString());
    set.put("alert.notifiers.private.addresses", "true");
    set.put("alert.notifiers.timeout", "500ms");
    set.put("alert.delivery.retry.first", "20ms");
    set.put("alert.delivery.retry.longest", "200ms");
    List<String> args = new ArrayList<>(List.of("alert"));
    set.forEach((key, value) -> args.addAll(List.of("--set", key + "=" + value)));
    return args.toArray(String[]::new);
  }

  /** Writes new statements, as enrich would. */
  private static void say(Settings settings, int round) throws Exception {
    String prefix = settings.get(KafkaSettings.PREFIX);
    try (InputStream sample = NotifiersIT.class.getResourceAsStream("/journey/4-sighting.json");
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(KafkaSettings.producer(settings))) {
      JsonNode sighting = Json.mapper().readTree(Objects.requireNonNull(sample));
      List<Future<?>> sent = new ArrayList<>();
      for (int i = 0; i < A_ROUND; i++) {
        ObjectNode next = sighting.deepCopy();
        String id = "statement-" + round + "-" + i;
        String text = "“The crane of pier" + i % WATCHES + " is safe.”";
        ((ObjectNode) next.path("statement"))
            .put("id", id)
            .put("text", text)
            .put("end", next.path("statement").path("start").asInt() + text.length())
            .putArray("quoted");
        ((ObjectNode) next.path("article")).put("id", "article-" + id);
        sent.add(
            producer.send(
                new ProducerRecord<>(
                    Topics.STATEMENTS.in(prefix),
                    id.getBytes(StandardCharsets.UTF_8),
                    next.toString().getBytes(StandardCharsets.UTF_8))));
      }
      for (Future<?> record : sent) {
        record.get();
      }
    }
  }

  private static Map<String, List<String>> byWatch(List<Alert> alerts) {
    return alerts.stream()
        .collect(
            Collectors.groupingBy(
                alert -> alert.watch().id(), Collectors.mapping(Alert::id, Collectors.toList())));
  }

  /** A receiver that honours the key: what it has already taken it takes again without a word. */
  private static final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Random random = new Random(7);
    private final Map<String, String> watchOfTaken = new LinkedHashMap<>();
    private final Map<String, Set<String>> bodies = new LinkedHashMap<>();
    private boolean bad;
    private int asked;

    Receiver(boolean bad) throws IOException {
      this.bad = bad;
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
      server.setExecutor(threads);
      server.createContext("/", this::answer);
      server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      switch (take(exchange.getRequestHeaders().getFirst("Idempotency-Key"), body)) {
        case 0 -> exchange.sendResponseHeaders(204, -1);
        case 1 -> exchange.sendResponseHeaders(500, -1);
        case 2 -> hang();
        default -> throw new IOException("reset");
      }
      exchange.close();
    }

    /** What to do with a request: 0 answer, 1 refuse, 2 hang, 3 reset; each may have taken it. */
    private synchronized int take(String key, String body) throws IOException {
      asked++;
      bodies.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(body);
      int mood = bad ? random.nextInt(6) : 0;
      boolean takes = !bad || mood == 0 || (mood == 2 && random.nextBoolean());
      if (takes && (!bad || watchOfTaken.size() < A_ROUND)) {
        watchOfTaken.putIfAbsent(
            key, Json.mapper().readTree(body).path("data").path("watch").path("id").asText());
      } else if (bad) {
        mood = Math.max(1, mood);
      }
      return Math.min(3, mood);
    }

    private static void hang() {
      try {
        TimeUnit.SECONDS.sleep(2);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    synchronized void recover() {
      bad = false;
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    synchronized Set<String> keys() {
      return Set.copyOf(watchOfTaken.keySet());
    }

    synchronized int taken() {
      return watchOfTaken.size();
    }

    synchronized int asked() {
      return asked;
    }

    synchronized Map<String, Set<String>> bodiesByKey() {
      return Map.copyOf(bodies);
    }

    synchronized Map<String, List<String>> orderByWatch() {
      Map<String, List<String>> order = new LinkedHashMap<>();
      watchOfTaken.forEach(
          (key, watch) -> order.computeIfAbsent(watch, w -> new ArrayList<>()).add(key));
      return order;
    }

    @Override
    public void close() {
      server.stop(0);
      threads.shutdownNow();
    }
  }
}
