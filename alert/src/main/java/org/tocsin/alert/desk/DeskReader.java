package org.tocsin.alert.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.contract.Topic;
import org.tocsin.service.ConsumerLoop;
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
  private static final Duration POLL = Duration.ofMillis(250);

  private final DeskView view;
  private final String prefix;
  private final int back;
  private final ConsumerLoop loop;

  /**
   * A reader.
   *
   * @param back how many records before the end of each partition it begins
   */
  public DeskReader(DeskView view, Settings settings, int back) {
    this.view = view;
    this.prefix = settings.get(KafkaSettings.PREFIX);
    this.back = back;
    Properties consumer = KafkaSettings.consumer(settings, null);
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

  private void read(Consumer<byte[], byte[]> reading, ConsumerLoop self) {
    List<TopicPartition> partitions = partitions(reading);
    reading.assign(partitions);
    Map<TopicPartition, Long> ends = reading.endOffsets(partitions);
    seek(reading, partitions, ends);
    Set<TopicPartition> behind = new HashSet<>(partitions);
    while (self.open()) {
      behind.removeIf(p -> reading.position(p) >= ends.getOrDefault(p, 0L));
      self.now(
          behind.isEmpty()
              ? Readiness.READY
              : Readiness.notYet("reading " + behind.size() + " partitions of history"));
      for (ConsumerRecord<byte[], byte[]> record : reading.poll(POLL)) {
        view.take(record);
      }
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
    loop.close();
  }
}
