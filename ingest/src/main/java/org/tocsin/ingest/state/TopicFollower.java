package org.tocsin.ingest.state;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.Topic;
import org.tocsin.service.ConsumerLoop;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Settings;

/** Reads a topic from its begin on and for ever, and knows when it has read all there is. */
final class TopicFollower<V> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(100);

  private final Topic<String, V> values;
  private final String topic;
  private final Reader<V> reader;
  private final ConcurrentLinkedQueue<End> asked = new ConcurrentLinkedQueue<>();
  private final List<End> awaited = new ArrayList<>();
  private final ConsumerLoop loop;

  /**
   * A follower that has not begun.
   *
   * @param reader told each value, on one thread; a record that cannot be read is left out
   */
  TopicFollower(Settings settings, Topic<String, V> values, Reader<V> reader) {
    Properties config = KafkaSettings.consumer(settings, null);
    this.values = values;
    this.topic = values.in(settings.get(KafkaSettings.PREFIX));
    this.reader = reader;
    this.loop =
        new ConsumerLoop(
            "reader of " + values.name(), () -> new KafkaConsumer<>(config), this::follow);
  }

  void start() {
    loop.start();
  }

  /** Done when everything is read that the partition holds by now. */
  CompletableFuture<Void> upToDate(int partition) {
    End end = new End(new TopicPartition(topic, partition));
    asked.add(end);
    return end.reached;
  }

  private void follow(Consumer<byte[], byte[]> consumer, ConsumerLoop self) {
    List<TopicPartition> partitions = ConsumerLoop.partitions(consumer, topic);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    while (self.open()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        take(record);
      }
      for (End end = asked.poll(); end != null; end = asked.poll()) {
        awaited.add(end);
      }
      awaited.removeIf(end -> end.reached(consumer));
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    try {
      V value = values.valueSerde().deserializer().deserialize(topic, record.value());
      if (value != null) {
        reader.take(value);
      }
    } catch (SerializationException e) {
      LOG.warn(
          "A record of {} cannot be read, offset {}: {}", topic, record.offset(), e.toString());
    }
  }

  @Override
  public void close() {
    loop.close();
  }

  /** Told each value. */
  @FunctionalInterface
  interface Reader<V> {
    void take(V value);
  }

  /** Somebody waits for the end of a partition as it is when the book looks at it. */
  private static final class End {
    private final TopicPartition partition;
    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private @Nullable Long offset;

    End(TopicPartition partition) {
      this.partition = partition;
    }

    @SuppressWarnings("NullAway") // Void has no other value.
    boolean reached(Consumer<?, ?> consumer) {
      Long wanted = offset;
      if (wanted == null) {
        wanted = consumer.endOffsets(List.of(partition)).get(partition);
        offset = wanted;
      }
      boolean there = wanted != null && consumer.position(partition) >= wanted;
      if (there) {
        reached.complete(null);
      }
      return there;
    }
  }
}
