package org.tocsin.alert.watch;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Json;
import org.tocsin.contract.Topics;
import org.tocsin.contract.Watch;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Settings;

/** Writes watches to their topic and waits until all its replicas have them. */
public final class KafkaWatchWriter implements WatchWriter {
  private static final int PATIENCE_SECONDS = 15;

  private final Producer<byte[], byte[]> producer;
  private final String topic;

  public KafkaWatchWriter(Settings settings) {
    Properties properties = KafkaSettings.producer(settings);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_SECONDS * 1_000);
    producer = new KafkaProducer<>(properties);
    topic = Topics.WATCHES.in(settings.get(KafkaSettings.PREFIX));
  }

  @Override
  public void put(Watch watch) {
    RecordHeaders headers = new RecordHeaders();
    Headers.into(headers)
        .describe(Watch.class, watch.id() + "/" + watch.version(), "alert", watch.updated());
    send(watch.id(), Json.write(watch).getBytes(StandardCharsets.UTF_8), headers);
  }

  @Override
  public void remove(String id) {
    send(id, null, new RecordHeaders());
  }

  @SuppressWarnings("NullAway") // A null value is Kafka's tombstone.
  private void send(String id, byte @Nullable [] value, RecordHeaders headers) {
    byte[] key = id.getBytes(StandardCharsets.UTF_8);
    try {
      producer
          .send(new ProducerRecord<>(topic, null, null, key, value, headers))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing a watch", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new OperatorException(
          "the watch '" + id + "' could not be written to " + topic,
          "Check that Kafka can be reached and the topic exists.",
          e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
