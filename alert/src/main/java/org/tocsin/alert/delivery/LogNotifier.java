package org.tocsin.alert.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Topics;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Metrics;
import org.tocsin.service.Readiness;
import org.tocsin.service.Service;
import org.tocsin.service.Settings;

/**
 * Hands each ringing alert to a printer, once. The receipt is written before the offset is
 * committed, and receipts are read before anything is printed: an alert is printed twice only where
 * the process dies between the printing and the receipt. Instances share the work.
 */
public final class LogNotifier implements Service {
  /** Its name in {@code deliveries}. */
  public static final String NAME = "log";

  private static final Logger LOG = LoggerFactory.getLogger(LogNotifier.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Settings settings;
  private final java.util.function.Consumer<Alert> printer;
  private final Clock clock;
  private final AlertDelivery.Counts counts;
  private final String prefix;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile boolean closed;
  private volatile Readiness readiness = Readiness.notYet("not started");
  private volatile @Nullable Consumer<byte[], byte[]> running;
  private @Nullable Thread thread;

  public LogNotifier(
      Settings settings, java.util.function.Consumer<Alert> printer, Clock clock, Metrics metrics) {
    this.settings = settings;
    this.printer = printer;
    this.clock = clock;
    this.prefix = settings.get(KafkaSettings.PREFIX);
    this.counts = AlertDelivery.Counts.of(NAME, metrics);
  }

  @Override
  public String name() {
    return NAME + " notifier";
  }

  @Override
  public synchronized void start() {
    Thread created = new Thread(this::run, "log-notifier");
    created.setDaemon(true);
    thread = created;
    created.start();
  }

  @Override
  public Readiness readiness() {
    return readiness;
  }

  private void run() {
    while (!closed) {
      try {
        deliver();
      } catch (WakeupException e) {
        LOG.debug("The log notifier was asked to stop");
      } catch (RuntimeException e) {
        readiness = Readiness.notYet("starts again after: " + e.getMessage());
        LOG.warn("The log notifier starts again after a fault", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      closed = stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  private void deliver() {
    Properties properties = KafkaSettings.consumer(settings, "alert-" + NAME);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "200");
    try (Consumer<byte[], byte[]> alerts = new KafkaConsumer<>(properties);
        DeliveryLedger ledger =
            new DeliveryLedger(
                new KafkaConsumer<>(KafkaSettings.consumer(settings, null)),
                Topics.DELIVERIES.in(prefix),
                NAME);
        Producer<byte[], byte[]> receipts = new KafkaProducer<>(KafkaSettings.producer(settings))) {
      running = alerts;
      ledger.catchUp();
      alerts.subscribe(List.of(Topics.ALERTS.in(prefix)), new CatchingUp(ledger));
      AlertDelivery delivery =
          new AlertDelivery(printer, ledger, new ReceiptBook(receipts, prefix, clock), counts);
      readiness = Readiness.READY;
      while (!closed) {
        delivery.deliver(alerts.poll(POLL));
        alerts.commitSync();
      }
    } finally {
      running = null;
    }
  }

  @Override
  public void close() {
    Thread started;
    synchronized (this) {
      closed = true;
      started = thread;
      stop.countDown();
    }
    Consumer<byte[], byte[]> consumer = running;
    if (consumer != null) {
      consumer.wakeup();
    }
    if (started != null) {
      join(started);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads the receipts of other instances before their partitions are taken over. */
  private record CatchingUp(DeliveryLedger ledger) implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      // Every batch is committed before the next poll, so there is nothing to save.
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      ledger.catchUp();
    }
  }
}
