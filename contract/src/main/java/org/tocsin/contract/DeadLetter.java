package org.tocsin.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be processed: its raw bytes, and in headers where it came from and why it
 * failed. The bytes are kept as they were so that it can be replayed once the cause is gone.
 *
 * @param stage the module that gave up: {@code ingest}, {@code enrich}, {@code alert}
 * @param step the step inside it: {@code decode}, {@code analyse}
 * @param reason class of the fault, short: {@code SerializationException}
 * @param message what was wrong, in words
 * @param topic the record came from, without prefix; null where it never reached Kafka
 * @param origin file, feed or client, where the record never reached Kafka
 */
public record DeadLetter(
    byte @Nullable [] key,
    byte @Nullable [] value,
    String stage,
    String step,
    String reason,
    String message,
    @Nullable String topic,
    @Nullable Integer partition,
    @Nullable Long offset,
    @Nullable String origin,
    Instant time) {
  public static final String STAGE = "dead-letter.stage";
  public static final String STEP = "dead-letter.step";
  public static final String REASON = "dead-letter.reason";
  public static final String MESSAGE = "dead-letter.message";
  public static final String TOPIC = "dead-letter.topic";
  public static final String PARTITION = "dead-letter.partition";
  public static final String OFFSET = "dead-letter.offset";
  public static final String ORIGIN = "dead-letter.origin";

  /** Longest message kept, in characters: a fault may quote the record it choked on. */
  private static final int MAX_MESSAGE = 2_000;

  public DeadLetter {
    if (message.length() > MAX_MESSAGE) {
      message = message.substring(0, MAX_MESSAGE) + "…";
    }
  }

  /** The record to produce, for a cluster with a topic prefix. */
  public ProducerRecord<byte[], byte[]> toRecord(String prefix) {
    Headers headers = new RecordHeaders();
    add(headers, STAGE, stage);
    add(headers, STEP, step);
    add(headers, REASON, reason);
    add(headers, MESSAGE, message);
    add(headers, TOPIC, topic);
    add(headers, PARTITION, partition);
    add(headers, OFFSET, offset);
    add(headers, ORIGIN, origin);
    return newRecord(Topics.DEAD_LETTERS.in(prefix), headers);
  }

  @SuppressWarnings("NullAway") // Kafka's records carry absent keys and values as null.
  private ProducerRecord<byte[], byte[]> newRecord(String name, Headers headers) {
    return new ProducerRecord<>(name, null, time.toEpochMilli(), key, value, headers);
  }

  /** Reads a record of the dead-letter topic back. */
  public static DeadLetter of(
      byte @Nullable [] key, byte @Nullable [] value, Headers headers, Instant time) {
    String partition = text(headers, PARTITION);
    String offset = text(headers, OFFSET);
    return new DeadLetter(
        key,
        value,
        textOr(headers, STAGE, "?"),
        textOr(headers, STEP, "?"),
        textOr(headers, REASON, "?"),
        textOr(headers, MESSAGE, ""),
        text(headers, TOPIC),
        partition == null ? null : Integer.valueOf(partition),
        offset == null ? null : Long.valueOf(offset),
        text(headers, ORIGIN),
        time);
  }

  private static @Nullable String text(Headers headers, String name) {
    return org.tocsin.contract.Headers.text(headers, name);
  }

  private static String textOr(Headers headers, String name, String otherwise) {
    String value = text(headers, name);
    return value == null ? otherwise : value;
  }

  private static void add(Headers headers, String name, @Nullable Object value) {
    if (value != null) {
      headers.add(name, value.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
