package org.tocsin.alert.system;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.Topics;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Readiness;
import org.tocsin.service.Service;
import org.tocsin.service.Settings;

/**
 * Asks Kafka every few seconds how far each stage has come. What it asks grows with partitions, not
 * with records; nothing waits for it, and where Kafka does not answer the last figures stand.
 */
public final class SystemWatch implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(SystemWatch.class);
  private static final long EVERY_SECONDS = 5;
  private static final int PATIENCE_SECONDS = 10;

  /** Partitions with the greatest lag whose oldest waiting record is looked at. */
  private static final int LOOKED_AT = 8;

  private final Settings settings;
  private final String prefix;
  private final Set<String> shared;
  private final Desk desk;
  private final Times times;
  private final Clock clock;
  private final Map<String, Rate> rates = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "system-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile List<SystemFigures.Stage> stages = List.of();
  private volatile long deadLetters;
  private @Nullable Admin admin;

  /** What this instance knows of itself. */
  public interface Desk {
    /** Sources that are asked late. */
    long overdueSources();

    /** For how long the longest of them has waited, in seconds. */
    double overdueSeconds();

    /** Records that the desk has yet to read. */
    long lag();

    /** Records that the desk has read since it began. */
    long read();

    /** How old the record was that the desk read last, in seconds; 0 where no other waits. */
    double behind();
  }

  /** When a record was written that waits at an offset; empty where none stands there. */
  public interface Times {
    Optional<Instant> at(String topic, int partition, long offset);
  }

  /** Records that wait for a stage, since when the first of them does, and how many it took. */
  private record Waiting(long lag, double seconds, long taken) {}

  public SystemWatch(Settings settings, Desk desk, Times times, Clock clock) {
    this.settings = settings;
    this.prefix = settings.get(KafkaSettings.PREFIX);
    this.shared = Topics.all().stream().map(topic -> topic.in(prefix)).collect(Collectors.toSet());
    this.desk = desk;
    this.times = times;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "system watch";
  }

  @Override
  public void start() {
    admin = Admin.create(KafkaSettings.client(settings));
    var unused = timer.scheduleWithFixedDelay(this::look, 0, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public Readiness readiness() {
    return Readiness.READY;
  }

  /** The stages as they were when Kafka was asked last; none before that. */
  public List<SystemFigures.Stage> stages() {
    return stages;
  }

  /** Dead letters that Kafka keeps. */
  public long deadLetters() {
    return deadLetters;
  }

  private void look() {
    try {
      Admin asked = admin;
      if (asked != null) {
        look(asked);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      LOG.debug("Kafka did not say how the installation does", e);
    }
  }

  private void look(Admin asked) throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, Long> articles = ends(asked, partitions(asked, Topics.ARTICLES.in(prefix)));
    Waiting enrich = waiting(asked, "enrich", Topics.ARTICLES.in(prefix));
    Waiting alert = waiting(asked, "alert", Topics.STATEMENTS.in(prefix));
    stages =
        List.of(
            stage(
                "ingest", new Waiting(desk.overdueSources(), desk.overdueSeconds(), sum(articles))),
            stage("enrich", enrich),
            stage("alert", alert),
            stage("desk", new Waiting(desk.lag(), desk.behind(), desk.read())));
    deadLetters = kept(asked, Topics.DEAD_LETTERS.in(prefix));
  }

  private SystemFigures.Stage stage(String name, Waiting waiting) {
    double rate =
        rates.computeIfAbsent(name, n -> new Rate()).with(waiting.taken(), System.nanoTime());
    double freshness = Math.round(waiting.seconds() * 10) / 10.0;
    return new SystemFigures.Stage(name, waiting.lag(), freshness, rate);
  }

  private Waiting waiting(Admin asked, String group, String input)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, Long> done = new HashMap<>();
    Map<TopicPartition, OffsetAndMetadata> committed =
        asked
            .listConsumerGroupOffsets(KafkaSettings.group(settings, group))
            .partitionsToOffsetAndMetadata()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    committed.forEach(
        (partition, offset) -> {
          if (offset != null) {
            done.put(partition, offset.offset());
          }
        });
    Map<TopicPartition, Long> lags = new HashMap<>();
    ends(asked, done.keySet())
        .forEach(
            (partition, end) ->
                lags.put(partition, Math.max(0, end - done.getOrDefault(partition, end))));
    long taken =
        done.entrySet().stream()
            .filter(e -> e.getKey().topic().equals(input))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return new Waiting(sum(lags), oldest(lags, done), taken);
  }

  /**
   * How long the first waiting record of the fullest partitions has waited. Only shared topics say
   * when a record was written; those within a topology carry the times of articles.
   */
  private double oldest(Map<TopicPartition, Long> lags, Map<TopicPartition, Long> done) {
    Instant now = clock.instant();
    return lags.entrySet().stream()
        .filter(e -> e.getValue() > 0 && shared.contains(e.getKey().topic()))
        .sorted(Map.Entry.<TopicPartition, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(LOOKED_AT)
        .map(Map.Entry::getKey)
        .flatMap(p -> times.at(p.topic(), p.partition(), done.getOrDefault(p, 0L)).stream())
        .mapToDouble(since -> Math.max(0, Duration.between(since, now).toMillis() / 1e3))
        .max()
        .orElse(0);
  }

  private static long sum(Map<TopicPartition, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Set<TopicPartition> partitions(Admin asked, String topic)
      throws InterruptedException, ExecutionException, TimeoutException {
    TopicDescription described =
        Objects.requireNonNull(asked.describeTopics(List.of(topic)).topicNameValues().get(topic))
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return described.partitions().stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .collect(Collectors.toSet());
  }

  private static Map<TopicPartition, Long> ends(Admin asked, Set<TopicPartition> partitions)
      throws InterruptedException, ExecutionException, TimeoutException {
    return offsets(asked, partitions, OffsetSpec.latest());
  }

  private static long kept(Admin asked, String topic)
      throws InterruptedException, ExecutionException, TimeoutException {
    Set<TopicPartition> partitions = partitions(asked, topic);
    return sum(ends(asked, partitions)) - sum(offsets(asked, partitions, OffsetSpec.earliest()));
  }

  private static Map<TopicPartition, Long> offsets(
      Admin asked, Set<TopicPartition> partitions, OffsetSpec which)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, which));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    asked
        .listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .forEach((partition, found) -> offsets.put(partition, found.offset()));
    return offsets;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    Admin open = admin;
    if (open != null) {
      open.close(Duration.ofSeconds(1));
    }
  }
}
