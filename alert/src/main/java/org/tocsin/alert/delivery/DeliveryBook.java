package org.tocsin.alert.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.Delivery;
import org.tocsin.contract.Topics;

/**
 * How every delivery of every instance stands, as {@code deliveries} says. It remembers the last
 * {@value #MOST}, and beyond that all that are being retried: enough, because only alerts behind
 * the committed offsets are ever asked for.
 */
final class DeliveryBook implements AutoCloseable {
  static final int MOST = 200_000;

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryBook.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int PASSED_OVER = 1_000;

  private final Consumer<byte[], byte[]> consumer;
  private final String topic;
  private final LinkedHashMap<String, Delivery> known = new LinkedHashMap<>();
  private List<TopicPartition> partitions = List.of();

  DeliveryBook(Consumer<byte[], byte[]> consumer, String prefix) {
    this.consumer = consumer;
    this.topic = Topics.DELIVERIES.in(prefix);
  }

  /** Reads what has been written since the last time, up to the end as it is now. */
  synchronized void catchUp() {
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
    if (record.key() == null) {
      return;
    }
    String key = new String(record.key(), StandardCharsets.UTF_8);
    if (record.value() == null) {
      known.remove(key);
      return;
    }
    try {
      note(
          Topics.DELIVERIES
              .valueSerde()
              .deserializer()
              .deserialize(record.topic(), record.value()));
    } catch (SerializationException e) {
      LOG.warn("Delivery {} cannot be read and is taken for none: {}", key, e.getMessage());
    }
  }

  /** Notes how a delivery stands. */
  synchronized void note(Delivery delivery) {
    known.remove(delivery.key());
    known.put(delivery.key(), delivery);
    if (known.size() > MOST) {
      forgetOne();
    }
  }

  private void forgetOne() {
    int passedOver = 0;
    for (Map.Entry<String, Delivery> oldest : known.entrySet()) {
      if (oldest.getValue().ended() || passedOver++ == PASSED_OVER) {
        known.remove(oldest.getKey());
        return;
      }
    }
  }

  /** How a delivery stands; null where there has been no attempt. */
  synchronized @Nullable Delivery of(String notifier, String alert) {
    return known.get(notifier + "/" + alert);
  }

  /** The latest that pass, the newest first. */
  synchronized List<Delivery> latest(int most, Predicate<Delivery> wanted) {
    List<Delivery> found = new ArrayList<>();
    List<Delivery> all = new ArrayList<>(known.values());
    for (int i = all.size() - 1; i >= 0 && found.size() < most; i--) {
      if (wanted.test(all.get(i))) {
        found.add(all.get(i));
      }
    }
    return found;
  }

  @Override
  public synchronized void close() {
    consumer.close();
  }
}
