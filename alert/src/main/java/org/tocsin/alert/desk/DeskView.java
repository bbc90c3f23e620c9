package org.tocsin.alert.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alert.trace.Trace;
import org.tocsin.contract.Alert;
import org.tocsin.contract.DeadLetter;
import org.tocsin.contract.Topic;
import org.tocsin.contract.Topics;
import org.tocsin.contract.Watch;

/**
 * What the desk sees: alerts, statements, watches, traces, sources and dead letters as the topics
 * had them lately. Records that were taken already are ignored, so a reader may begin anew; records
 * that cannot be read are counted and passed over.
 */
public final class DeskView {
  private static final Logger LOG = LoggerFactory.getLogger(DeskView.class);

  private final String prefix;
  private final AlertBoard alerts;
  private final StatementLog statements;
  private final TraceLog traces;
  private final SourceBook sources = new SourceBook();
  private final WatchShelf watches = new WatchShelf();
  private final DeadLetterLog deadLetters = new DeadLetterLog();
  private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();
  private final AtomicLong unreadable = new AtomicLong();

  /** How much is kept in memory. */
  public record Capacity(int alerts, int statements, int articles) {}

  public DeskView(String prefix, Capacity capacity) {
    this.prefix = prefix;
    this.alerts = new AlertBoard(capacity.alerts());
    this.statements = new StatementLog(capacity.statements());
    this.traces = new TraceLog(capacity.articles());
  }

  /** The topics it wants to see. */
  static List<Topic<?, ?>> topics() {
    return List.of(
        Topics.WATCHES,
        Topics.OUTCOMES,
        Topics.ARTICLES_ENRICHED,
        Topics.STATEMENTS,
        Topics.DEAD_LETTERS,
        Topics.ALERTS);
  }

  /** Notes that the reading of a partition begins here; what came before is not known. */
  void startAt(TopicPartition partition, long offset) {
    if (partition.topic().equals(Topics.ALERTS.in(prefix))) {
      alerts.startAt(partition.partition(), offset);
    }
  }

  /** Takes a record of one of its topics. */
  public void take(ConsumerRecord<byte[], byte[]> record) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    if (record.offset() < next.getOrDefault(partition, 0L)) {
      return;
    }
    next.put(partition, record.offset() + 1);
    try {
      dispatch(record.topic().substring(prefix.length()), record);
    } catch (SerializationException | IllegalArgumentException e) {
      unreadable.incrementAndGet();
      LOG.warn("The desk passes over {}@{}: {}", partition, record.offset(), e.getMessage());
    }
  }

  private void dispatch(String topic, ConsumerRecord<byte[], byte[]> record) {
    switch (topic) {
      case "alerts" -> takeAlert(record);
      case "watches" -> takeWatch(record);
      case "statements" -> value(Topics.STATEMENTS, record).ifPresent(statements::take);
      case "outcomes" -> value(Topics.OUTCOMES, record).ifPresent(traces::take);
      case "articles-enriched" ->
          value(Topics.ARTICLES_ENRICHED, record)
              .ifPresent(
                  article -> {
                    traces.take(article);
                    sources.take(article);
                  });
      case "dead-letters" -> takeDeadLetter(record);
      default -> throw new IllegalArgumentException("not a topic of the desk: " + topic);
    }
  }

  private void takeAlert(ConsumerRecord<byte[], byte[]> record) {
    Optional<Alert> alert = Optional.empty();
    try {
      alert = value(Topics.ALERTS, record);
    } finally {
      alerts.take(record.partition(), record.offset(), alert.orElse(null));
    }
    alert.ifPresent(traces::take);
  }

  private void takeWatch(ConsumerRecord<byte[], byte[]> record) {
    String id = key(record);
    if (id == null) {
      throw new IllegalArgumentException("a watch without a key");
    }
    try {
      value(Topics.WATCHES, record).ifPresentOrElse(watches::put, () -> watches.remove(id));
    } catch (SerializationException e) {
      watches.remove(id);
      throw e;
    }
  }

  private void takeDeadLetter(ConsumerRecord<byte[], byte[]> record) {
    DeadLetter letter =
        DeadLetter.of(
            record.key(),
            record.value(),
            record.headers(),
            Instant.ofEpochMilli(record.timestamp()));
    deadLetters.take(letter, record.partition(), record.offset());
    String key = key(record);
    if (key != null) {
      traces.take(key, letter, record.partition(), record.offset());
    }
  }

  private static @Nullable String key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
  }

  private static <V> Optional<V> value(Topic<?, V> topic, ConsumerRecord<byte[], byte[]> record) {
    return Optional.ofNullable(
        topic.valueSerde().deserializer().deserialize(record.topic(), record.value()));
  }

  AlertBoard alerts() {
    return alerts;
  }

  StatementLog statements() {
    return statements;
  }

  SourceBook sources() {
    return sources;
  }

  WatchShelf watches() {
    return watches;
  }

  DeadLetterLog deadLetters() {
    return deadLetters;
  }

  Optional<Trace> trace(String idOrUrl) {
    return traces.trace(idOrUrl);
  }

  /** Shows a watch that Kafka has confirmed before it comes by in the topic. */
  void confirmed(Watch watch) {
    watches.put(watch);
  }

  /** Records that could not be read since the start. */
  public long unreadable() {
    return unreadable.get();
  }
}
