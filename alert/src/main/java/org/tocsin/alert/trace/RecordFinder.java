package org.tocsin.alert.trace;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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
 * their key for so long as patience lasts; few do that at one time, the others go without.
 */
public final class RecordFinder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RecordFinder.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long SEEK_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final Duration SCAN_PATIENCE = Duration.ofSeconds(5);
  private static final int SCANS_AT_ONCE = 2;

  private final Properties properties;
  private final Properties direct;
  private final String prefix;
  private final Semaphore scans = new Semaphore(SCANS_AT_ONCE);
  private final Map<String, Reader> readers = new ConcurrentHashMap<>();

  public RecordFinder(Settings settings) {
    this.properties = KafkaSettings.consumer(settings, null);
    this.direct = KafkaSettings.consumer(settings, null);
    // What is fetched ahead behind a topic's last record would hold up the next question.
    direct.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "10");
    direct.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1");
    this.prefix = settings.get(KafkaSettings.PREFIX);
  }

  /** The latest value of a key; its place where that is known. */
  public <V> Optional<V> find(Topic<?, V> topic, String key, Trace.@Nullable Place place) {
    Optional<ConsumerRecord<byte[], byte[]>> record =
        place == null ? Optional.empty() : at(topic, place).filter(r -> keyed(r, key));
    return record.or(() -> scan(topic, key)).flatMap(r -> value(topic, r));
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
    private final KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(direct);

    Reader(String topic) {
      this.topic = topic;
    }

    synchronized Optional<ConsumerRecord<byte[], byte[]>> at(Trace.Place place) {
      TopicPartition partition = new TopicPartition(topic, place.partition());
      consumer.assign(List.of(partition));
      consumer.seek(partition, place.offset());
      long deadline = System.nanoTime() + SEEK_NANOS;
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

    synchronized void close() {
      consumer.close();
    }
  }

  private Optional<ConsumerRecord<byte[], byte[]>> scan(Topic<?, ?> topic, String key) {
    if (!scans.tryAcquire()) {
      return Optional.empty();
    }
    AtomicReference<@Nullable ConsumerRecord<byte[], byte[]>> last = new AtomicReference<>();
    try (TopicScan scan = new TopicScan(properties, prefix, SCAN_PATIENCE)) {
      boolean whole =
          scan.of(
              topic,
              key.getBytes(StandardCharsets.UTF_8),
              record -> {
                if (keyed(record, key)) {
                  last.set(record);
                }
              });
      LOG.debug("{} was looked for in {}, {}", key, topic.name(), whole ? "to its end" : "in part");
      return Optional.ofNullable(last.get());
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
