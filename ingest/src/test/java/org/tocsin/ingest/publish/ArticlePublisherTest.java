package org.tocsin.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.Article;
import org.tocsin.contract.DeadLetter;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Json;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Outcome;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.Rejection;
import org.tocsin.ingest.publish.Receipt.End;

class ArticlePublisherTest {
  private static final Instant PUBLISHED = Instant.parse("2026-03-03T10:15:00Z");

  @Test
  void writesAnArticleWithItsKeyTimeAndHeaders() throws Exception {
    try (RecordingKafka kafka = RecordingKafka.answering()) {
      Receipt receipt = kafka.publisher.publish(draft("a1", "Pier open."), Lane.BACKFILL).join();

      ProducerRecord<byte[], byte[]> record = kafka.records("articles").get(0);
      Article article = Json.mapper().readValue(record.value(), Article.class);
      assertThat(receipt).isEqualTo(new Receipt("a1", End.PUBLISHED, null));
      assertThat(kafka.keys("articles")).containsExactly("a1");
      assertThat(record.timestamp()).isEqualTo(PUBLISHED.toEpochMilli());
      assertThat(Headers.text(record.headers(), Headers.SCHEMA)).isEqualTo("article/1");
      assertThat(Headers.text(record.headers(), Headers.LANE)).isEqualTo("backfill");
      assertThat(Headers.text(record.headers(), Headers.LANGUAGE)).isEqualTo("en");
      assertThat(Headers.text(record.headers(), "ce_id")).matches("a1\\.[0-9a-f]{16}");
      assertThat(Headers.text(record.headers(), "ce_subject")).isEqualTo("a1");
      assertThat(Headers.text(record.headers(), "published")).isNotNull();
      assertThat(article.received()).isEqualTo(RecordingKafka.NOW);
      assertThat(article.url()).isEqualTo("https://courier.example/quay");
      assertThat(article.source()).isEqualTo("courier.example");
    }
  }

  @Test
  void givesARejectionItsOutcome() throws Exception {
    try (RecordingKafka kafka = RecordingKafka.answering()) {
      Receipt receipt = kafka.publisher.publish(draft("a1", null), Lane.LIVE).join();

      Outcome outcome =
          Json.mapper().readValue(kafka.records("outcomes").get(0).value(), Outcome.class);
      assertThat(receipt).isEqualTo(new Receipt("a1", End.REJECTED, "no text"));
      assertThat(outcome.result()).isEqualTo(Outcome.Result.REJECTED);
      assertThat(outcome.reason()).isEqualTo("no text");
      assertThat(kafka.records("articles")).isEmpty();
    }
  }

  @Test
  void keepsTheRawBytesOfWhatNobodyCanRead() throws Exception {
    try (RecordingKafka kafka = RecordingKafka.answering()) {
      byte[] raw = "{\"text\":".getBytes(StandardCharsets.UTF_8);

      kafka
          .publisher
          .publish(new Rejection("in.jsonl", "line 2", "not JSON", raw), Lane.LIVE)
          .join();

      ProducerRecord<byte[], byte[]> letter = kafka.records("dead-letters").get(0);
      assertThat(letter.value()).isEqualTo(raw);
      assertThat(Headers.text(letter.headers(), DeadLetter.ORIGIN)).isEqualTo("in.jsonl, line 2");
      assertThat(Headers.text(letter.headers(), DeadLetter.MESSAGE)).isEqualTo("not JSON");
      assertThat(kafka.keys("outcomes")).containsExactly("in.jsonl, line 2");
    }
  }

  @Test
  void countsSoThatOutcomesAddUpToWhatWasReceived() throws Exception {
    try (RecordingKafka kafka = RecordingKafka.answering()) {
      byte[] raw = {1};
      kafka.publisher.publish(draft("a1", "Pier open."), Lane.LIVE).join();
      kafka.publisher.publish(draft("a2", "Pier shut."), Lane.LIVE).join();
      kafka.publisher.publish(draft("a3", " "), Lane.LIVE).join();
      kafka.publisher.publish(new Rejection("x", "", "noise", raw), Lane.LIVE).join();

      assertThat(kafka.received()).isEqualTo(4);
      assertThat(kafka.count("published")).isEqualTo(2);
      assertThat(kafka.count("rejected")).isEqualTo(1);
      assertThat(kafka.count("dead-lettered")).isEqualTo(1);
    }
  }

  @Test
  void isDoneOnlyWhenKafkaHasTheArticle() throws Exception {
    try (RecordingKafka kafka = new RecordingKafka(false, 1 << 20)) {
      CompletableFuture<Receipt> sent =
          kafka.publisher.publish(draft("a1", "Pier open."), Lane.LIVE);
      assertThat(sent).isNotDone();

      kafka.producer.completeNext();

      assertThat(sent.join().end()).isEqualTo(End.PUBLISHED);
    }
  }

  @Test
  void failsWithoutCountingWhenKafkaDoesNotAnswer() throws Exception {
    try (RecordingKafka kafka = new RecordingKafka(false, 1 << 20)) {
      CompletableFuture<Receipt> sent =
          kafka.publisher.publish(draft("a1", "Pier open."), Lane.LIVE);

      kafka.producer.errorNext(new TimeoutException("no leader"));

      await().untilAsserted(() -> assertThat(sent).isCompletedExceptionally());
      assertThat(kafka.received()).isZero();
    }
  }

  @Test
  void deadLettersWhatNoBrokerWillTake() throws Exception {
    try (RecordingKafka kafka = new RecordingKafka(false, 1 << 20)) {
      CompletableFuture<Receipt> sent =
          kafka.publisher.publish(draft("a1", "Pier open."), Lane.LIVE);

      kafka.producer.errorNext(new RecordTooLargeException("too large"));

      await().until(() -> kafka.producer.completeNext() || sent.isDone());
      await()
          .untilAsserted(
              () -> {
                kafka.producer.completeNext();
                assertThat(sent).isDone();
              });
      assertThat(sent.join().end()).isEqualTo(End.DEAD_LETTERED);
      assertThat(kafka.keys("outcomes")).containsExactly("a1");
    }
  }

  @Test
  void makesASenderWaitWhileTooMuchIsOnTheWay() throws Exception {
    try (RecordingKafka kafka = new RecordingKafka(false, 4096)) {
      CompletableFuture<Receipt> first =
          kafka.publisher.publish(draft("a1", "x".repeat(4_000)), Lane.LIVE);
      CompletableFuture<Receipt> second = CompletableFuture.supplyAsync(() -> publish(kafka, "a2"));
      assertThat(kafka.publisher.full()).isTrue();
      assertThat(kafka.keys("articles")).containsExactly("a1");

      kafka.producer.completeNext();
      await().until(() -> kafka.producer.completeNext());

      assertThat(first.join().id()).isEqualTo("a1");
      assertThat(second.join().id()).isEqualTo("a2");
      assertThat(kafka.publisher.full()).isFalse();
    }
  }

  private static Receipt publish(RecordingKafka kafka, String id) {
    try {
      return kafka.publisher.publish(draft(id, "x".repeat(4_000)), Lane.LIVE).join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ArticleDraft draft(String id, @Nullable String text) {
    return new ArticleDraft(
        id,
        "https://courier.example/quay?utm_source=x",
        null,
        "Quay closed",
        text,
        "en",
        PUBLISHED.atOffset(java.time.ZoneOffset.UTC),
        "test");
  }
}
