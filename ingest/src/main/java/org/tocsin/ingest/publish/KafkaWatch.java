package org.tocsin.ingest.publish;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.Topics;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Settings;

/**
 * Whether Kafka is there for articles now, asked every few seconds. What became of the last push
 * says nothing about the next one, and where nobody pushes it says nothing at all.
 */
public final class KafkaWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaWatch.class);
  private static final int PAUSE_MS = 2_000;
  private static final int TIMEOUT_MS = 5_000;

  private final Question question;
  private final int pauseMillis;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "ingest-kafka-watch");
  private volatile @Nullable String failure = "no answer yet";

  /** A watch that has not begun. */
  KafkaWatch(Question question, int pauseMillis) {
    this.question = question;
    this.pauseMillis = pauseMillis;
    thread.setDaemon(true);
  }

  /** Asks for the topic of articles. */
  public static KafkaWatch of(Settings settings) {
    Properties config = KafkaSettings.client(settings);
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    String topic = Topics.ARTICLES.in(settings.get(KafkaSettings.PREFIX));
    Admin admin = Admin.create(config);
    return new KafkaWatch(
        new Question() {
          @Override
          public void ask() throws InterruptedException, ExecutionException, TimeoutException {
            admin
                .describeTopics(List.of(topic))
                .allTopicNames()
                .get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
          }

          @Override
          public void close() {
            admin.close(java.time.Duration.ZERO);
          }
        },
        PAUSE_MS);
  }

  /** Begins to ask. */
  public void start() {
    thread.start();
  }

  /** Why Kafka did not answer the last time; null where it did. */
  public @Nullable String failure() {
    return failure;
  }

  private void run() {
    try {
      do {
        ask();
      } while (!closed.await(pauseMillis, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask() throws InterruptedException {
    try {
      question.ask();
      failure = null;
    } catch (ExecutionException e) {
      failed(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException | KafkaException | IllegalStateException e) {
      failed(e);
    }
  }

  private void failed(Throwable fault) {
    String told = fault.getMessage() == null ? fault.toString() : fault.getMessage();
    if (failure == null) {
      LOG.warn("Kafka does not answer: {}", told);
    }
    failure = told;
  }

  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
    question.close();
  }

  /** One question to Kafka; whatever it throws is why there is no answer. */
  interface Question extends AutoCloseable {
    void ask() throws InterruptedException, ExecutionException, TimeoutException;

    @Override
    void close();
  }
}
