package org.tocsin.alert.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.Topic;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Readiness;
import org.tocsin.service.Service;
import org.tocsin.service.Settings;

/**
 * Keeps a {@link DeskView} up to date: a consumer of committed records that assigns itself every
 * partition of the public topics. It begins as many records before the end as the view can hold,
 * whatever their event times are; compacted topics are read whole.
 */
public final class DeskReader implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(DeskReader.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final DeskView view;
  private final Properties consumer;
  private final String prefix;
  private final int back;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile boolean closed;
  private volatile @Nullable Consumer<byte[], byte[]> running;
  private volatile Readiness readiness = Readiness.notYet("not started");
  private @Nullable Thread thread;

  /**
   * A reader.
   *
   * @param back how many records before the end of each partition it begins
   */
  public DeskReader(DeskView view, Settings settings, int back) {
    this.view = view;
    this.consumer = KafkaSettings.consumer(settings, null);
    this.prefix = settings.get(KafkaSettings.PREFIX);
    this.back = back;
  }

  @Override
  public String name() {
    return "desk reader";
  }

  @Override
  public synchronized void start() {
    Thread created = new Thread(this::run, "desk-reader");
    created.setDaemon(true);
    thread = created;
    created.start();
  }

  @Override
  public Readiness readiness() {
    return readiness;
  }

  private void run() {
    while (!closed) {
      try (Consumer<byte[], byte[]> reading = new KafkaConsumer<>(consumer)) {
        running = reading;
        read(reading);
      } catch (WakeupException e) {
        LOG.debug("The desk reader was asked to stop");
      } catch (RuntimeException e) {
        readiness = Readiness.notYet("begins anew after: " + e.getMessage());
        LOG.warn("The desk reader begins anew after a fault", e);
        pause();
      } finally {
        running = null;
      }
    }
  }

  private void pause() {
    try {
      closed = stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  private void read(Consumer<byte[], byte[]> reading) {
    List<TopicPartition> partitions = partitions(reading);
    reading.assign(partitions);
    Map<TopicPartition, Long> ends = reading.endOffsets(partitions);
    seek(reading, partitions, ends);
    Set<TopicPartition> behind = new HashSet<>(partitions);
    while (!closed) {
      behind.removeIf(p -> reading.position(p) >= ends.getOrDefault(p, 0L));
      readiness =
          behind.isEmpty()
              ? Readiness.READY
              : Readiness.notYet("reading " + behind.size() + " partitions of history");
      for (ConsumerRecord<byte[], byte[]> record : reading.poll(POLL)) {
        view.take(record);
      }
    }
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> reading) {
    List<TopicPartition> found = new ArrayList<>();
    for (Topic<?, ?> topic : DeskView.topics()) {
      List<PartitionInfo> infos = reading.partitionsFor(topic.in(prefix));
      if (infos == null || infos.isEmpty()) {
        throw new IllegalStateException("there is no topic " + topic.in(prefix));
      }
      infos.forEach(info -> found.add(new TopicPartition(info.topic(), info.partition())));
    }
    return found;
  }

  private void seek(
      Consumer<byte[], byte[]> reading,
      List<TopicPartition> partitions,
      Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> beginnings = reading.beginningOffsets(partitions);
    for (TopicPartition partition : partitions) {
      long beginning = beginnings.getOrDefault(partition, 0L);
      boolean whole = partition.topic().equals(org.tocsin.contract.Topics.WATCHES.in(prefix));
      long from = whole ? beginning : Math.max(beginning, ends.getOrDefault(partition, 0L) - back);
      reading.seek(partition, from);
      view.startAt(partition, from);
    }
  }

  @Override
  public void close() {
    Thread started;
    synchronized (this) {
      closed = true;
      stop.countDown();
      started = thread;
    }
    Consumer<byte[], byte[]> reading = running;
    if (reading != null) {
      reading.wakeup();
    }
    if (started != null) {
      try {
        started.join(TimeUnit.SECONDS.toMillis(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
