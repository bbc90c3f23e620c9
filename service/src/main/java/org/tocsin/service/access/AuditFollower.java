package org.tocsin.service.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.AuditEntry;
import org.tocsin.contract.Topics;
import org.tocsin.service.ConsumerLoop;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Readiness;
import org.tocsin.service.Settings;

/** Reads the topic {@code audit} from some time ago on, in every process for itself. */
final class AuditFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AuditFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final String topic;
  private final Duration back;
  private final Consumer<AuditEntry> taker;
  private final ConsumerLoop loop;

  AuditFollower(Settings settings, Duration back, Consumer<AuditEntry> taker) {
    this.topic = Topics.AUDIT.in(settings.get(KafkaSettings.PREFIX));
    this.back = back;
    this.taker = taker;
    this.loop =
        new ConsumerLoop(
            "audit reader",
            () -> new KafkaConsumer<>(KafkaSettings.consumer(settings, null)),
            this::read);
  }

  void start() {
    loop.start();
  }

  private void read(
      org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> reading, ConsumerLoop self) {
    List<TopicPartition> partitions = ConsumerLoop.partitions(reading, topic);
    reading.assign(partitions);
    seek(reading, partitions);
    self.now(Readiness.READY);
    while (self.open()) {
      reading.poll(POLL).forEach(this::take);
    }
  }

  private void seek(
      org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> reading,
      List<TopicPartition> partitions) {
    long from = System.currentTimeMillis() - back.toMillis();
    Map<TopicPartition, Long> wanted =
        partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> from));
    Map<TopicPartition, OffsetAndTimestamp> found = reading.offsetsForTimes(wanted);
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp offset = found.get(partition);
      if (offset == null) {
        reading.seekToEnd(List.of(partition));
      } else {
        reading.seek(partition, offset.offset());
      }
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    try {
      AuditEntry entry =
          Topics.AUDIT.valueSerde().deserializer().deserialize(topic, record.value());
      if (entry != null) {
        taker.accept(entry);
      }
    } catch (SerializationException | IllegalArgumentException e) {
      LOG.debug("{}@{} is no entry", record.partition(), record.offset(), e);
    }
  }

  @Override
  public void close() {
    loop.close();
  }
}
