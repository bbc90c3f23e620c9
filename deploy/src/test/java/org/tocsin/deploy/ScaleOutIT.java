package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.deploy.broker.EmbeddedBroker;
import org.tocsin.service.Settings;

/** Several processes of each service against one broker, and an actor that they learn meanwhile. */
class ScaleOutIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int ARTICLES = 40;

  @TempDir Path folder;

  @Test
  void ringsTheSameAlertsOnManyProcessesAsOnOne() throws Exception {
    int kafka = Ports.one();
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), kafka)) {
      Fleet one = new Fleet(broker.bootstrapServers(), "one-", 1, 1);
      Set<String> alone = one.alerts();
      Fleet many = new Fleet(broker.bootstrapServers(), "many-", 3, 2);
      assertThat(many.alerts()).isEqualTo(alone).hasSizeGreaterThan(10);
      assertThat(many.busyEnrichers).isGreaterThan(1);
    }
  }

  /** The processes of one installation. */
  private final class Fleet {
    private final Map<String, String> base = new HashMap<>();
    private final int enrichers;
    private final int alerters;
    private int busyEnrichers;

    Fleet(String servers, String prefix, int enrichers, int alerters) {
      base.put("kafka.bootstrap.servers", servers);
      base.put("topics.prefix", prefix);
      this.enrichers = enrichers;
      this.alerters = alerters;
    }

    Set<String> alerts() throws Exception {
      List<Program> programs = new ArrayList<>();
      try {
        int ingest = Ports.one();
        programs.add(start("ingest", "ingest.http.port", ingest));
        programs.get(0).awaitOutput("is ready", PATIENCE);
        List<Integer> enrichPorts = new ArrayList<>();
        for (int i = 0; i < enrichers; i++) {
          enrichPorts.add(Ports.one());
          programs.add(start("enrich", "enrich.http.port", enrichPorts.get(i)));
        }
        List<Integer> alertPorts = new ArrayList<>();
        for (int i = 0; i < alerters; i++) {
          alertPorts.add(Ports.one());
          programs.add(start("alert", "alert.http.port", alertPorts.get(i)));
        }
        for (Program program : programs) {
          program.awaitOutput("is ready", PATIENCE);
        }
        Set<String> alerts = push(ingest, enrichPorts);
        if (enrichers > 1) {
          new LiveActor(new Journal(Settings.of(base)), ingest, enrichPorts).check(folder);
          new LiveWatch(alertPorts).check();
        }
        return alerts;
      } finally {
        for (Program program : programs) {
          program.close();
        }
      }
    }

    /** One after the other, so that both fleets see the same order. */
    private Set<String> push(int ingest, List<Integer> enrichPorts) throws Exception {
      Journal journal = new Journal(Settings.of(base));
      List<String> news = DemoNews.load(Clock.systemUTC()).lines().subList(0, ARTICLES);
      for (int i = 0; i < news.size(); i++) {
        long done = i + 1L;
        Http.push(ingest, news.get(i));
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(20))
            .until(() -> journal.enriched() == done);
      }
      await().atMost(PATIENCE).until(() -> Set.copyOf(journal.rung()).equals(journal.due()));
      assertThat(journal.rung()).doesNotHaveDuplicates();
      for (int port : enrichPorts) {
        busyEnrichers += Http.counters(port).of("received") > 0 ? 1 : 0;
      }
      return new TreeSet<>(journal.rung());
    }

    private Program start(String service, String portKey, int port) throws Exception {
      Path watches = folder.resolve("watches.json");
      if (!Files.exists(watches)) {
        try (var in = ScaleOutIT.class.getResourceAsStream("/demo/watches.json")) {
          Files.copy(in, watches);
        }
      }
      List<String> args = new ArrayList<>(List.of(service));
      Map<String, String> settings = new HashMap<>(base);
      settings.put(portKey, String.valueOf(port));
      settings.put("alert.watches.file", watches.toString());
      settings.put("streams.state.dir", folder.resolve("state-" + port).toString());
      settings.forEach((key, value) -> args.addAll(List.of("--set", key + "=" + value)));
      return Program.start(folder, args.toArray(String[]::new));
    }
  }
}
