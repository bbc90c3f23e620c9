package org.tocsin.ingest.publish;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tocsin.ingest.parse.Limits;
import org.tocsin.service.Metrics;

/** A publisher over Kafka's own in-memory producer, with the meters it counts in. */
public final class RecordingKafka implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");

  public final MockProducer<byte[], byte[]> producer;
  public final Metrics metrics = new Metrics("ingest");
  public final ArticlePublisher publisher;

  public RecordingKafka(boolean answersAtOnce, long inFlightBytes) {
    producer =
        new MockProducer<>(
            answersAtOnce, null, new ByteArraySerializer(), new ByteArraySerializer());
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    publisher = new ArticlePublisher(producer, "t-", Limits.DEFAULT, inFlightBytes, metrics, clock);
  }

  public static RecordingKafka answering() {
    return new RecordingKafka(true, 64 << 20);
  }

  /** Keys of the records in one topic, in order. */
  public List<String> keys(String topic) {
    return records(topic).stream().map(r -> new String(r.key(), StandardCharsets.UTF_8)).toList();
  }

  public List<ProducerRecord<byte[], byte[]>> records(String topic) {
    return producer.history().stream().filter(r -> r.topic().equals("t-" + topic)).toList();
  }

  public double count(String outcome) {
    return metrics.registry().get("tocsin.articles").tag("outcome", outcome).counter().count();
  }

  public double received() {
    return metrics.registry().get("tocsin.articles.received").counter().count();
  }

  @Override
  public void close() {
    publisher.close();
    metrics.close();
  }
}
