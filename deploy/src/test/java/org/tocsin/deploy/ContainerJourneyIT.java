package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.tocsin.alert.watch.WatchSeeder;
import org.tocsin.service.Service;
import org.tocsin.service.Settings;

/** The journey against a broker in a container instead of our own. */
@Tag("container")
class ContainerJourneyIT {
  private static final String IMAGE = "apache/kafka:4.3.1";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void ringsEachAlertThatIsDueOnce() throws Exception {
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "no container engine answers: skipped; .ci/run starts one");
    try (KafkaContainer kafka = new KafkaContainer(IMAGE)) {
      kafka.start();
      Ports ports = Ports.free();
      Map<String, String> values = new HashMap<>(ports.values());
      values.put("kafka.bootstrap.servers", kafka.getBootstrapServers());
      values.put("streams.state.dir", folder.toString());
      Settings settings = Settings.of(values);
      try (TopicKeeper topics = TopicKeeper.connect(settings)) {
        topics.ensure();
      }
      WatchSeeder.seed(DemoNews.watches(), settings, Clock.systemUTC());
      try (Running running = new Running()) {
        start(running, settings);
        List<String> news = DemoNews.load(Clock.systemUTC()).lines();
        Http.push(ports.ingest(), String.join("\n", news));
        Journal journal = new Journal(settings);
        await().atMost(PATIENCE).until(() -> journal.enriched() == news.size());
        await().atMost(PATIENCE).until(() -> Set.copyOf(journal.rung()).equals(journal.due()));
        assertThat(journal.rung()).doesNotHaveDuplicates().hasSizeGreaterThan(30);
      }
    }
  }

  private static void start(Running running, Settings settings) {
    Service enrich = running.start(Installation.enrich(settings));
    Service alert = running.start(Installation.alert(settings, line -> {}));
    Service ingest = running.start(Installation.ingest(settings));
    for (Service service : List.of(enrich, alert, ingest)) {
      running.awaitReady(service, PATIENCE);
    }
  }
}
