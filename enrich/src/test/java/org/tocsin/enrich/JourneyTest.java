package org.tocsin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.Article;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Json;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Topic;
import org.tocsin.contract.Topics;
import org.tocsin.enrich.topology.EnrichTopology;
import org.tocsin.service.Metrics;
import org.tocsin.service.Settings;

/** The middle of the journey: an article through the real topology and the real analysis. */
class JourneyTest {
  private static final Path FOLDER = Path.of("../contract/src/main/resources/journey");

  private final Settings settings = Settings.of(Map.of("topics.prefix", ""));

  @Test
  void makesTheEnrichedArticleAndTheSightingOfTheJourney() throws Exception {
    Article article = Json.read(journey("2-article.json"), Article.class);
    try (Metrics metrics = new Metrics("enrich");
        TopologyTestDriver driver = driver(metrics)) {
      driver
          .createInputTopic(
              Topics.ARTICLES.name(),
              Topics.ARTICLES.keySerde().serializer(),
              Topics.ARTICLES.valueSerde().serializer())
          .pipeInput(article.id(), article, article.received());
      List<EnrichedArticle> enriched = read(driver, Topics.ARTICLES_ENRICHED);
      List<Sighting> sightings = read(driver, Topics.STATEMENTS);
      assertThat(enriched).hasSize(1);
      check("3-enriched-article.json", enriched.get(0));
      check("4-sighting.json", sightings.get(0));
    }
  }

  @Test
  void saysTheSameWithoutKafka() {
    Article article = Json.read(journey("2-article.json"), Article.class);
    EnrichedArticle enriched = new Enricher(new StandardAnalyser(), settings).enrich(article);
    assertThat(Json.mapper().valueToTree(enriched).toPrettyString() + "\n")
        .isEqualTo(journey("3-enriched-article.json"));
  }

  private TopologyTestDriver driver(Metrics metrics) {
    Properties properties = EnrichTopology.properties(settings, metrics);
    return new TopologyTestDriver(
        EnrichTopology.build(settings, new StandardAnalyser(), metrics), properties);
  }

  private static <V> List<V> read(TopologyTestDriver driver, Topic<String, V> topic) {
    return driver
        .createOutputTopic(
            topic.name(), topic.keySerde().deserializer(), topic.valueSerde().deserializer())
        .readValuesToList();
  }

  private static void check(String file, Object value) throws Exception {
    String json = Json.mapper().valueToTree(value).toPrettyString() + "\n";
    if (Boolean.getBoolean("tocsin.golden.update")) {
      Files.writeString(FOLDER.resolve(file), json);
    }
    assertThat(json).isEqualTo(journey(file));
  }

  private static String journey(String file) {
    try (InputStream in = JourneyTest.class.getResourceAsStream("/journey/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
