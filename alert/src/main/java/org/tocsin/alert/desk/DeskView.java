package org.tocsin.alert.desk;

import java.io.IOException;
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
import org.tocsin.alert.archive.AlertArchive;
import org.tocsin.alert.trace.Trace;
import org.tocsin.contract.Alert;
import org.tocsin.contract.AlertState;
import org.tocsin.contract.DeadLetter;
import org.tocsin.contract.Json;
import org.tocsin.contract.Outcome;
import org.tocsin.contract.Topic;
import org.tocsin.contract.Topics;

/**
 * What the desk sees: alerts with their states in an archive on disk, and, in memory, the events
 * that streams follow, watches, traces, sources and dead letters as the topics had them lately.
 * Records that were taken already are ignored, so a reader may begin anew; records that cannot be
 * read are counted and passed over.
 */
public final class DeskView {
  private static final Logger LOG = LoggerFactory.getLogger(DeskView.class);

  private final String prefix;
  private final AlertArchive alerts;
  private final EventLog events;
  private final TraceLog traces;
  private final SourceBook sources = new SourceBook();
  private final PlaceBook articlePlaces;
  private final PlaceBook enrichedPlaces;
  private final PlaceBook storyPlaces;
  private final WatchShelf watches = new WatchShelf();
  private final DeadLetterLog deadLetters = new DeadLetterLog();
  private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();
  private final AtomicLong unreadable = new AtomicLong();
  private volatile boolean complete = true;

  /**
   * How much is kept in memory.
   *
   * @param events that streams resume over
   * @param eventBytes of these together
   * @param articles whose way is known
   */
  public record Capacity(int events, long eventBytes, int articles) {}

  public DeskView(String prefix, AlertArchive alerts, Capacity capacity) {
    this.prefix = prefix;
    this.alerts = alerts;
    this.events = new EventLog(capacity.events(), capacity.eventBytes());
    this.articlePlaces = new PlaceBook(capacity.articles());
    this.enrichedPlaces = new PlaceBook(capacity.articles());
    this.storyPlaces = new PlaceBook(capacity.articles());
    this.traces = new TraceLog(capacity.articles());
  }

  /** The topics it wants to see. */
  static List<Topic<?, ?>> topics() {
    return List.of(
        Topics.WATCHES,
        Topics.WATCH_VERSIONS,
        Topics.OUTCOMES,
        Topics.ARTICLES_ENRICHED,
        Topics.STORIES,
        Topics.SOURCE_STATES,
        Topics.DEAD_LETTERS,
        Topics.ALERTS,
        Topics.ALERT_STATES);
  }

  /**
   * Notes that the reading of a partition begins here; what came before is not known. A partition
   * that ends before what was read of it was made anew, and all of it is new.
   */
  void startAt(TopicPartition partition, long offset, long end) {
    boolean anew = next.getOrDefault(partition, 0L) > end;
    if (anew) {
      next.remove(partition);
    }
    String name = name(partition.topic().substring(prefix.length()), partition.partition());
    if (name != null) {
      events.startAt(name, offset, anew);
    }
  }

  /** The name of a partition in positions; null where its records are no events. */
  private static @Nullable String name(String topic, int partition) {
    return switch (topic) {
      case "alerts" -> Position.alerts(partition);
      case "alert-states" -> Position.states(partition);
      default -> null;
    };
  }

  /**
   * From where a partition is to be read: all of it where all counts, from where the archive
   * stopped where that is earlier than what is wanted in memory.
   *
   * @param recent where that which is wanted in memory begins
   */
  long from(TopicPartition partition, long beginning, long recent) {
    String topic = partition.topic().substring(prefix.length());
    return switch (topic) {
      case "watches", "watch-versions", "source-states" -> beginning;
      case "alerts", "alert-states" ->
          Math.max(beginning, Math.min(recent, alerts.next(topic, partition.partition())));
      default -> recent;
    };
  }

  /** Whether more has been read of a partition than Kafka has: it was made anew. */
  boolean outran(TopicPartition partition, long end) {
    String topic = partition.topic().substring(prefix.length());
    return name(topic, partition.partition()) != null
        && alerts.next(topic, partition.partition()) > end;
  }

  /** Forgets the alerts, to read all of them again. */
  void forgetAlerts() throws IOException {
    alerts.clear();
  }

  /** Makes what was taken last beyond a crash. */
  public void commit() throws IOException {
    alerts.commit();
  }

  /**
   * Takes a record of one of its topics. One that was taken is passed over, save by the archive: it
   * may have lost what it had not written down. One that fails is not taken, and may come again.
   */
  public void take(ConsumerRecord<byte[], byte[]> record) {
    String topic = record.topic().substring(prefix.length());
    boolean archived = name(topic, record.partition()) != null;
    if (!archived && taken(record)) {
      return;
    }
    try {
      dispatch(topic, record);
    } catch (SerializationException | IllegalArgumentException e) {
      passOver(record, e);
    }
    next.merge(partition(record), record.offset() + 1, Math::max);
  }

