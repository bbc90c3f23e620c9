package org.tocsin.enrich.topology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Article;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Outcome;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.StatementState;
import org.tocsin.contract.Story;
import org.tocsin.contract.Topic;
import org.tocsin.contract.Topics;
import org.tocsin.enrich.Analyser;
import org.tocsin.enrich.EnrichSettings;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Metrics;
import org.tocsin.service.Settings;

/** The topology under the test driver, with all of its topics open. */
final class Pipeline implements AutoCloseable {
  final Metrics metrics = new Metrics(EnrichSettings.STAGE);
  final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> articles;
  private final TestOutputTopic<String, EnrichedArticle> enriched;
  private final TestOutputTopic<String, Sighting> statements;
  private final TestOutputTopic<String, StatementState> states;
  private final TestOutputTopic<String, Story> stories;
  private final TestOutputTopic<String, Outcome> outcomes;
  private final TestOutputTopic<byte[], byte[]> deadLetters;

  Pipeline(Path state, Analyser analyser) {
    this(state, analyser, Map.of());
  }

  Pipeline(Path state, Analyser analyser, Map<String, String> changed) {
    Settings settings = Settings.of(changed);
    Properties properties = EnrichTopology.properties(settings, metrics);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    // Under exactly-once the driver forgets what is sent outside a step's transaction.
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver = new TopologyTestDriver(EnrichTopology.build(settings, analyser, metrics), properties);
    articles =
        driver.createInputTopic(
            name(Topics.ARTICLES), new ByteArraySerializer(), new ByteArraySerializer());
    enriched = output(Topics.ARTICLES_ENRICHED);
    statements = output(Topics.STATEMENTS);
    states = output(Topics.STATEMENT_STATES);
    stories = output(Topics.STORIES);
    outcomes = output(Topics.OUTCOMES);
    deadLetters =
        driver.createOutputTopic(
            name(Topics.DEAD_LETTERS), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static String name(Topic<?, ?> topic) {
    return topic.in(KafkaSettings.PREFIX.fallback());
  }

  private <V> TestOutputTopic<String, V> output(Topic<String, V> topic) {
    return driver.createOutputTopic(
        name(topic), topic.keySerde().deserializer(), topic.valueSerde().deserializer());
  }

  void send(Article... all) {
    for (Article article : all) {
      sendRaw(
          Topics.ARTICLES.keySerde().serializer().serialize("", article.id()),
          Topics.ARTICLES.valueSerde().serializer().serialize("", article));
    }
  }

  @SuppressWarnings("NullAway") // Broken records are what some tests are about.
  void sendRaw(byte @Nullable [] key, byte @Nullable [] value) {
    articles.pipeInput(key, value);
  }

  List<TestRecord<String, EnrichedArticle>> enriched() {
    return enriched.readRecordsToList();
  }

  EnrichedArticle nextEnriched() {
    return enriched.readValue();
  }

  List<TestRecord<String, Sighting>> statements() {
    return statements.readRecordsToList();
  }

  List<TestRecord<String, StatementState>> states() {
    return states.readRecordsToList();
  }

  List<TestRecord<String, Story>> stories() {
    return stories.readRecordsToList();
  }

  List<Outcome.Result> outcomes() {
    return new ArrayList<>(outcomes.readValuesToList().stream().map(Outcome::result).toList());
  }

  List<TestRecord<String, Outcome>> outcomeRecords() {
    return outcomes.readRecordsToList();
  }

  List<TestRecord<byte[], byte[]>> deadLetters() {
    return deadLetters.readRecordsToList();
  }

  /** What a counter shows, for all outcomes together or one. */
  double ended(Outcome.@Nullable Result result) {
    var search = metrics.registry().find("tocsin.articles");
    if (result != null) {
      search = search.tag("outcome", result.label());
    }
    return search.counters().stream().mapToDouble(c -> c.count()).sum();
  }

  /** What a gauge of the live lane's memory shows. */
  double memory(String gauge, String of) {
    return metrics
        .registry()
        .get("tocsin.memory." + gauge)
        .tag("lane", "live")
        .tag("of", of)
        .gauge()
        .value();
  }

  double received() {
    return metrics.registry().get("tocsin.articles.received").counter().count();
  }

  @Override
  public void close() {
    driver.close();
    metrics.close();
  }
}
