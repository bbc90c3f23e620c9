package org.tocsin.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.calm.CalmCounts;
import org.tocsin.alert.topology.AlertTopology;
import org.tocsin.alert.topology.WatchBook;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Json;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Topic;
import org.tocsin.contract.Topics;
import org.tocsin.contract.Watch;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Metrics;
import org.tocsin.service.Settings;

/** The end of the journey: a sighting and a watch through the real topology become an alert. */
class JourneyTest {
  private static final Path GOLDEN = Path.of("../contract/src/main/resources/journey/5-alert.json");

  @Test
  void ringsTheAlertOfTheJourney() throws IOException {
    Sighting sighting = Json.read(journey("4-sighting.json"), Sighting.class);
    Watch watch = Json.read(journey("watch.json"), Watch.class);
    Settings settings = Settings.of(Map.of("topics.prefix", ""));
    try (Metrics metrics = new Metrics("alert");
        TopologyTestDriver driver =
            new TopologyTestDriver(
                AlertTopology.build("", Duration.ofDays(35), new WatchBook(), new CalmCounts()),
                KafkaSettings.streams(settings, "alert", 1, metrics))) {
      pipe(driver, Topics.WATCHES, watch.id(), watch);
      pipe(driver, Topics.STATEMENTS, sighting.statement().originalId(), sighting);
      List<Alert> alerts =
          driver
              .createOutputTopic(
                  Topics.ALERTS.name(),
                  Topics.ALERTS.keySerde().deserializer(),
                  Topics.ALERTS.valueSerde().deserializer())
              .readValuesToList();
      assertThat(alerts).hasSize(1);
      String json = Json.mapper().valueToTree(alerts.get(0)).toPrettyString() + "\n";
      if (Boolean.getBoolean("tocsin.golden.update")) {
        Files.writeString(GOLDEN, json);
      }
      assertThat(json).isEqualTo(journey("5-alert.json"));
    }
  }

  private static <V> void pipe(
      TopologyTestDriver driver, Topic<String, V> topic, String key, V value) {
    driver
        .createInputTopic(
            topic.name(), topic.keySerde().serializer(), topic.valueSerde().serializer())
        .pipeInput(key, value);
  }

  private static String journey(String file) {
    try (InputStream in = JourneyTest.class.getResourceAsStream("/journey/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
