package org.tocsin.alert.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.Delivery;
import org.tocsin.contract.Topics;

/**
 * How every delivery of every instance stands, as {@code deliveries} says. Reading the topic has a
 * lock of its own, so that whoever asks never waits for Kafka.
 */
final class DeliveryBook implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryBook.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Consumer<byte[], byte[]> consumer;
  private final String topic;
  private final Duration patience;
  private final ReentrantLock reading = new ReentrantLock();
  private final DeliveryMemory known = new DeliveryMemory(DeliveryMemory.MOST);
  private List<TopicPartition> partitions = List.of();
  private volatile boolean closed;

  DeliveryBook(Consumer<byte[], byte[]> consumer, String prefix) {
    this(consumer, prefix, PATIENCE);
  }

  /**
   * A book.
   *
   * @param patience with a Kafka that gives nothing
   */
  DeliveryBook(Consumer<byte[], byte[]> consumer, String prefix, Duration patience) {
    this.consumer = consumer;
    this.topic = Topics.DELIVERIES.in(prefix);
    this.patience = patience;
  }

  /**
   * Reads what has been written since the last time, up to the end as it is now.
   *
   * @throws IllegalStateException where Kafka gives nothing for a while
   * @throws WakeupException where the book is closed meanwhile
   */
  void catchUp() {
    reading.lock();
    try {
      refuseClosed();
      assign();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Set<TopicPartition> left = new HashSet<>(partitions);
      long deadline = System.nanoTime() + patience.toNanos();
      for (leaveOut(left, ends); !left.isEmpty(); leaveOut(left, ends)) {
        refuseClosed();
        if (deadline - System.nanoTime() < 0) {
          throw new IllegalStateException("Kafka does not give the rest of " + topic);
        }
        var records = consumer.poll(POLL);
        records.forEach(this::take);
        if (!records.isEmpty()) {
          deadline = System.nanoTime() + patience.toNanos();
        }
      }
    } finally {
      reading.unlock();
    }
  }

  private void refuseClosed() {
    if (closed) {
      throw new WakeupException();
    }
  }

  private void assign() {
    if (partitions.isEmpty()) {
      List<TopicPartition> found = new ArrayList<>();
      consumer
          .partitionsFor(topic)
          .forEach(p -> found.add(new TopicPartition(topic, p.partition())));
      consumer.assign(found);
      consumer.seekToBeginning(found);
      partitions = List.copyOf(found);
    }
  }

  private void leaveOut(Set<TopicPartition> left, Map<TopicPartition, Long> ends) {
    left.removeIf(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      return;
    }
    String key = new String(record.key(), StandardCharsets.UTF_8);
    if (record.value() == null) {
      known.forget(key);
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
  void note(Delivery delivery) {
    known.note(delivery);
  }

  /** How the delivery of a {@link Delivery#notice} stands; null where there was no attempt. */
  @Nullable Delivery of(String notifier, String notice) {
    return known.of(notifier + "/" + notice);
  }

  /** The latest that pass, the newest first. */
  List<Delivery> latest(int most, Predicate<Delivery> wanted) {
    return known.latest(most, wanted);
  }

  /** Breaks off a reading that is under way. */
  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    reading.lock();
    try {
      consumer.close();
    } finally {
      reading.unlock();
    }
  }
}
