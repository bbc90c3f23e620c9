package org.tocsin.ingest.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.Article;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Outcome;
import org.tocsin.ingest.IngestSettings;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.Limits;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.parse.Rejection;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Metrics;
import org.tocsin.service.Settings;

/**
 * Hands articles to Kafka, and whatever is no article to the outcomes and the dead letters. An
 * input is counted, received and ended, when Kafka has it for certain; one that Kafka did not take
 * in time is not counted at all, its future fails, and whoever sent it sends it again.
 */
public final class ArticlePublisher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ArticlePublisher.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  /** What one record takes beside its text. */
  private static final int OVERHEAD = 512;

  private static final int MAX_NAME = 512;

  private final Producer<byte[], byte[]> producer;
  private final ArticleRecords records;
  private final Limits limits;
  private final InFlight inFlight;
  private final Metrics metrics;
  private final Clock clock;
  private final Counter unsent;
  private final Counter implausible;

  /**
   * A publisher over a producer of its own.
   *
   * @param prefix of the topics
   * @param inFlightBytes most text on its way at one time
   */
  public ArticlePublisher(
      Producer<byte[], byte[]> producer,
      String prefix,
      Limits limits,
      long inFlightBytes,
      Metrics metrics,
      Clock clock) {
    this.producer = producer;
    this.records = new ArticleRecords(prefix);
    this.limits = limits;
    this.inFlight = new InFlight(inFlightBytes);
    this.metrics = metrics;
    this.clock = clock;
    this.unsent =
        Counter.builder("tocsin.ingest.unsent")
            .description("Records that Kafka did not take in time; their senders try again.")
            .register(metrics.registry());
    this.implausible =
        Counter.builder("tocsin.ingest.implausible.dates")
            .description("Articles whose published time cannot be meant; they keep it.")
            .register(metrics.registry());
    Gauge.builder("tocsin.ingest.in.flight.bytes", inFlight, InFlight::bytes)
        .description("Text on its way to Kafka.")
        .register(metrics.registry());
  }

  /** A publisher as configured; it connects when it first has something to send. */
  public static ArticlePublisher of(Settings settings, Metrics metrics, Clock clock) {
    Properties p = KafkaSettings.producer(settings);
    long wanted = settings.get(IngestSettings.PUBLISH_TIMEOUT).toMillis();
    int timeout = (int) Math.min(wanted, Integer.MAX_VALUE);
    p.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout);
    p.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1_000, timeout / 2));
    p.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.max(2_000, timeout));
    return new ArticlePublisher(
        new KafkaProducer<>(p),
        settings.get(KafkaSettings.PREFIX),
        IngestSettings.limits(settings),
        settings.get(IngestSettings.IN_FLIGHT),
        metrics,
        clock);
  }

  /** Whether so much is on its way that a client had better come later. */
  public boolean full() {
    return inFlight.full();
  }

  /**
   * Sends one input on its way; waits while too much is on the way already.
   *
   * @return its end; fails where Kafka did not take it
   */
  public CompletableFuture<Receipt> publish(Parsed parsed, Lane lane) throws InterruptedException {
    if (parsed instanceof Rejection rejection) {
      return reject(rejection.name(), rejection);
    }
    ArticleDraft draft = (ArticleDraft) parsed;
    String fault = draft.fault(limits);
    if (fault != null) {
      return reject(name(draft), Rejection.of(draft.origin(), name(draft), fault));
    }
    Article article = draft.toArticle(lane, clock.instant());
    if (article.imprint().implausible()) {
      implausible.increment();
    }
    return send(records.article(article))
        .thenApply(sent -> new Receipt(article.id(), Receipt.End.PUBLISHED, null))
        .exceptionallyComposeAsync(refusal -> afterRefusal(article, refusal))
        .thenApply(this::counted);
  }

  private static String name(ArticleDraft draft) {
    String id = draft.stableId();
    return id.length() > MAX_NAME ? id.substring(0, MAX_NAME) : id;
  }

  private CompletableFuture<Receipt> reject(String name, Rejection rejection)
      throws InterruptedException {
    return turnAway(name, rejection).thenApply(this::counted);
  }

  private CompletableFuture<Receipt> turnAway(String name, Rejection rejection)
      throws InterruptedException {
    Instant now = clock.instant();
    byte[] raw = rejection.raw();
    Outcome.Result result = raw == null ? Outcome.Result.REJECTED : Outcome.Result.DEAD_LETTERED;
    Receipt.End end = raw == null ? Receipt.End.REJECTED : Receipt.End.DEAD_LETTERED;
    CompletableFuture<?> kept =
        raw == null
            ? CompletableFuture.completedFuture(rejection)
            : send(records.deadLetter(rejection, raw, "parse", now));
    return kept.thenCombine(
        send(records.outcome(name, result, rejection.reason(), now)),
        (letter, outcome) -> new Receipt(name, end, rejection.reason()));
  }

  /**
   * A record that no broker will ever take is a dead letter, not a reason to try again. Runs on a
   * thread of its own: on the producer's it would wait for room that only this thread can make.
   */
  private CompletableFuture<Receipt> afterRefusal(Article article, Throwable fault) {
    Throwable cause = fault.getCause() == null ? fault : fault.getCause();
    boolean hopeless =
        cause instanceof RecordTooLargeException || cause instanceof InvalidTimestampException;
    if (!hopeless) {
      return CompletableFuture.failedFuture(cause);
    }
    byte[] raw = records.article(article).value();
    String reason = "Kafka refuses it: " + cause.getMessage();
    try {
      String origin = article.origin() == null ? "" : article.origin();
      return turnAway(article.id(), new Rejection(origin, article.id(), reason, raw));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CompletableFuture.failedFuture(e);
    }
  }

  private Receipt counted(Receipt receipt) {
    metrics.received();
    switch (receipt.end()) {
      case PUBLISHED -> metrics.published();
      case REJECTED -> metrics.ended(Outcome.Result.REJECTED);
      case DEAD_LETTERED -> metrics.ended(Outcome.Result.DEAD_LETTERED);
    }
    return receipt;
  }

  private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record)
      throws InterruptedException {
    byte[] value = record.value();
    int taken = inFlight.enter(OVERHEAD + (value == null ? 0 : value.length));
    CompletableFuture<Void> sent = new CompletableFuture<>();
    try {
      // The callback says more than the future does.
      Future<?> unused = producer.send(record, (at, fault) -> settle(sent, taken, fault));
    } catch (KafkaException | IllegalStateException e) {
      settle(sent, taken, e);
    }
    return sent;
  }

  private void settle(CompletableFuture<Void> sent, int taken, @Nullable Exception fault) {
    if (!sent.isDone()) {
      inFlight.leave(taken);
    }
    if (fault == null) {
      complete(sent);
    } else {
      unsent.increment();
      LOG.warn("Kafka did not take a record: {}", fault.toString());
      sent.completeExceptionally(fault);
    }
  }

  @SuppressWarnings("NullAway") // Void has no other value.
  private static void complete(CompletableFuture<Void> sent) {
    sent.complete(null);
  }

  @Override
  public void close() {
    producer.close(CLOSE_TIMEOUT);
  }
}
