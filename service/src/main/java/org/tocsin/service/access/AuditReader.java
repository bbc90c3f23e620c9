package org.tocsin.service.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.AuditEntry;
import org.tocsin.contract.Json;
import org.tocsin.contract.Topics;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Settings;

/** Reads the end of the topic {@code audit}: what was changed last, over all services. */
public final class AuditReader {
  private static final Logger LOG = LoggerFactory.getLogger(AuditReader.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Settings settings;

  public AuditReader(Settings settings) {
    this.settings = settings;
  }

  /**
   * The latest entries, the newest first.
   *
   * @throws OperatorException where Kafka does not answer
   */
  public List<AuditEntry> latest(int most) {
    List<AuditEntry> entries = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(KafkaSettings.consumer(settings, null))) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions(consumer), PATIENCE);
      consumer.assign(ends.keySet());
      ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - most)));
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (behind(consumer, ends) && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> add(record, entries));
      }
    } catch (KafkaException e) {
      throw new OperatorException(
          "the audit cannot be read now: " + e.getMessage(), "Check that Kafka can be reached.", e);
    }
    entries.sort(Comparator.comparing(AuditEntry::time).reversed());
    return List.copyOf(entries.subList(0, Math.min(most, entries.size())));
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    String topic = Topics.AUDIT.in(settings.get(KafkaSettings.PREFIX));
    return consumer.partitionsFor(topic, PATIENCE).stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  private static boolean behind(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue());
  }

  private static void add(ConsumerRecord<byte[], byte[]> record, List<AuditEntry> entries) {
    try {
      entries.add(Json.read(new String(record.value(), StandardCharsets.UTF_8), AuditEntry.class));
    } catch (RuntimeException e) {
      LOG.warn(
          "{}-{}, offset {} is no entry: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
    }
  }
}
