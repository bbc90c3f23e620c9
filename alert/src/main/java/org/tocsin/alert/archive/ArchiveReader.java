package org.tocsin.alert.archive;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Topics;
import org.tocsin.service.ConsumerLoop;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Readiness;
import org.tocsin.service.Service;
import org.tocsin.service.Settings;

/**
 * Fills a {@link StatementArchive} from all partitions of the topic of statements, from where it
 * stopped last. Nothing waits for it: what it has not read yet is not tried on. Where Kafka no
 * longer has, or does not yet have, what the archive has read, it begins anew.
 */
public final class ArchiveReader implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveReader.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final StatementArchive archive;
  private final Commits commits;
  private final String topic;
  private final ConsumerLoop loop;

  public ArchiveReader(StatementArchive archive, Settings settings) {
    this.archive = archive;
    this.commits = new Commits(archive::commit);
    this.topic = Topics.STATEMENTS.in(settings.get(KafkaSettings.PREFIX));
    Properties consumer = KafkaSettings.consumer(settings, null);
    this.loop = new ConsumerLoop("archive reader", () -> new KafkaConsumer<>(consumer), this::read);
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
    return Readiness.READY;
  }

  private void read(Consumer<byte[], byte[]> reading, ConsumerLoop self) throws IOException {
    archive.heal();
    List<TopicPartition> partitions = ConsumerLoop.partitions(reading, topic);
    reading.assign(partitions);
    seek(reading, partitions);
    while (self.open()) {
      for (ConsumerRecord<byte[], byte[]> record : reading.poll(POLL)) {
        take(record);
        commits.take();
      }
      commits.now();
    }
  }

  private void seek(Consumer<byte[], byte[]> reading, List<TopicPartition> partitions)
      throws IOException {
    Map<TopicPartition, Long> ends = reading.endOffsets(partitions);
    if (partitions.stream().anyMatch(p -> archive.next(p.partition()) > ends.getOrDefault(p, 0L))) {
      LOG.warn("The archive of statements has read what {} does not have; it begins anew", topic);
      archive.clear();
    }
    Map<TopicPartition, Long> beginnings = reading.beginningOffsets(partitions);
    for (TopicPartition partition : partitions) {
      long beginning = beginnings.getOrDefault(partition, 0L);
      reading.seek(partition, Math.max(beginning, archive.next(partition.partition())));
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    try {
      Sighting sighting =
          Topics.STATEMENTS.valueSerde().deserializer().deserialize(topic, record.value());
      if (sighting != null) {
        archive.take(record.partition(), record.offset(), sighting);
      }
    } catch (SerializationException | IllegalArgumentException e) {
      LOG.debug("The archive passes over {}@{}", record.partition(), record.offset(), e);
    }
  }

  /** Stops, and writes down what was read. */
  @Override
  public void close() {
    loop.close();
    commits.end();
  }
}
