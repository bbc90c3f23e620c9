package org.tocsin.enrich.dictionary;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.Topics;
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
  private static final Logger LOG = LoggerFactory.getLogger(DictionaryReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final String MOST_RECORDS = "5000";

  /**
   * Least time between two editions, and at least as long as the last took to build: a burst of
   * changes costs few editions, a single change is in use at once.
   */
  private static final Duration SPACING = Duration.ofMillis(100);

  private final LiveDictionary dictionary;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final String topic;
  private final Runnable whenRead;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile boolean closed;
  private volatile @Nullable Consumer<byte[], byte[]> running;
  private volatile Readiness readiness = Readiness.notYet("not started");
  private @Nullable Thread thread;
  private long nextEdition;
  private boolean readOnce;

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
    this.consumers = consumers;
    this.topic = topic;
    this.whenRead = whenRead;
  }

  private static Properties properties(Settings settings) {
    Properties properties = KafkaSettings.consumer(settings, null);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
    return properties;
  }

  @Override
  public String name() {
    return "dictionary reader";
  }

  @Override
  public synchronized void start() {
    Thread created = new Thread(this::run, "dictionary-reader");
    created.setDaemon(true);
    thread = created;
    created.start();
  }

  /** Ready once the topic was read; it stays so, because the last edition stays in use. */
  @Override
  public Readiness readiness() {
    return readiness;
  }

  private void run() {
    while (!closed) {
      try (Consumer<byte[], byte[]> reading = consumers.get()) {
        running = reading;
        read(reading);
      } catch (WakeupException e) {
        LOG.debug("The dictionary reader was asked to stop");
      } catch (RuntimeException e) {
        if (!readiness.ready()) {
          readiness = Readiness.notYet("dictionary: " + e.getMessage());
        }
        LOG.warn("The dictionary is read anew after a fault", e);
        pause();
      } finally {
        running = null;
      }
    }
  }

  private void pause() {
    try {
      closed = stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS) || closed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  private void read(Consumer<byte[], byte[]> reading) {
    List<TopicPartition> partitions = partitions(reading);
    reading.assign(partitions);
    reading.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = reading.endOffsets(partitions);
    dictionary.restart();
    Set<TopicPartition> behind = new HashSet<>(partitions);
    while (!closed) {
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
      readiness = Readiness.READY;
      whenRead.run();
    }
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> reading) {
    List<PartitionInfo> found = reading.partitionsFor(topic);
    if (found == null || found.isEmpty()) {
      throw new IllegalStateException("there is no topic " + topic);
    }
    return found.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
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
    if (started != null && started != Thread.currentThread()) {
      try {
        started.join(TimeUnit.SECONDS.toMillis(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
