package org.tocsin.service.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.AuditEntry;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Json;
import org.tocsin.contract.Topics;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Settings;

/** The trail in the topic {@code audit}. What Kafka does not take is counted and logged instead. */
public final class KafkaAuditTrail implements AuditTrail {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaAuditTrail.class);
  private static final int PATIENCE_MILLIS = 2_000;

  private final Settings settings;
  private final Counter lost;
  private final List<AuditFollower> followers = new ArrayList<>();
  private @Nullable Producer<byte[], byte[]> producer;
  private boolean closed;

  /** A trail that connects when there is something to write. */
  public KafkaAuditTrail(Settings settings, MeterRegistry registry) {
    this.settings = settings;
    this.lost =
        Counter.builder("tocsin.audit.lost")
            .description("Changes that could not be written to the topic audit; the log has them.")
            .register(registry);
  }

  @Override
  public void write(AuditEntry entry) {
    RecordHeaders headers = new RecordHeaders();
    Headers.into(headers)
        .describe(AuditEntry.class, UUID.randomUUID().toString(), entry.service(), entry.time());
    byte[] key = entry.who().getBytes(StandardCharsets.UTF_8);
    byte[] value = Json.write(entry).getBytes(StandardCharsets.UTF_8);
    String topic = Topics.AUDIT.in(settings.get(KafkaSettings.PREFIX));
    try {
      Future<RecordMetadata> unused =
          producer()
              .send(
                  new ProducerRecord<>(topic, null, null, key, value, headers),
                  (metadata, fault) -> {
                    if (fault != null) {
                      lose(entry, fault);
                    }
                  });
    } catch (KafkaException | IllegalStateException e) {
      lose(entry, e);
    }
  }

  private void lose(AuditEntry entry, Exception fault) {
    lost.increment();
    LOG.warn("Not in the topic audit ({}): {}", fault.getMessage(), entry);
  }

  private synchronized Producer<byte[], byte[]> producer() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    Producer<byte[], byte[]> known = producer;
    if (known == null) {
      Properties properties = KafkaSettings.producer(settings);
      properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
      known = new KafkaProducer<>(properties);
      producer = known;
    }
    return known;
  }

  @Override
  public synchronized void follow(Duration back, Consumer<AuditEntry> taker) {
    AuditFollower follower = new AuditFollower(settings, back, taker);
    followers.add(follower);
    follower.start();
  }

  @Override
  public synchronized void close() {
    closed = true;
    followers.forEach(AuditFollower::close);
    if (producer != null) {
      producer.close(Duration.ofMillis(PATIENCE_MILLIS));
    }
  }
}
