package org.tocsin.alert.desk;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alert.archive.Commits;
import org.tocsin.contract.Topic;
import org.tocsin.service.ConsumerLoop;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Readiness;
import org.tocsin.service.Service;
import org.tocsin.service.Settings;

/**
 * Keeps a {@link DeskView} up to date: a consumer of committed records that assigns itself every
 * partition of the public topics. It begins as many records before the end as the view can hold,
 * whatever their event times are; compacted topics are read whole, alerts and their states from
 * where the archive stopped.
 */
public final class DeskReader implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(DeskReader.class);
  private static final Duration POLL = Duration.ofMillis(250);

  private final DeskView view;
  private final Commits commits;
  private final String prefix;
  private final int back;
  private final ConsumerLoop loop;
  private final AtomicLong taken = new AtomicLong();
  private volatile long lag;
  private volatile long age;

  /**
   * A reader.
   *
   * @param back how many records before the end of each partition it begins
   */
  public DeskReader(DeskView view, Settings settings, int back) {
    this.view = view;
    this.commits = new Commits(view::commit);
    this.prefix = settings.get(KafkaSettings.PREFIX);
    this.back = back;
    Properties consumer = KafkaSettings.consumer(settings, null);
    view.complete(false);
    this.loop = new ConsumerLoop("desk reader", () -> new KafkaConsumer<>(consumer), this::read);
  }

  @Override
  public String name() {
    return loop.name();
  }

  @Override
  public void start() {
    loop.start();
  }

  @Override
  public Readiness readiness() {
    return loop.readiness();
  }

  /** Records that it has yet to read. */
  public long lag() {
    return lag;
  }

  /** Records that it has read since it began. */
  public long taken() {
    return taken.get();
  }

  /** How old the record was that it read last, in seconds; 0 where no other waits. */
  public double behind() {
    return lag == 0 ? 0 : Math.max(0, age / 1e3);
  }

  private void read(Consumer<byte[], byte[]> reading, ConsumerLoop self) throws IOException {
    view.alerts().heal();
    List<TopicPartition> partitions = partitions(reading);
    reading.assign(partitions);
    Map<TopicPartition, Long> ends = reading.endOffsets(partitions);
    seek(reading, partitions, ends);
    Set<TopicPartition> behind = new HashSet<>(partitions);
    while (self.open()) {
      behind.removeIf(p -> reading.position(p) >= ends.getOrDefault(p, 0L));
      if (behind.isEmpty()) {
        view.complete(true);
      }
      self.now(
          behind.isEmpty()
              ? Readiness.READY
              : Readiness.notYet("reading " + behind.size() + " partitions of history"));
      for (ConsumerRecord<byte[], byte[]> record : reading.poll(POLL)) {
        view.take(record);
        commits.take();
        taken.incrementAndGet();
        age = System.currentTimeMillis() - record.timestamp();
      }
      lag = partitions.stream().mapToLong(p -> reading.currentLag(p).orElse(0)).sum();
      commits.now();
    }
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> reading) {
    List<TopicPartition> found = new ArrayList<>();
    for (Topic<?, ?> topic : DeskView.topics()) {
      found.addAll(ConsumerLoop.partitions(reading, topic.in(prefix)));
    }
    return found;
  }

  private void seek(
      Consumer<byte[], byte[]> reading,
      List<TopicPartition> partitions,
      Map<TopicPartition, Long> ends)
      throws IOException {
    if (partitions.stream().anyMatch(p -> view.outran(p, ends.getOrDefault(p, 0L)))) {
      LOG.warn("The archive of alerts has read what Kafka does not have; it begins anew");
      view.forgetAlerts();
    }
    Map<TopicPartition, Long> beginnings = reading.beginningOffsets(partitions);
    for (TopicPartition partition : partitions) {
      long beginning = beginnings.getOrDefault(partition, 0L);
      long end = ends.getOrDefault(partition, 0L);
      long recent = Math.max(beginning, end - back);
      long from = view.from(partition, beginning, recent);
      reading.seek(partition, from);
      view.startAt(partition, from, end);
    }
  }

  /** Stops, and writes down what was read. */
  @Override
  public void close() {
    loop.close();
    commits.end();
  }
}
