package org.tocsin.alert.trace;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.Article;
import org.tocsin.contract.DeadLetter;
import org.tocsin.contract.Topic;
import org.tocsin.contract.Topics;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Settings;

/**
 * Finds the way of one article by reading the topics: only the partition of its key where the key
 * is known, all partitions where it is not. It costs as much as those partitions are long; what
 * happened lately the desk knows from memory.
 */
public final class Tracer {
  private static final Logger LOG = LoggerFactory.getLogger(Tracer.class);

  private final Properties consumer;
  private final String prefix;
  private final Duration patience;

  public Tracer(Settings settings, Duration patience) {
    this.consumer = KafkaSettings.consumer(settings, null);
    this.prefix = settings.get(KafkaSettings.PREFIX);
    this.patience = patience;
  }

  /** The trace of an article by its id or its URL; empty where nothing is known of it. */
  public Optional<Trace> trace(String idOrUrl) {
    try (TopicScan scan = new TopicScan(consumer, prefix, patience)) {
      String id = idOrUrl.contains("://") ? idOfUrl(scan, idOrUrl) : idOrUrl;
      Trace trace = trace(scan, id == null ? idOrUrl : id);
      return trace.unknown() && trace.complete() ? Optional.empty() : Optional.of(trace);
    }
  }

  private @org.jspecify.annotations.Nullable String idOfUrl(TopicScan scan, String url) {
    AtomicReference<String> id = new AtomicReference<>();
    scan.all(
        Topics.ARTICLES,
        record ->
            value(Topics.ARTICLES, record)
                .filter(article -> url.equals(article.url()) || url.equals(article.origin()))
                .map(Article::id)
                .ifPresent(id::set));
    return id.get();
  }

  private Trace trace(TopicScan scan, String id) {
    TraceBuilder builder = new TraceBuilder(id);
    byte[] key = id.getBytes(StandardCharsets.UTF_8);
    boolean complete =
        scan.of(
            Topics.ARTICLES,
            key,
            keyed(
                id,
                record ->
                    value(Topics.ARTICLES, record)
                        .ifPresent(
                            a ->
                                builder.take(
                                    a, new Trace.Place(record.partition(), record.offset())))));
    complete &=
        scan.of(
            Topics.OUTCOMES,
            key,
            keyed(id, record -> value(Topics.OUTCOMES, record).ifPresent(builder::take)));
    complete &=
        scan.of(
            Topics.ARTICLES_ENRICHED,
            key,
            keyed(id, record -> value(Topics.ARTICLES_ENRICHED, record).ifPresent(builder::take)));
    complete &=
        scan.all(Topics.ALERTS, record -> value(Topics.ALERTS, record).ifPresent(builder::take));
    complete &=
        scan.all(
            Topics.DEAD_LETTERS,
            keyed(id, record -> builder.take(letter(record), record.partition(), record.offset())));
    if (!complete) {
      builder.cutShort();
    }
    return builder.build();
  }

  private static DeadLetter letter(ConsumerRecord<byte[], byte[]> record) {
    return DeadLetter.of(
        record.key(), record.value(), record.headers(), Instant.ofEpochMilli(record.timestamp()));
  }

  private static Consumer<ConsumerRecord<byte[], byte[]>> keyed(
      String key, Consumer<ConsumerRecord<byte[], byte[]>> to) {
    return record -> {
      if (record.key() != null && key.equals(new String(record.key(), StandardCharsets.UTF_8))) {
        to.accept(record);
      }
    };
  }

  private static <V> Optional<V> value(Topic<?, V> topic, ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.ofNullable(
          topic.valueSerde().deserializer().deserialize(record.topic(), record.value()));
    } catch (SerializationException e) {
      LOG.warn(
          "Trace skips {}-{}@{}: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
      return Optional.empty();
    }
  }
}