  private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  private boolean taken(ConsumerRecord<byte[], byte[]> record) {
    return record.offset() < next.getOrDefault(partition(record), 0L);
  }

  private void passOver(ConsumerRecord<byte[], byte[]> record, RuntimeException fault) {
    if (!taken(record)) {
      unreadable.incrementAndGet();
      LOG.warn(
          "The desk passes over {}@{}: {}", partition(record), record.offset(), fault.getMessage());
    }
  }

  private void dispatch(String topic, ConsumerRecord<byte[], byte[]> record) {
    switch (topic) {
      case "alerts" -> takeAlert(record);
      case "watches" -> takeWatch(record);
      case "watch-versions" -> noteVersion(record);
      case "alert-states" -> takeState(record);
      case "stories" -> storyPlaces.take(key(record), record.partition(), record.offset());
      case "outcomes" -> value(Topics.OUTCOMES, record).ifPresent(this::takeOutcome);
      case "articles-enriched" ->
          value(Topics.ARTICLES_ENRICHED, record)
              .ifPresent(
                  article -> {
                    enrichedPlaces.take(article.id(), record.partition(), record.offset());
                    traces.take(article);
                    sources.take(article, Instant.ofEpochMilli(record.timestamp()));
                  });
      case "source-states" -> takeSource(record);
      case "dead-letters" -> takeDeadLetter(record);
      default -> throw new IllegalArgumentException("not a topic of the desk: " + topic);
    }
  }

  /** The archive first: who hears of an alert finds it there. */
  private void takeAlert(ConsumerRecord<byte[], byte[]> record) {
    Alert alert = readable(Topics.ALERTS, record);
    if (alert == null) {
      alerts.skip("alerts", record.partition(), record.offset());
    } else {
      alerts.take(record.partition(), record.offset(), alert);
    }
    String partition = Position.alerts(record.partition());
    if (alert == null || taken(record)) {
      events.pass(partition, record.offset());
    } else {
      traces.take(alert);
      events.take(partition, record.offset(), event(alert), Json.write(alert));
    }
  }

  /** Nobody is to be told of what is held back; who shows it may. */
  private static String event(Alert alert) {
    if (alert.held() != null) {
      return "held";
    }
    return alert.rings() ? "alert" : "sighting";
  }

  private void takeState(ConsumerRecord<byte[], byte[]> record) {
    AlertState state = readable(Topics.ALERT_STATES, record);
    if (state == null) {
      alerts.skip("alert-states", record.partition(), record.offset());
    } else {
      alerts.take(record.partition(), record.offset(), state);
    }
    String partition = Position.states(record.partition());
    if (state == null || taken(record)) {
      events.pass(partition, record.offset());
    } else {
      events.take(partition, record.offset(), "state", Json.write(state));
    }
  }

  /** What stands in a record of an archived topic; null where that says nothing. */
  private <V> @Nullable V readable(Topic<?, V> topic, ConsumerRecord<byte[], byte[]> record) {
    try {
      return value(topic, record).orElse(null);
    } catch (SerializationException | IllegalArgumentException e) {
      passOver(record, e);
      return null;
    }
  }

  /** An article that was enriched lies in its topic where its outcome says. */
  private void takeOutcome(Outcome outcome) {
    traces.take(outcome);
    Integer partition = outcome.partition();
    Long offset = outcome.offset();
    if (outcome.stage() == Outcome.Stage.ENRICH && partition != null && offset != null) {
      articlePlaces.take(outcome.article(), partition, offset);
    }
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

  /** The key alone says which version of which watch there is. */
  private void noteVersion(ConsumerRecord<byte[], byte[]> record) {
    String key = String.valueOf(key(record));
    int slash = key.lastIndexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("a version without a number: " + key);
    }
    watches.note(key.substring(0, slash), Integer.parseInt(key.substring(slash + 1)));
  }

  private void takeSource(ConsumerRecord<byte[], byte[]> record) {
    String source = key(record);
    if (source != null) {
      sources.take(source, value(Topics.SOURCE_STATES, record).orElse(null));
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

  AlertArchive alerts() {
    return alerts;
  }

  EventLog events() {
    return events;
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

  /** Where the latest record of a key lies, where that is known from memory. */
  public Trace.@Nullable Place place(Topic<?, ?> topic, String key) {
    return switch (topic.name()) {
      case "articles" -> articlePlaces.place(key);
      case "articles-enriched" -> enrichedPlaces.place(key);
      case "stories" -> storyPlaces.place(key);
      default -> null;
    };
  }

  Optional<Trace> trace(String idOrUrl) {
    return traces.trace(idOrUrl);
  }

  /** Notes whether all that the topics have was taken at least once. */
  void complete(boolean all) {
    complete = all;
  }

  /** Whether what is not here is nowhere. */
  boolean complete() {
    return complete;
  }

  /** Records that could not be read since the start. */
  public long unreadable() {
    return unreadable.get();
  }
}
