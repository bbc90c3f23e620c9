package org.tocsin.service;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.StreamsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.DeadLetter;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Outcome;
import org.tocsin.contract.Topics;

/**
 * What a topology does with a record it cannot read, process or write: keeps the raw source bytes
 * as a {@link DeadLetter} in the same transaction, counts it, notes the article's {@link Outcome},
 * and goes on. Behind a repartition the raw bytes are what the article had become by then; they can
 * be replayed like any other. A fault that is not the record's own (rights, a broker that is away)
 * is not a dead letter: it is tried again or stops the application.
 *
 * <p>{@link DecodingFaults}, {@link ProcessingFaults} and {@link ProducingFaults} are the three
 * that Kafka Streams calls; it makes them itself and hands them the application's properties.
 */
abstract class DeadLetterHandler {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterHandler.class);
  private static final String STAGE = "tocsin.dead-letters.stage";
  private static final String PREFIX = "tocsin.dead-letters.prefix";
  private static final String METRICS = "tocsin.dead-letters.metrics";
  private static final String INTERNAL = "tocsin.dead-letters.internal";

  private String stage = "?";
  private String prefix = "";
  private List<?> internal = List.of();
  private @Nullable Metrics metrics;

  static void install(
      Properties p, String stage, String prefix, Metrics metrics, List<String> internal) {
    p.put(INTERNAL, internal);
    p.put(STAGE, stage);
    p.put(PREFIX, prefix);
    p.put(METRICS, metrics);
    p.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        DecodingFaults.class.getName());
    p.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ProcessingFaults.class.getName());
    p.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, ProducingFaults.class.getName());
    // The constant is deprecated because version 5 will always do so.
    p.put("processing.exception.handler.global.enabled", true);
  }

  /** Called by Kafka with the application's properties. */
  public void configure(Map<String, ?> configs) {
    stage = String.valueOf(configs.get(STAGE));
    prefix = String.valueOf(configs.get(PREFIX));
    internal = (List<?>) Objects.requireNonNull(configs.get(INTERNAL));
    metrics = (Metrics) Objects.requireNonNull(configs.get(METRICS));
  }

  String deadLetters() {
    return Topics.DEAD_LETTERS.in(prefix);
  }

  @SuppressWarnings("NullAway") // Does not see that the record takes null arrays.
  List<ProducerRecord<byte[], byte[]>> bury(
      ErrorHandlerContext context,
      byte @Nullable [] key,
      byte @Nullable [] value,
      String step,
      Exception fault) {
    Throwable cause = root(fault);
    Instant time = Instant.ofEpochMilli(Math.max(0, context.timestamp()));
    String topic = context.topic();
    DeadLetter letter =
        new DeadLetter(
            key,
            value,
            stage,
            step,
            cause.getClass().getSimpleName(),
            String.valueOf(cause.getMessage()),
            topic != null && topic.startsWith(prefix) ? topic.substring(prefix.length()) : topic,
            context.partition(),
            context.offset(),
            null,
            time);
    LOG.warn(
        "Dead letter: {}-{}@{} failed at {}: {}",
        topic,
        context.partition(),
        context.offset(),
        step,
        letter.message(),
        fault);
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    records.add(withHeaders(letter.toRecord(prefix), context));
    if (Topics.ARTICLES.in(prefix).equals(topic) || internal.contains(topic)) {
      records.add(outcome(letter, key));
      Objects.requireNonNull(metrics).ended(Outcome.Result.DEAD_LETTERED);
    }
    return records;
  }

  /** The record's own headers stay with it, so that it can be replayed as it was. */
  private static ProducerRecord<byte[], byte[]> withHeaders(
      ProducerRecord<byte[], byte[]> letter, ErrorHandlerContext context) {
    if (context.headers() != null) {
      context.headers().forEach(letter.headers()::add);
    }
    return letter;
  }

  /** Counts an article that no step will see, so that what came in equals what ended. */
  void received(ErrorHandlerContext context) {
    if (Topics.ARTICLES.in(prefix).equals(context.topic())) {
      Objects.requireNonNull(metrics).received();
    }
  }

  private ProducerRecord<byte[], byte[]> outcome(DeadLetter letter, byte @Nullable [] key) {
    String article =
        key == null || key.length == 0
            ? letter.topic() + "-" + letter.partition() + "@" + letter.offset()
            : new String(key, StandardCharsets.UTF_8);
    Outcome outcome =
        new Outcome(
            article,
            Outcome.Stage.ENRICH,
            Outcome.Result.DEAD_LETTERED,
            letter.step() + ": " + letter.message(),
            null,
            letter.partition(),
            letter.offset(),
            letter.time());
    String topic = Topics.OUTCOMES.in(prefix);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic,
            null,
            letter.time().toEpochMilli(),
            Topics.OUTCOMES.keySerde().serializer().serialize(topic, article),
            Topics.OUTCOMES.valueSerde().serializer().serialize(topic, outcome));
    String id = article + "/" + letter.partition() + "@" + letter.offset();
    Headers.into(record.headers()).describe(Outcome.class, id, stage, letter.time());
    return record;
  }

  /** What the record's own step threw, without what Kafka Streams wrapped around it. */
  private static Throwable root(Throwable fault) {
    Throwable cause = fault;
    while (cause instanceof StreamsException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
