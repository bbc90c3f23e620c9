package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Json;
import org.tocsin.contract.Topics;
import org.tocsin.deploy.broker.EmbeddedBroker;
import org.tocsin.service.Settings;

/**
 * A webhook receiver that hangs, resets, answers 500 at random and for a while always, with alert
 * killed again and again: what an hour brings, in a minute. Then two instances share the work, some
 * watches keep calm, and a statement is withdrawn.
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
      try (Wire wire = new Wire(settings)) {
        writeFiles(wire.time(), good, bad);
        for (int kill = 0; kill < KILLS; kill++) {
          try (Program program = Program.start(folder, command(broker, "one", Ports.one()))) {
            program.awaitOutput("alert is ready", PATIENCE);
            say(wire, kill);
            int rung = A_ROUND * kill + A_ROUND / 2;
            await().atMost(PATIENCE).until(() -> good.keys().size() >= rung);
            program.kill();
          }
        }
        List<Integer> ports = List.of(Ports.one(), Ports.one());
        try (Program one = Program.start(folder, command(broker, "one", ports.get(0)));
            Program two = Program.start(folder, command(broker, "two", ports.get(1)))) {
          one.awaitOutput("alert is ready", PATIENCE);
          two.awaitOutput("alert is ready", PATIENCE);
          int all = A_ROUND * KILLS;
          await().atMost(PATIENCE).until(() -> good.keys().size() == all);
          // The bad receiver takes a round at most until it recovers: nobody has waited for it.
          bad.recover();
          await().atMost(PATIENCE).until(() -> bad.taken() == all);
          sharesTheWork(wire, good, ports);
          new CalmWatches(wire, journal, ports).check();
          wire.withdraw("statement-0-0", wire.time().plusSeconds(60));
          wire.flush();
          compare(journal, List.of(good, bad));
        }
      }
      System.out.printf(
          "%d alerts, %d kills: the good receiver was asked %d times, the bad one %d times%n",
          A_ROUND * KILLS, KILLS, good.asked(), bad.asked());
    }
  }

  /** Two instances divide the watches between them, and no receiver hears anything twice. */
  private static void sharesTheWork(Wire wire, Receiver good, List<Integer> ports)
      throws Exception {
    int asked = good.asked();
    say(wire, KILLS);
    int all = A_ROUND * (KILLS + 1);
    await().atMost(PATIENCE).until(() -> good.taken() == all);
    assertThat(good.asked() - asked).isEqualTo(A_ROUND);
    for (int port : ports) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(delivered(port)).as("instance at %s", port).isPositive());
    }
  }

  private static long delivered(int port) throws Exception {
    return Http.get(port, "/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("tocsin_deliveries_total{"))
        .filter(line -> line.contains("\"good\"") && line.contains("\"delivered\""))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
        .sum();
  }

  /** Every receiver has what was to be told: all of it, in order by watch, one body a key. */
  private static void compare(Journal journal, List<Receiver> receivers) {
    await().atMost(PATIENCE).until(() -> told(journal).stream().anyMatch(Alert::followsUp));
    List<Alert> told = told(journal);
    assertThat(told.stream().filter(Alert::followsUp))
        .singleElement()
        .extracting(alert -> alert.sighting().statement().id())
        .isEqualTo("statement-0-0");
    Set<String> notices = told.stream().map(Alert::notice).collect(Collectors.toSet());
    assertThat(notices).hasSameSizeAs(told);
    for (Receiver receiver : receivers) {
      await().atMost(PATIENCE).until(() -> receiver.taken() == notices.size());
      assertThat(receiver.keys()).isEqualTo(notices);
      assertThat(receiver.orderByWatch()).isEqualTo(byWatch(told));
      assertThat(receiver.bodiesByKey())
          .as("one body a key")
          .allSatisfy((key, bodies) -> assertThat(bodies).hasSize(1));
      assertThat(receiver.types())
          .containsEntry("alert.followed-up", 1L)
          .containsEntry("alert.rang", notices.size() - 1L);
    }
  }

  private static List<Alert> told(Journal journal) {
    return journal.values(Topics.ALERTS).stream().filter(a -> a.rings() || a.followsUp()).toList();
  }

  private void writeFiles(Instant time, Receiver good, Receiver bad) throws IOException {
    StringBuilder list = new StringBuilder(CalmWatches.lines(time));
    for (int i = 0; i < WATCHES; i++) {
      list.append("- {id: pier-").append(i).append(", query: pier").append(i).append("}\n");
    }
    Files.writeString(folder.resolve("watches.yaml"), list);
    Files.writeString(
        folder.resolve("notifiers.yaml"),
        "- {id: good, kind: webhook, url: '%s'}\n- {id: bad, kind: webhook, url: '%s'}\n"
            .formatted(good.url(), bad.url()));
  }

  private String[] command(EmbeddedBroker broker, String instance, int port) {
    Map<String, String> set = new LinkedHashMap<>();
    set.put("kafka.bootstrap.servers", broker.bootstrapServers());
    set.put("kafka.instance.id", "alert-" + instance);
    set.put("streams.state.dir", folder.resolve("state-" + instance).toString());
    set.put("alert.http.port", String.valueOf(port));
    set.put("alert.log.enabled", "false");
    set.put("alert.watches.file", folder.resolve("watches.yaml").toString());
    set.put("alert.notifiers.file", folder.resolve("notifiers.yaml").toString());
    set.put("alert.notifiers.private.addresses", "true");
    set.put("alert.notifiers.timeout", "500ms");
    set.put("alert.delivery.retry.first", "20ms");
    set.put("alert.delivery.retry.longest", "200ms");
    List<String> args = new ArrayList<>(List.of("alert"));
    set.forEach((key, value) -> args.addAll(List.of("--set", key + "=" + value)));
    return args.toArray(String[]::new);
  }

  private static void say(Wire wire, int round) throws Exception {
    for (int i = 0; i < A_ROUND; i++) {
      String text = "“The crane of pier" + i % WATCHES + " is safe.”";
      wire.say("statement-" + round + "-" + i, text, "Solveig Aasen", wire.time());
    }
    wire.flush();
  }

  private static Map<String, List<String>> byWatch(List<Alert> alerts) {
    return alerts.stream()
        .collect(
            Collectors.groupingBy(
                alert -> alert.watch().id(),
                Collectors.mapping(Alert::notice, Collectors.toList())));
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

    /** How many of each type it took. */
    synchronized Map<String, Long> types() {
      return watchOfTaken.keySet().stream()
          .map(key -> bodies.getOrDefault(key, Set.of()).iterator().next())
          .map(body -> body.substring(body.indexOf(':') + 2, body.indexOf("\",")))
          .collect(Collectors.groupingBy(type -> type, Collectors.counting()));
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
