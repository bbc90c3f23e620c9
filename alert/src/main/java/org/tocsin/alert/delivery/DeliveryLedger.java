package org.tocsin.alert.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Which alerts a notifier has delivered already, on whatever instance: read from {@code
 * deliveries}, of which only the keys matter. It remembers the last {@value #MOST}.
 */
final class DeliveryLedger implements AutoCloseable {
  static final int MOST = 200_000;

  private static final Duration POLL = Duration.ofMillis(100);

  private final Consumer<byte[], byte[]> consumer;
  private final String topic;
  private final String notifier;
  private final LinkedHashSet<String> delivered = new LinkedHashSet<>();
  private List<TopicPartition> partitions = List.of();

  DeliveryLedger(Consumer<byte[], byte[]> consumer, String topic, String notifier) {
    this.consumer = consumer;
    this.topic = topic;
    this.notifier = notifier;
  }

  /** Reads what has been written since the last time, up to the end as it is now. */
  void catchUp() {
    if (partitions.isEmpty()) {
      List<TopicPartition> found = new ArrayList<>();
      consumer
          .partitionsFor(topic)
          .forEach(p -> found.add(new TopicPartition(topic, p.partition())));
      consumer.assign(found);
      consumer.seekToBeginning(found);
      partitions = List.copyOf(found);
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Set<TopicPartition> left = new HashSet<>(partitions);
    left.removeIf(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
    while (!left.isEmpty()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        take(record);
      }
      left.removeIf(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null || record.value() == null) {
      return;
    }
    String key = new String(record.key(), StandardCharsets.UTF_8);
    if (key.startsWith(notifier + "/")) {
      note(key.substring(notifier.length() + 1));
    }
  }

  String notifier() {
    return notifier;
  }

  boolean has(String alert) {
    return delivered.contains(alert);
  }

  void note(String alert) {
    delivered.add(alert);
    if (delivered.size() > MOST) {
      delivered.remove(delivered.iterator().next());
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
