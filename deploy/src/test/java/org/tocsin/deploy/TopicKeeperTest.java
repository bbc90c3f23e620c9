package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.contract.Topic;
import org.tocsin.contract.Topics;
import org.tocsin.deploy.broker.EmbeddedBroker;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Settings;

/** The topics on a real broker; the broker is lost in the last of these tests. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TopicKeeperTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir static Path folder;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start(folder, Ports.one());
  }

  @AfterAll
  static void close() {
    broker.close();
  }

  private static Settings settings(String prefix) {
    return Settings.of(
        Map.of("kafka.bootstrap.servers", broker.bootstrapServers(), "topics.prefix", prefix));
  }

  @Test
  @Order(1)
  void everyTopicTakesWhatIsDatedAhead() throws Exception {
    Settings settings = settings("ahead-");
    try (TopicKeeper topics = TopicKeeper.connect(settings)) {
      topics.ensure();
    }
    long ahead = Instant.now().plus(Duration.ofHours(23)).toEpochMilli();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(KafkaSettings.producer(settings))) {
      for (Topic<?, ?> topic : Topics.all()) {
        byte[] any = "{}".getBytes(StandardCharsets.UTF_8);
        var sent = producer.send(new ProducerRecord<>(topic.in("ahead-"), null, ahead, any, any));
        assertThat(sent.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).topic()).contains(topic.name());
      }
    }
  }

  @Test
  @Order(2)
  void givesTopicsOfAnEarlierVersionWhatTheyNeed() throws Exception {
    Settings settings = settings("former-");
    try (Admin admin = Admin.create(KafkaSettings.client(settings))) {
      int partitions = settings.get(KafkaSettings.PARTITIONS);
      NewTopic former = new NewTopic(Topics.STORIES.in("former-"), partitions, (short) 1);
      admin.createTopics(List.of(former)).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    try (TopicKeeper topics = TopicKeeper.connect(settings)) {
      assertThatThrownBy(topics::ensure)
          .isInstanceOf(OperatorException.class)
          .hasMessageContaining("former-stories has cleanup.policy = delete, it must be compact");
      topics.align();
      topics.ensure();
      assertThat(topics.faults()).isEmpty();
    }
  }

  @Test
  @Order(3)
  void aBrokerThatGivesUpHasFailed() {
    assertThat(broker.readiness().ready()).isTrue();
    assertThatThrownBy(() -> Exit.halt(1, "no space left")).hasMessageContaining("no space left");
    assertThat(broker.readiness().failed()).isTrue();
  }
}
