package org.tocsin.enrich.dictionary;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.contract.Topics;
import org.tocsin.service.ConsumerLoop;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Readiness;
import org.tocsin.service.Service;
import org.tocsin.service.Settings;

/**
 * Reads all of {@code dictionary-entries}, whatever other instances there are: first up to where
 * the topic ends, then whatever comes. A fault makes it read the topic anew, with what is in use
 * left in use.
 */
public final class DictionaryReader implements Service {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final String MOST_RECORDS = "5000";

  /**
   * Least time between two editions, and at least as long as the last took to build: a burst of
   * changes costs few editions, a single change is in use at once.
   */
  private static final Duration SPACING = Duration.ofMillis(100);

  private final LiveDictionary dictionary;
  private final String topic;
  private final Runnable whenRead;
  private final ConsumerLoop loop;
  private long nextEdition;
  private volatile boolean readOnce;

  /**
   * A reader.
   *
   * @param whenRead called once, when all that was in the topic at the start is in use
   */
  public DictionaryReader(LiveDictionary dictionary, Settings settings, Runnable whenRead) {
    this(
        dictionary,
        () -> new KafkaConsumer<>(properties(settings)),
        Topics.DICTIONARY_ENTRIES.in(settings.get(KafkaSettings.PREFIX)),
        whenRead);
  }

  DictionaryReader(
      LiveDictionary dictionary,
      Supplier<Consumer<byte[], byte[]>> consumers,
      String topic,
      Runnable whenRead) {
    this.dictionary = dictionary;
    this.topic = topic;
    this.whenRead = whenRead;
    this.loop = new ConsumerLoop("dictionary reader", consumers, this::read);
  }

  private static Properties properties(Settings settings) {
    Properties properties = KafkaSettings.consumer(settings, null);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
    return properties;
  }

  @Override
  public String name() {
    return loop.name();
  }

  @Override
  public void start() {
    loop.start();
  }

  /** Ready once the topic was read; it stays so, because the last edition stays in use. */
  @Override
  public Readiness readiness() {
    return readOnce ? Readiness.READY : loop.readiness();
  }

  private void read(Consumer<byte[], byte[]> reading, ConsumerLoop self) {
    List<TopicPartition> partitions = ConsumerLoop.partitions(reading, topic);
    reading.assign(partitions);
    reading.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = reading.endOffsets(partitions);
    dictionary.restart();
    Set<TopicPartition> behind = new HashSet<>(partitions);
    while (self.open()) {
      behind.removeIf(p -> reading.position(p) >= ends.getOrDefault(p, 0L));
      if (behind.isEmpty()) {
        publish();
      }
      Duration wait = behind.isEmpty() && dictionary.changed() ? SPACING : POLL;
      for (ConsumerRecord<byte[], byte[]> record : reading.poll(wait)) {
        dictionary.take(record.partition(), record.offset(), record.key(), record.value());
      }
    }
  }

  private void publish() {
    long now = System.nanoTime();
    if (!dictionary.changed() || (readOnce && now - nextEdition < 0)) {
      return;
    }
    dictionary.publish();
    long done = System.nanoTime();
    nextEdition = done + Math.max(SPACING.toNanos(), done - now);
    if (!readOnce) {
      readOnce = true;
      whenRead.run();
    }
  }

  @Override
  public void close() {
    loop.close();
  }
}
