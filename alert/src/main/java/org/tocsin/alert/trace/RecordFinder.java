package org.tocsin.alert.trace;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.Topic;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Settings;

/**
 * Fetches single records: at once where their place is known, otherwise by reading the partition of
 * their key, from their time on, for so long as patience lasts; few do that at one time, the others
 * go without.
 */
public final class RecordFinder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RecordFinder.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final long SEEK_NANOS = PATIENCE.toNanos();
  private static final Duration SCAN_PATIENCE = Duration.ofSeconds(3);
  private static final int SCANS_AT_ONCE = 4;

  private final Supplier<Consumer<byte[], byte[]>> reading;
  private final Supplier<Consumer<byte[], byte[]>> seeking;
  private final String prefix;
  private final Semaphore scans = new Semaphore(SCANS_AT_ONCE);
  private final Map<String, Reader> readers = new ConcurrentHashMap<>();

  public RecordFinder(Settings settings) {
    Properties consumer = KafkaSettings.consumer(settings, null);
    Properties direct = KafkaSettings.consumer(settings, null);
    // What is fetched ahead behind a topic's last record would hold up the next question.
    direct.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "10");
    direct.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1");
    this.reading = () -> new KafkaConsumer<>(consumer);
    this.seeking = () -> new KafkaConsumer<>(direct);
    this.prefix = settings.get(KafkaSettings.PREFIX);
  }

  /** For tests: on other consumers than Kafka's own. */
  RecordFinder(
      Supplier<Consumer<byte[], byte[]>> reading,
      Supplier<Consumer<byte[], byte[]>> seeking,
      String prefix) {
    this.reading = reading;
    this.seeking = seeking;
    this.prefix = prefix;
  }

  /**
   * A value of a key.
   *
   * @param place of the latest, where that is known
   * @param since time of a record of that key, or an earlier one
   * @param which of those records, where the place is not known
   */
  public <V> Optional<V> find(
      Topic<?, V> topic, String key, Trace.@Nullable Place place, Instant since, Which which) {
    Optional<ConsumerRecord<byte[], byte[]>> record =
        place == null ? Optional.empty() : at(topic, place).filter(r -> keyed(r, key));
    return record.or(() -> scan(topic, key, since, which)).flatMap(r -> value(topic, r));
  }

  /** Which of several records of a key is wanted. */
  public enum Which {
    /** The first: nothing behind it is read. */
    FIRST,
    /** The last that is found while patience lasts. */
    LAST
  }

  /** The record at a place, raw. */
  public Optional<ConsumerRecord<byte[], byte[]>> at(Topic<?, ?> topic, Trace.Place place) {
    return at(topic.in(prefix), place);
  }

  /** The record at a place of a topic, also of one of the topologies' own, by its full name. */
  public Optional<ConsumerRecord<byte[], byte[]>> at(String topic, Trace.Place place) {
    return readers.computeIfAbsent(topic, Reader::new).at(place);
  }

  /** Reads one topic here and there; to change topics would make its consumer ask for its way. */
  private final class Reader {
    private final String topic;
    private final Consumer<byte[], byte[]> consumer = seeking.get();

    Reader(String topic) {
      this.topic = topic;
    }

    synchronized Optional<ConsumerRecord<byte[], byte[]>> at(Trace.Place place) {
      TopicPartition partition = new TopicPartition(topic, place.partition());
      long deadline = System.nanoTime() + SEEK_NANOS;
      if (!holds(partition, place.offset())) {
        return Optional.empty();
      }
      consumer.assign(List.of(partition));
      consumer.seek(partition, place.offset());
      while (System.nanoTime() < deadline) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          return record.offset() == place.offset() ? Optional.of(record) : Optional.empty();
        }
        if (consumer.position(partition) > place.offset()) {
          return Optional.empty(); // something stands there that is no record
        }
      }
      return Optional.empty();
    }

    /** Whether there may be a record: to wait for one that cannot come would hold up all others. */
    private boolean holds(TopicPartition partition, long offset) {
      List<TopicPartition> one = List.of(partition);
      boolean there =
          consumer.partitionsFor(topic, PATIENCE).stream()
              .anyMatch(info -> info.partition() == partition.partition());
      return there
          && offset >= consumer.beginningOffsets(one, PATIENCE).getOrDefault(partition, 0L)
          && offset < consumer.endOffsets(one, PATIENCE).getOrDefault(partition, 0L);
    }

    synchronized void close() {
      consumer.close();
    }
  }

  private Optional<ConsumerRecord<byte[], byte[]>> scan(
      Topic<?, ?> topic, String key, Instant since, Which which) {
    if (!scans.tryAcquire()) {
      return Optional.empty();
    }
    AtomicReference<@Nullable ConsumerRecord<byte[], byte[]>> found = new AtomicReference<>();
    try (TopicScan scan = new TopicScan(reading.get(), prefix, SCAN_PATIENCE)) {
      scan.since(
          since,
          topic,
          key.getBytes(StandardCharsets.UTF_8),
          record -> {
            boolean mine = keyed(record, key);
            if (mine) {
              found.set(record);
            }
            return !mine || which == Which.LAST;
          });
      return Optional.ofNullable(found.get());
    } finally {
      scans.release();
    }
  }

  private static boolean keyed(ConsumerRecord<byte[], byte[]> record, String key) {
    return record.key() != null && key.equals(new String(record.key(), StandardCharsets.UTF_8));
  }

  private static <V> Optional<V> value(Topic<?, V> topic, ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.ofNullable(
          topic.valueSerde().deserializer().deserialize(record.topic(), record.value()));
    } catch (SerializationException e) {
      LOG.warn("{}@{} cannot be read", record.topic(), record.offset(), e);
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    readers.values().forEach(Reader::close);
  }
}
