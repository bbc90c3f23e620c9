package org.tocsin.alert.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.alert.Samples.NOON;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.alert.Samples;
import org.tocsin.alert.calm.CalmCounts;
import org.tocsin.contract.Alert;
import org.tocsin.contract.ArticleId;
import org.tocsin.contract.DeadLetter;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Json;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Topics;
import org.tocsin.contract.Watch;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Metrics;
import org.tocsin.service.Settings;

class AlertTopologyTest {
  private static final String PREFIX = "t-";
  private static final Duration RETENTION = Duration.ofDays(35);

  @TempDir private Path state;
  private final WatchBook book = new WatchBook();
  private final CalmCounts counts = new CalmCounts();
  private Topology topology;
  private TopologyTestDriver driver;
  private TestInputTopic<byte[], byte[]> statements;
  private TestInputTopic<byte[], byte[]> watches;
  private TestOutputTopic<String, Alert> alerts;
  private TestOutputTopic<byte[], byte[]> deadLetters;

  @BeforeEach
  void start() {
    topology = AlertTopology.build(PREFIX, RETENTION, book, counts);
    Settings settings =
        Settings.defaults()
            .with(
                java.util.Map.of(
                    KafkaSettings.PREFIX.key(),
                    PREFIX,
                    KafkaSettings.STATE_DIR.key(),
                    state.toString()));
    Properties properties = KafkaSettings.streams(settings, "alert", 1, new Metrics("alert"));
    // Under exactly-once the driver forgets what is sent outside a step's transaction.
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver = new TopologyTestDriver(topology, properties, Instant.EPOCH);
    ByteArraySerializer raw = new ByteArraySerializer();
    statements = driver.createInputTopic(Topics.STATEMENTS.in(PREFIX), raw, raw);
    watches = driver.createInputTopic(Topics.WATCHES.in(PREFIX), raw, raw);
    alerts =
        driver.createOutputTopic(
            Topics.ALERTS.in(PREFIX),
            Topics.ALERTS.keySerde().deserializer(),
            Topics.ALERTS.valueSerde().deserializer());
    deadLetters =
        driver.createOutputTopic(
            Topics.DEAD_LETTERS.in(PREFIX),
            Topics.DEAD_LETTERS.keySerde().deserializer(),
            Topics.DEAD_LETTERS.valueSerde().deserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  private void see(Sighting sighting) {
    statements.pipeInput(
        bytes(sighting.statement().originalId()),
        bytes(Json.write(sighting)),
        Math.max(0, sighting.article().time().toEpochMilli()));
  }

  private void put(Watch watch) {
    watches.pipeInput(bytes(watch.id()), bytes(Json.write(watch)), NOON);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void runsExactlyOnce() {
    Properties properties =
        KafkaSettings.streams(Settings.defaults(), "alert", 1, new Metrics("alert"));
    assertThat(properties)
        .containsEntry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
  }

  @Test
  void ringsOnceForAFirstSighting() {
    put(Samples.watch("ports", "port"));
    see(Samples.sighting("s1", "The port will close."));
    TestRecord<String, Alert> record = alerts.readRecord();
    Alert alert = record.value();
    assertThat(record.key()).isEqualTo(ArticleId.hash("alert", "ports", "s1"));
    assertThat(record.getRecordTime()).isEqualTo(NOON);
    assertThat(alert.rings()).isTrue();
    assertThat(alert.rung()).isEqualTo(NOON);
    assertThat(alert.sightings()).isEqualTo(1);
    assertThat(alert.why()).extracting(Alert.Reason::matched).containsExactly("port");
    assertThat(alerts.isEmpty()).isTrue();
  }

  @Test
  void setsTheHeadersIntegratorsReadBy() {
    put(Samples.watch("ports", "port"));
    see(Samples.sighting("s1", "The port will close."));
    org.apache.kafka.common.header.Headers headers = alerts.readRecord().headers();
    assertThat(Headers.text(headers, Headers.SCHEMA)).isEqualTo("alert/1");
    assertThat(Headers.text(headers, Headers.LANGUAGE)).isEqualTo("en");
    assertThat(Headers.text(headers, Headers.COUNTRIES)).isEqualTo("NO,DK");
    assertThat(Headers.text(headers, Headers.ACTORS)).isEqualTo("VALPORT,actor-1");
    assertThat(Headers.text(headers, Headers.STORY)).isEqualTo("story-1");
    assertThat(Headers.text(headers, Headers.NOVELTY)).isEqualTo("new");
    assertThat(Headers.text(headers, Headers.LANE)).isEqualTo("live");
    assertThat(Headers.text(headers, "ce_time")).isEqualTo(NOON.toString());
  }

  @Test
  void ringsEachWatchThatMatches() {
    put(Samples.watch("b-ports", "port"));
    put(Samples.watch("a-closures", "close"));
    put(Samples.watch("ships", "ship"));
    see(Samples.sighting("s1", "The port will close."));
    assertThat(alerts.readValuesToList())
        .extracting(a -> a.watch().id())
        .containsExactly("a-closures", "b-ports");
  }

  @Test
  void attachesLaterSightingsWithoutRingingAgain() {
    put(Samples.watch("ports", "port"));
    see(Samples.sighting("s1", "The port will close."));
    see(Samples.repeat("s2", "s1", NOON.plusSeconds(60)));
    see(Samples.repeat("s3", "s1", NOON.plusSeconds(120)));
    List<TestRecord<String, Alert>> records = alerts.readRecordsToList();
    assertThat(records).extracting(r -> r.value().update()).containsExactly(0, 1, 2);
    assertThat(records).extracting(r -> r.value().sightings()).containsExactly(1, 2, 3);
    assertThat(records).extracting(TestRecord::key).containsOnly(records.get(0).key());
    Alert last = records.get(2).value();
    assertThat(last.later()).extracting(Alert.Later::statement).containsExactly("s2", "s3");
    assertThat(last.rung()).isEqualTo(NOON);
    assertThat(records.get(2).getRecordTime()).isEqualTo(NOON.plusSeconds(120));
  }

  @Test
  void attachesACopyThatCameBeforeItsOriginal() {
    put(Samples.watch("ports", "port"));
    see(Samples.repeat("s2", "s1", NOON.plusSeconds(60)));
    assertThat(alerts.isEmpty()).isTrue();
    see(Samples.sighting("s1", "The port will close."));
    List<Alert> values = alerts.readValuesToList();
    assertThat(values).extracting(Alert::update).containsExactly(0, 1);
    assertThat(values.get(0).sightings()).isEqualTo(1);
    assertThat(values.get(1).sightings()).isEqualTo(2);
    assertThat(values.get(1).later()).extracting(Alert.Later::statement).containsExactly("s2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 2 3", "1 3 2", "2 1 3", "2 3 1", "3 1 2", "3 2 1"})
  void endsInTheSameAlertInAnyOrder(String order) {
    put(Samples.watch("ports", "port"));
    for (String number : order.split(" ")) {
      see(
          number.equals("1")
              ? Samples.sighting("s1", "The port will close.")
              : Samples.repeat("s" + number, "s1", NOON.plusSeconds(Integer.parseInt(number))));
    }
    List<Alert> values = alerts.readValuesToList();
    assertThat(values).filteredOn(Alert::rings).hasSize(1);
    Alert last = values.get(values.size() - 1);
    assertThat(last.sightings()).isEqualTo(3);
    assertThat(last.later())
        .extracting(Alert.Later::statement)
        .containsExactlyInAnyOrder("s2", "s3");
  }

  @Test
  void waitsForTheOutletsAWatchAsksFor() {
    put(Samples.watch("many", "port outlets:>=3"));
    put(Samples.watch("any", "port"));
    see(Samples.sighting("s1", "The port will close."));
    see(Samples.repeat("s2", "s1", NOON.plusSeconds(60)));
    see(Samples.in("Tide Tribune", Samples.repeat("s3", "s1", NOON.plusSeconds(120))));
    assertThat(alerts.readValuesToList()).extracting(a -> a.watch().id()).containsOnly("any");
    see(Samples.in("Quay Courier", Samples.repeat("s4", "s1", NOON.plusSeconds(180))));
    List<Alert> last = alerts.readValuesToList();
    assertThat(last).extracting(a -> a.watch().id()).containsExactly("any", "many");
    Alert rang = last.get(1);
    assertThat(rang.rings()).isTrue();
    assertThat(rang.rung()).isEqualTo(NOON.plusSeconds(180));
    assertThat(rang.sighting().statement().id()).isEqualTo("s1");
    assertThat(rang.sightings()).isEqualTo(4);
    assertThat(rang.why())
        .extracting(Alert.Reason::clause, Alert.Reason::matched)
        .contains(org.assertj.core.groups.Tuple.tuple("outlets:>=3", "3"));
    see(Samples.in("Mole Mercury", Samples.repeat("s5", "s1", NOON.plusSeconds(240))));
    assertThat(alerts.readValuesToList()).extracting(Alert::update).containsExactly(4, 1);
  }

  @Test
  void doesNotRingForOutletsAWatchThatIsNoLongerInForce() {
    put(Samples.watch("many", "port outlets:>=2"));
    see(Samples.sighting("s1", "The port will close."));
    put(Samples.watch("many", "port outlets:>=2", false, 2));
    see(Samples.in("Tide Tribune", Samples.repeat("s2", "s1", NOON.plusSeconds(60))));
    put(Samples.watch("many", "port outlets:>=2", true, 3));
    see(Samples.in("Quay Courier", Samples.repeat("s3", "s1", NOON.plusSeconds(120))));
    assertThat(alerts.readValuesToList()).isEmpty();
  }

  @Test
  void ringsForOutletsThatCameBeforeTheOriginal() {
    put(Samples.watch("many", "port outlets:>=2"));
    see(Samples.in("Tide Tribune", Samples.repeat("s2", "s1", NOON.plusSeconds(60))));
    see(Samples.sighting("s1", "The port will close."));
    assertThat(alerts.readValuesToList())
        .singleElement()
        .satisfies(alert -> assertThat(alert.sightings()).isEqualTo(2));
  }

  @Test
  void readsGroupsThatWereStoredBeforeWatchesWaited() {
    StatementGroup group =
        Json.read(
            "{\"original\":true,\"first\":null,\"sightings\":1,\"later\":[],\"raised\":[],"
                + "\"until\":\"2026-03-10T12:00:00Z\"}",
            StatementGroup.class);
    assertThat(group.waiting()).isEmpty();
  }

  @Test
  void countsTheSameSightingOnce() {
    put(Samples.watch("ports", "port"));
    see(Samples.sighting("s1", "The port will close."));
    see(Samples.sighting("s1", "The port will close."));
    see(Samples.repeat("s2", "s1", NOON));
    see(Samples.repeat("s2", "s1", NOON));
    assertThat(alerts.readValuesToList()).extracting(Alert::update).containsExactly(0, 1);
  }

  @Test
  void countsARevisionOnceThoughItsSightingIsNoLongerListed() {
    put(Samples.watch("ports", "port"));
    see(Samples.sighting("s1", "The port will close."));
    for (int i = 0; i < 120; i++) {
      see(Samples.repeat("c" + i, "s1", NOON.plusSeconds(i)));
    }
    see(Samples.revised(Samples.repeat("c119", "s1", NOON.plusSeconds(119))));
    see(Samples.revised(Samples.repeat("c3", "s1", NOON.plusSeconds(3))));
    see(Samples.repeat("c120", "s1", NOON.plusSeconds(120)));
    assertThat(alerts.readValuesToList()).last().extracting(Alert::sightings).isEqualTo(122);
  }

  @Test
  void followsAWatchThatChanges() {
    put(Samples.watch("ports", "ship"));
    see(Samples.sighting("s1", "The port will close."));
    assertThat(alerts.isEmpty()).isTrue();
    put(Samples.watch("ports", "port", true, 2));
    see(Samples.sighting("s2", "The port stays shut."));
    assertThat(alerts.readValue().watch().version()).isEqualTo(2);
  }

  @Test
  void doesNotRingForADisabledOrRemovedWatch() {
    put(Samples.watch("off", "port", false, 1));
    put(Samples.watch("gone", "port"));
    watches.pipeInput(bytes("gone"), null, NOON);
    see(Samples.sighting("s1", "The port will close."));
    assertThat(alerts.isEmpty()).isTrue();
  }

  @Test
  void notesHistoryInSilence() {
    put(Samples.watch("ports", "port"));
    see(
        Samples.sighting(
            "s1", "The port will close.", "en", "Mira Oldenburg", Lane.BACKFILL, NOON));
    see(Samples.repeat("s2", "s1", NOON.plusSeconds(60)));
    assertThat(alerts.isEmpty()).isTrue();
  }

  @Test
  void ringsWhatHistoryBroughtWhenItComesLive() {
    put(Samples.watch("ports", "port"));
    String words = "The port will close.";
    see(Samples.sighting("s1", words, "en", "Mira Oldenburg", Lane.BACKFILL, NOON));
    see(Samples.sighting("s1", words));
    see(Samples.sighting("s1", words, "en", "Mira Oldenburg", Lane.BACKFILL, NOON));
    assertThat(alerts.readValuesToList()).singleElement().matches(alert -> alert.sightings() == 1);
  }

  @Test
  void countsNoSightingOfHistoryUntilItComesLive() {
    put(Samples.watch("ports", "port"));
    see(Samples.sighting("s1", "The port will close."));
    see(Samples.repeat("s2", "s1", NOON.minusSeconds(60), Lane.BACKFILL));
    assertThat(alerts.readValuesToList()).hasSize(1);
    see(Samples.repeat("s3", "s1", NOON.plusSeconds(60)));
    assertThat(alerts.readValue().sightings()).isEqualTo(2);
    see(Samples.repeat("s2", "s1", NOON.minusSeconds(60)));
    assertThat(alerts.readValue().sightings()).isEqualTo(3);
  }

  @Test
  void survivesAWatchThatCannotBeRead() {
    watches.pipeInput(bytes("broken"), bytes("{not json"), NOON);
    watches.pipeInput(bytes("null"), bytes("null"), NOON);
    watches.pipeInput((byte[]) null, bytes("{}"), NOON);
    watches.pipeInput(bytes("other"), bytes(Json.write(Samples.watch("ports", "x"))), NOON);
    watches.pipeInput(bytes("bad"), bytes(Json.write(Samples.watch("bad", "port ("))), NOON);
    put(Samples.watch("ports", "port"));
    see(Samples.sighting("s1", "The port will close."));
    assertThat(alerts.readValuesToList()).hasSize(1);
    assertThat(book.refused()).isEqualTo(5);
    assertThat(book.index().size()).isEqualTo(1);
  }

  @Test
  void takesAWatchOutOfForceWhoseNewVersionCannotBeRead() {
    put(Samples.watch("ports", "port"));
    watches.pipeInput(bytes("ports"), bytes("{not json"), NOON);
    see(Samples.sighting("s1", "The port will close."));
    assertThat(alerts.isEmpty()).isTrue();
  }

  @Test
  void buriesAStatementThatCannotBeRead() {
    put(Samples.watch("ports", "port"));
    statements.pipeInput(bytes("s0"), bytes("{not json"), NOON);
    see(Samples.sighting("s1", "The port will close."));
    TestRecord<byte[], byte[]> dead = deadLetters.readRecord();
    assertThat(new String(dead.value(), StandardCharsets.UTF_8)).isEqualTo("{not json");
    assertThat(Headers.text(dead.headers(), DeadLetter.STAGE)).isEqualTo("alert");
    assertThat(alerts.readValuesToList()).hasSize(1);
  }

  @Test
  void forgetsStatementsByEventTime() {
    put(Samples.watch("ports", "port"));
    for (int day = 0; day < 200; day++) {
      Instant time = NOON.plus(Duration.ofDays(day));
      see(Samples.sighting("s" + day, "The port " + day, "en", "Mira", Lane.LIVE, time));
    }
    assertThat(keys(StatementGroups.GROUPS)).hasSize(36).contains("s199").doesNotContain("s10");
    assertThat(keys(StatementGroups.AGES)).hasSize(36);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1912-04-15T02:20:00Z", "1970-01-01T00:00:00Z"})
  void forgetsStatementsFromBeforeTheEpoch(String time) {
    see(Samples.sighting("old", "Ice", "en", "Mira", Lane.LIVE, Instant.parse(time)));
    assertThat(keys(StatementGroups.AGES)).hasSize(1);
    see(Samples.sighting("s1", "The port will close."));
    assertThat(keys(StatementGroups.GROUPS)).containsExactly("s1");
    assertThat(keys(StatementGroups.AGES)).hasSize(1);
  }

  @Test
  void keepsAStatementThatIsStillRepeated() {
    put(Samples.watch("ports", "port"));
    see(Samples.sighting("s1", "The port will close."));
    see(Samples.repeat("s2", "s1", NOON.plus(Duration.ofDays(30))));
    see(Samples.sighting("s9", "Else", "en", "Mira", Lane.LIVE, NOON.plus(Duration.ofDays(50))));
    see(Samples.repeat("s3", "s1", NOON.plus(Duration.ofDays(51))));
    assertThat(alerts.readValuesToList()).extracting(Alert::update).containsExactly(0, 1, 2);
  }

  @Test
  void forgetsNothingBecauseOfHistory() {
    see(Samples.sighting("s1", "The port will close."));
    Instant late = NOON.plus(Duration.ofDays(400));
    see(Samples.sighting("s2", "Else", "en", "Mira", Lane.BACKFILL, late));
    assertThat(keys(StatementGroups.GROUPS)).contains("s1");
  }

  private Set<String> keys(String store) {
    Set<String> keys = new TreeSet<>();
    try (var all = driver.<String, Object>getKeyValueStore(store).all()) {
      while (all.hasNext()) {
        KeyValue<String, Object> next = all.next();
        keys.add(next.key);
      }
    }
    return keys;
  }

  @Test
  void hasTheShapeThatIsOnRecord() throws IOException {
    String actual = topology.describe().toString().strip() + "\n";
    if (Boolean.getBoolean("tocsin.golden.update")) {
      Files.writeString(
          Path.of("src/test/resources/org/tocsin/alert/topology/topology.txt"), actual);
    }
    try (InputStream golden = getClass().getResourceAsStream("topology.txt")) {
      String expected =
          new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(actual.strip()).isEqualTo(expected.strip());
    }
  }

  @Test
  void isTheMapInTheReadme() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String map = readme.substring(readme.indexOf("## Map"), readme.indexOf("## Where"));
    assertThat(map)
        .contains("read-statements", "ring", "keep-time", "read-statement-states", "follow")
        .contains("raised", "keep-calm", "describe-alerts", "write-alerts", "compile-watches")
        .contains(StatementGroups.GROUPS, StatementGroups.AGES, Timekeeper.STORE)
        .contains(CalmStores.CLOCK, CalmStores.BOOKS, CalmStores.SPEAKERS, CalmStores.GROUPS)
        .contains(CalmStores.ALERTS, CalmStores.AGES, CalmStores.BACKLOG);
    for (String word : map.split("[^a-z-]+")) {
      if (word.startsWith("read-") || word.startsWith("write-") || word.startsWith("describe-")) {
        assertThat(topology.describe().toString()).contains(" " + word + " ");
      }
    }
  }

  @Test
  void givesTheSameAnswerAtAReplay() {
    put(Samples.watch("ports", "port"));
    see(Samples.sighting("s1", "The port will close."));
    see(Samples.repeat("s2", "s1", NOON.plusSeconds(5)));
    List<Alert> once = alerts.readValuesToList();
    driver.close();
    start();
    put(Samples.watch("ports", "port"));
    see(Samples.sighting("s1", "The port will close."));
    see(Samples.repeat("s2", "s1", NOON.plusSeconds(5)));
    assertThat(alerts.readValuesToList()).isEqualTo(once);
  }
}
