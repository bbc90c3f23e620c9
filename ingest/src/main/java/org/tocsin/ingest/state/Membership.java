package org.tocsin.ingest.state;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.Topics;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Settings;

/** This instance as a member of the group that shares the sources; it reads no records itself. */
final class Membership implements AutoCloseable, ConsumerRebalanceListener {
  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final String GROUP = "ingest-sources";

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final String topic;
  private final IntConsumer gained;
  private final IntConsumer lost;
  private final Thread thread = new Thread(this::run, "ingest-membership");
  private volatile @Nullable ConsumerGroupMetadata group;
  private volatile @Nullable String trouble =
      "not yet a member of the group that shares the sources";
  private volatile boolean closed;

  /**
   * A member that has not joined yet.
   *
   * @param gained told each partition that is ours from now on
   * @param lost told each partition that is not ours any more
   */
  Membership(
      String topic,
      Supplier<Consumer<byte[], byte[]>> consumers,
      IntConsumer gained,
      IntConsumer lost) {
    this.topic = topic;
    this.consumers = consumers;
    this.gained = gained;
    this.lost = lost;
    thread.setDaemon(true);
  }

  static Membership of(Settings settings, IntConsumer gained, IntConsumer lost) {
    Properties config = KafkaSettings.consumer(settings, GROUP);
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    String topic = Topics.SOURCE_STATES.in(settings.get(KafkaSettings.PREFIX));
    return new Membership(topic, () -> new KafkaConsumer<>(config), gained, lost);
  }

  void start() {
    thread.start();
  }

  /** Who we are in the group; null before we joined. */
  @Nullable ConsumerGroupMetadata group() {
    return group;
  }

  /** Why nothing is ours now; null while we are a member. */
  @Nullable String trouble() {
    return trouble;
  }

  /** Whatever is thrown: a member that is silent would keep its sources from everybody. */
  private void run() {
    while (!closed) {
      try (Consumer<byte[], byte[]> consumer = consumers.get()) {
        consumer.subscribe(List.of(topic), this);
        while (!closed) {
          consumer.pause(consumer.assignment());
          consumer.poll(POLL);
          group = consumer.groupMetadata();
          trouble = joined(group) ? null : trouble;
        }
      } catch (RuntimeException | Error e) {
        if (!closed) {
          trouble = "not a member of the group that shares the sources: " + e.getMessage();
          LOG.warn("Not a member of the group now: {}", e.toString());
          pause();
        }
      }
    }
  }

  private static boolean joined(ConsumerGroupMetadata group) {
    return group.generationId() >= 0;
  }

  private void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    partitions.forEach(partition -> gained.accept(partition.partition()));
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    partitions.forEach(partition -> lost.accept(partition.partition()));
  }

  /** Leaves the group, so that the others need not wait for our silence. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(Duration.ofSeconds(5).toMillis());
      thread.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
