package org.tocsin.alert.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;
import org.tocsin.contract.AlertState;
import org.tocsin.contract.Json;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Topic;
import org.tocsin.contract.Topics;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Settings;

/**
 * Topics of our own on a running broker, such as the one of {@code deploy/tocsin up}, with records
 * as the pipeline writes them.
 */
final class Cluster implements StoreNews.Sink, AutoCloseable {
  private static final int PARTITIONS = 6;

  private final Settings settings;
  private final List<String> topics;
  private final Producer<byte[], byte[]> producer;
  private final AtomicLong bytes = new AtomicLong();

  Cluster(String servers) throws ExecutionException, InterruptedException {
    String prefix = "benchmark-" + System.currentTimeMillis() + "-";
    settings =
        Settings.of(
            Map.of(
                KafkaSettings.BOOTSTRAP_SERVERS.key(), servers, KafkaSettings.PREFIX.key(), prefix));
    topics = Topics.all().stream().map(topic -> topic.in(prefix)).toList();
    try (Admin admin = Admin.create(KafkaSettings.client(settings))) {
      admin
          .createTopics(
              topics.stream()
                  .map(name -> new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()))
                  .toList())
          .all()
          .get();
    }
    producer =
        new KafkaProducer<>(
            KafkaSettings.producer(settings),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  Settings settings() {
    return settings;
  }

  /** Bytes of the values that were written. */
  long bytes() {
    return bytes.get();
  }

  @Override
  public void statement(Sighting sighting) {
    send(Topics.STATEMENTS, null, sighting.statement().originalId(), sighting);
  }

  /** All alerts of a watch go to one partition. */
  @Override
  public void alert(Alert alert) {
    int partition = Math.floorMod(alert.watch().id().hashCode(), PARTITIONS);
    send(Topics.ALERTS, partition, alert.id(), alert);
  }

  @Override
  public void state(AlertState state) {
    send(Topics.ALERT_STATES, null, state.alert(), state);
  }

  private void send(
      Topic<?, ?> topic, @Nullable Integer partition, String key, Object value) {
    byte[] record = Json.write(value).getBytes(StandardCharsets.UTF_8);
    bytes.addAndGet(record.length);
    var unused =
        producer.send(
            new ProducerRecord<>(
                topic.in(settings.get(KafkaSettings.PREFIX)),
                partition,
                key.getBytes(StandardCharsets.UTF_8),
                record));
  }

  /** Waits until all that was sent is there. */
  void flush() {
    producer.flush();
  }

  /** Takes the topics away again. */
  @Override
  public void close() {
    producer.close();
    try (Admin admin = Admin.create(KafkaSettings.client(settings))) {
      admin.deleteTopics(topics);
    }
  }
}
