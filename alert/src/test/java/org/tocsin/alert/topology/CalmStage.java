package org.tocsin.alert.topology;

import static org.tocsin.alert.Samples.NOON;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.alert.Samples;
import org.tocsin.alert.calm.CalmCounts;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Calm;
import org.tocsin.contract.Json;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.Part;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Speaker;
import org.tocsin.contract.Statement;
import org.tocsin.contract.StatementState;
import org.tocsin.contract.Topics;
import org.tocsin.contract.Watch;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Metrics;
import org.tocsin.service.Settings;

/** The whole topology in a driver, with what statements, watches and follow-ups it is given. */
@SuppressWarnings("NullAway") // What is null where it should not be fails the test.
abstract class CalmStage {
  static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  static final Calm.Quiet NIGHT =
      new Calm.Quiet(LocalTime.of(22, 0), LocalTime.of(6, 30), OSLO, false);

  @TempDir private Path state;
  final CalmCounts counts = new CalmCounts();
  private TopologyTestDriver driver;
  private TestInputTopic<byte[], byte[]> statements;
  private TestInputTopic<byte[], byte[]> states;
  private TestInputTopic<byte[], byte[]> watches;
  TestOutputTopic<String, Alert> alerts;

  @BeforeEach
  void start() {
    Settings settings = Settings.of(Map.of(KafkaSettings.STATE_DIR.key(), state.toString()));
    Properties properties = KafkaSettings.streams(settings, "alert", 1, new Metrics("alert"));
    // Under exactly-once the driver forgets what is sent outside a step's transaction.
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver =
        new TopologyTestDriver(
            AlertTopology.build(
                "", Duration.ofDays(35), new WatchBook(), counts, Stores::inMemoryKeyValueStore),
            properties,
            Instant.EPOCH);
    ByteArraySerializer raw = new ByteArraySerializer();
    statements = driver.createInputTopic(Topics.STATEMENTS.name(), raw, raw);
    states = driver.createInputTopic(Topics.STATEMENT_STATES.name(), raw, raw);
    watches = driver.createInputTopic(Topics.WATCHES.name(), raw, raw);
    alerts =
        driver.createOutputTopic(
            Topics.ALERTS.name(),
            Topics.ALERTS.keySerde().deserializer(),
            Topics.ALERTS.valueSerde().deserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  void put(String id, Watch.Severity severity, Calm calm, @Nullable Instant snoozed) {
    put(id, "port", severity, calm, snoozed);
  }

  void put(String id, String query, Watch.Severity severity, Calm calm, @Nullable Instant snoozed) {
    Watch watch =
        new Watch(
            id, id, query, severity, true, 1, null, null, NOON, calm, snoozed, List.of("room"));
    watches.pipeInput(bytes(id), bytes(Json.write(watch)), NOON);
  }

  void put(Calm calm) {
    put("ports", Watch.Severity.MEDIUM, calm, null);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Sighting said(String id, @Nullable String speaker, String story, Instant time) {
    String text = "The port says " + id + ".";
    Statement statement =
        new Statement(
            id,
            Statement.Kind.INDIRECT,
            Part.TEXT,
            0,
            text.length(),
            text,
            List.of(),
            speaker == null ? null : new Speaker(speaker, null, Part.TEXT, 0, 3, "she", List.of()),
            "said",
            "test",
            Novelty.NEW,
            null);
    return new Sighting(
        statement,
        new Sighting.Source(
            "x-" + id, 0, null, "Harbour Gazette", null, "en", time, time, null, story),
        new Sighting.Context(0, text),
        List.of(),
        List.of(),
        Lane.LIVE);
  }

  void see(Sighting sighting) {
    statements.pipeInput(
        bytes(sighting.statement().originalId()),
        bytes(Json.write(sighting)),
        sighting.article().time());
  }

  void see(String id, String speaker, String story, Instant time) {
    see(said(id, speaker, story, time));
  }

  void become(StatementState state) {
    states.pipeInput(bytes(state.original()), bytes(Json.write(state)), state.time());
  }

  /** The time goes on without anything that a watch is after. */
  void waitUntil(Instant time) {
    see(Samples.sighting("quiet-" + time, "Rain.", "en", "Nobody", Lane.LIVE, time));
  }

  List<String> outcomes() {
    return alerts.readValuesToList().stream().map(CalmStage::outcome).toList();
  }

  static String outcome(Alert alert) {
    if (alert.digest() != null) {
      return "digest " + alert.digest().count();
    }
    String id = alert.sighting().statement().id();
    return alert.update() > 0
        ? "update " + id + " " + alert.grouped()
        : alert.held() == null ? "rang " + id : alert.held().label() + " " + id;
  }
}
