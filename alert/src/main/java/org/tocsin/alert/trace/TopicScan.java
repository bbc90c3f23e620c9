package org.tocsin.alert.trace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.tocsin.contract.Topic;

/**
 * Reads topics once from their beginning to the end they had when the reading began, without a
 * group and without leaving a mark.
 */
public final class TopicScan implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String prefix;
  private final long deadline;

  /**
   * A scan.
   *
   * @param consumer properties of a consumer without a group
   * @param patience after which the scan gives up with what it has read
   */
  public TopicScan(Properties consumer, String prefix, Duration patience) {
    this.consumer = new KafkaConsumer<>(consumer);
    this.prefix = prefix;
    this.deadline = System.nanoTime() + patience.toNanos();
  }

  /** Reads all partitions; false where time ran out. */
  public boolean all(Topic<?, ?> topic, Consumer<ConsumerRecord<byte[], byte[]>> to) {
    return read(partitions(topic), to);
  }

  /** Reads the partition in which a key lies; false where time ran out. */
  public boolean of(Topic<?, ?> topic, byte[] key, Consumer<ConsumerRecord<byte[], byte[]>> to) {
    List<TopicPartition> all = partitions(topic);
    return all.isEmpty() || read(List.of(all.get(partitionOf(key, all.size()))), to);
  }

  /** The partition that Kafka's own partitioner puts a key in. */
  public static int partitionOf(byte[] key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key)) % partitions;
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
      Collection<TopicPartition> partitions, Consumer<ConsumerRecord<byte[], byte[]>> to) {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Set<TopicPartition> left = new HashSet<>(partitions);
    left.removeIf(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        to.accept(record);
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
