package org.tocsin.alert.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.tocsin.contract.Topic;

/**
 * Reads topics once to the end they had when the reading began, without a group and without leaving
 * a mark.
 */
public final class TopicScan implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
  private final String prefix;
  private final long deadline;

  /**
   * A scan.
   *
   * @param consumer properties of a consumer without a group
   * @param patience after which the scan gives up with what it has read
   */
  public TopicScan(Properties consumer, String prefix, Duration patience) {
    this(new KafkaConsumer<>(consumer), prefix, patience);
  }

  TopicScan(
      org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
      String prefix,
      Duration patience) {
    this.consumer = consumer;
    this.prefix = prefix;
    this.deadline = System.nanoTime() + patience.toNanos();
  }

  /** Reads all partitions; false where time ran out. */
  public boolean all(Topic<?, ?> topic, Consumer<ConsumerRecord<byte[], byte[]>> to) {
    return fromBeginning(partitions(topic), to);
  }

  /** Reads the partition in which a key lies; false where time ran out. */
  public boolean of(Topic<?, ?> topic, byte[] key, Consumer<ConsumerRecord<byte[], byte[]>> to) {
    return fromBeginning(partition(topic, key), to);
  }

  private boolean fromBeginning(
      List<TopicPartition> partitions, Consumer<ConsumerRecord<byte[], byte[]>> to) {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return read(
        partitions,
        record -> {
          to.accept(record);
          return true;
        });
  }

  /**
   * Reads the partition in which a key lies from where the first record of a time or a later one
   * lies: one of just that time is not passed over, however late others came.
   *
   * @param to says whether to read on
   */
  public void since(
      Instant time, Topic<?, ?> topic, byte[] key, Predicate<ConsumerRecord<byte[], byte[]>> to) {
    List<TopicPartition> partitions = partition(topic, key);
    consumer.assign(partitions);
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp first =
          consumer
              .offsetsForTimes(Map.of(partition, Math.max(0, time.toEpochMilli())), left())
              .get(partition);
      if (first == null) {
        return;
      }
      consumer.seek(partition, first.offset());
    }
    read(partitions, to);
  }

  private Duration left() {
    return Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
  }

  /** The partition that Kafka's own partitioner puts a key in. */
  public static int partitionOf(byte[] key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key)) % partitions;
  }

  private List<TopicPartition> partition(Topic<?, ?> topic, byte[] key) {
    List<TopicPartition> all = partitions(topic);
    return all.isEmpty() ? all : List.of(all.get(partitionOf(key, all.size())));
  }

  private List<TopicPartition> partitions(Topic<?, ?> topic) {
    String name = topic.in(prefix);
    List<TopicPartition> found = new ArrayList<>();
    for (PartitionInfo info : consumer.partitionsFor(name)) {
      found.add(new TopicPartition(name, info.partition()));
    }
    found.sort((a, b) -> Integer.compare(a.partition(), b.partition()));
    return found;
  }

  private boolean read(
      Collection<TopicPartition> partitions, Predicate<ConsumerRecord<byte[], byte[]>> to) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Set<TopicPartition> left = new HashSet<>(partitions);
    left.removeIf(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (!to.test(record)) {
          return true;
        }
      }
      left.removeIf(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
    }
    return left.isEmpty();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
