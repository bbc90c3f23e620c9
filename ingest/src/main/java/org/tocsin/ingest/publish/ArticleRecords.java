package org.tocsin.ingest.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tocsin.contract.Article;
import org.tocsin.contract.ArticleId;
import org.tocsin.contract.DeadLetter;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Outcome;
import org.tocsin.contract.Topic;
import org.tocsin.contract.Topics;
import org.tocsin.ingest.parse.Rejection;

/** The records that ingest writes, keys, times and headers included. */
final class ArticleRecords {
  private static final String STAGE = "ingest";

  /** Most bytes kept of an input that could not be read. */
  private static final int MAX_RAW = 4 << 20;

  /** The published time in the zone of its source: {@code 2026-03-03T10:15+01:00}. */
  static final String PUBLISHED = "published";

  /** {@code true} where the published time cannot be meant. */
  static final String IMPLAUSIBLE = "published-implausible";

  private final String prefix;

  ArticleRecords(String prefix) {
    this.prefix = prefix;
  }

  /** A revision is another event about the same subject: its words are part of the event's id. */
  private static String eventId(Article article) {
    String title = article.title() == null ? "" : article.title();
    return article.id() + "." + ArticleId.hash(article.lane().label(), title, article.text());
  }

  ProducerRecord<byte[], byte[]> article(Article article) {
    Instant time = article.eventTime();
    ProducerRecord<byte[], byte[]> record = record(Topics.ARTICLES, article.id(), article, time);
    Headers headers =
        Headers.into(record.headers())
            .describe(Article.class, eventId(article), STAGE, time)
            .set("ce_subject", article.id())
            .set(Headers.LANE, article.lane().label());
    if (article.language() != null) {
      headers.set(Headers.LANGUAGE, article.language());
    }
    if (article.published() != null && article.imprint().zone() != null) {
      ZoneOffset zone = ZoneOffset.of(article.imprint().zone());
      headers.set(PUBLISHED, article.published().atOffset(zone).toString());
    }
    if (article.imprint().implausible()) {
      headers.set(IMPLAUSIBLE, "true");
    }
    return record;
  }

  ProducerRecord<byte[], byte[]> outcome(
      String name, Outcome.Result result, String reason, Instant time) {
    Outcome outcome =
        new Outcome(name, Outcome.Stage.INGEST, result, reason, null, null, null, time);
    ProducerRecord<byte[], byte[]> record = record(Topics.OUTCOMES, name, outcome, time);
    Headers.into(record.headers()).describe(Outcome.class, name, STAGE, time);
    return record;
  }

  private static String cut(byte[] raw) {
    return raw.length <= MAX_RAW
        ? ""
        : "; only the first %d of its %d bytes are kept: replaying it cannot succeed, send the input itself again"
            .formatted(MAX_RAW, raw.length);
  }

  @SuppressWarnings("NullAway") // Does not see that the record takes null arrays.
  ProducerRecord<byte[], byte[]> deadLetter(
      Rejection rejection, byte[] raw, String step, Instant time) {
    return new DeadLetter(
            null,
            raw.length > MAX_RAW ? Arrays.copyOf(raw, MAX_RAW) : raw,
            STAGE,
            step,
            "Unreadable",
            rejection.reason() + cut(raw),
            null,
            null,
            null,
            rejection.name(),
            time)
        .toRecord(prefix);
  }

  /** Kafka counts time from 1970; an older article keeps its true time in the body. */
  private <V> ProducerRecord<byte[], byte[]> record(
      Topic<String, V> topic, String key, V value, Instant time) {
    String name = topic.in(prefix);
    byte[] keyBytes = topic.keySerde().serializer().serialize(name, key);
    byte[] body = topic.valueSerde().serializer().serialize(name, value);
    return withTime(name, Math.max(0, time.toEpochMilli()), keyBytes, body);
  }

  @SuppressWarnings("NullAway") // Kafka's records leave the partition open as null.
  private static ProducerRecord<byte[], byte[]> withTime(
      String topic, long time, byte[] key, byte[] value) {
    return new ProducerRecord<>(topic, null, time, key, value);
  }
}
