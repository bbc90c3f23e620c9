package org.tocsin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.Article;
import org.tocsin.contract.DeadLetter;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Outcome;
import org.tocsin.contract.Topics;

class DeadLetterHandlerTest {
  private static final Instant TIME = Instant.parse("2031-03-03T06:30:00Z");

  private final Metrics metrics = new Metrics("enrich");
  private final TopologyTestDriver driver = driver();
  private final TestInputTopic<String, byte[]> articles =
      driver.createInputTopic("t-articles", new StringSerializer(), bytes());

  private static Serializer<byte[]> bytes() {
    return Serdes.ByteArray().serializer();
  }

  private TopologyTestDriver driver() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream("t-articles", Consumed.with(Serdes.String(), Topics.ARTICLES.valueSerde()))
        .mapValues(DeadLetterHandlerTest::shout, Named.as("shout"))
        .to("t-out", Produced.with(Serdes.String(), Serdes.String()));
    Properties properties =
        KafkaSettings.streams(
            Settings.of(java.util.Map.of("topics.prefix", "t-")), "enrich", 1, metrics);
    // Under exactly-once the driver forgets what is sent outside a step's transaction.
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    return new TopologyTestDriver(builder.build(), properties);
  }

  private static String shout(Article article) {
    if (article.text().contains("poison")) {
      throw new IllegalStateException("cannot shout poison");
    }
    if (article.text().contains("flood")) {
      throw new ProcessorStateException("the disk is full");
    }
    return article.text() + "!";
  }

  @AfterEach
  void close() {
    driver.close();
    metrics.close();
  }

  private DeadLetter deadLetter() {
    TestRecord<byte[], byte[]> record =
        driver
            .createOutputTopic(
                "t-dead-letters",
                Serdes.ByteArray().deserializer(),
                Serdes.ByteArray().deserializer())
            .readRecord();
    return DeadLetter.of(record.key(), record.value(), record.headers(), TIME);
  }

  private TestRecord<String, Outcome> outcome() {
    return driver
        .createOutputTopic(
            "t-outcomes",
            Serdes.String().deserializer(),
            Topics.OUTCOMES.valueSerde().deserializer())
        .readRecord();
  }

  @Test
  void keepsTheRawBytesOfAnUnreadableArticle() {
    byte[] raw = "{\"id\": oops".getBytes(StandardCharsets.UTF_8);
    articles.pipeInput("x1", raw, TIME);
    // The driver hands out what the decoding handler wrote with the next record that is processed.
    articles.pipeInput("x2", article("water"), TIME);
    DeadLetter letter = deadLetter();
    assertThat(letter.value()).isEqualTo(raw);
    assertThat(letter.step()).isEqualTo("decode");
    assertThat(letter.topic()).isEqualTo("articles");
    assertThat(letter.message()).contains("not a readable Article");
    assertThat(outcome().value())
        .returns("x1", Outcome::article)
        .returns(Outcome.Result.DEAD_LETTERED, Outcome::result);
    assertThat(metrics.scrape("text/plain"))
        .contains("tocsin_articles_total{outcome=\"dead-lettered\",stage=\"enrich\"} 1.0");
  }

  @Test
  void keepsTheRawBytesOfAnArticleThatAStepChokesOnAndGoesOn() {
    byte[] poison = article("poison");
    articles.pipeInput("x1", poison, TIME);
    articles.pipeInput("x2", article("water"), TIME);
    DeadLetter letter = deadLetter();
    assertThat(letter.value()).isEqualTo(poison);
    assertThat(letter.step()).isEqualTo("shout");
    assertThat(letter.reason()).isEqualTo("IllegalStateException");
    assertThat(letter.message()).isEqualTo("cannot shout poison");
    TestRecord<String, Outcome> outcome = outcome();
    assertThat(Headers.text(outcome.headers(), Headers.SCHEMA)).isEqualTo("outcome/1");
    assertThat(Headers.text(outcome.headers(), "ce_id")).isEqualTo("x1/0@0");
    assertThat(Headers.text(outcome.headers(), "ce_source")).isEqualTo("/tocsin/enrich");
    assertThat(
            driver
                .createOutputTopic(
                    "t-out", Serdes.String().deserializer(), Serdes.String().deserializer())
                .readValue())
        .isEqualTo("water!");
  }

  @Test
  void aStoreThatCannotBeWrittenIsNoFaultOfTheArticle() {
    byte[] flood = article("flood");
    assertThatThrownBy(() -> articles.pipeInput("x1", flood, TIME))
        .hasStackTraceContaining("the disk is full");
    assertThat(metrics.scrape("text/plain"))
        .doesNotContain("tocsin_articles_total{outcome=\"dead-lettered\",stage=\"enrich\"} 1.0");
  }

  private static byte[] article(String text) {
    Article article =
        new Article(
            "x", null, "s", null, text, null, TIME, TIME, null, org.tocsin.contract.Lane.LIVE);
    return Topics.ARTICLES.valueSerde().serializer().serialize("t-articles", article);
  }
}
