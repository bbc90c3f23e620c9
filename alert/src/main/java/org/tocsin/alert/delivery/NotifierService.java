package org.tocsin.alert.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.tocsin.alert.notifier.Channel;
import org.tocsin.alert.notifier.Notifier;
import org.tocsin.contract.Topics;
import org.tocsin.service.ConsumerLoop;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Metrics;
import org.tocsin.service.Readiness;
import org.tocsin.service.Service;
import org.tocsin.service.Settings;

/**
 * One notifier at work: a consumer group of its own over {@code alerts}, shared by all instances,
 * so that a receiver that is slow or dead holds up nobody else. The topic is its queue.
 */
final class NotifierService implements Service {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int WORKERS = 4;

  private final Notifier notifier;
  private final Channel channel;
  private final DeliveryBook book;
  private final Dispatcher dispatcher;
  private final Duration catchUp;
  private final Clock clock;
  private final String topic;
  private final ExecutorService workers;
  private final ConsumerLoop loop;

  /** What all notifiers share. */
  record Surroundings(
      Settings settings,
      Ledger ledger,
      Patience patience,
      Duration catchUp,
      Metrics metrics,
      Clock clock) {}

  NotifierService(Notifier notifier, Channel channel, Surroundings common) {
    this.notifier = notifier;
    this.channel = channel;
    this.book = common.ledger().book();
    this.catchUp = common.catchUp();
    this.clock = common.clock();
    this.topic = Topics.ALERTS.in(common.settings().get(KafkaSettings.PREFIX));
    this.workers =
        Executors.newFixedThreadPool(
            WORKERS,
            work -> {
              Thread thread = new Thread(work, "notifier-" + notifier.id());
              thread.setDaemon(true);
              return thread;
            });
    this.dispatcher =
        new Dispatcher(
            notifier,
            channel,
            common.ledger(),
            common.patience(),
            workers,
            new DeliveryMeters(notifier.id(), common.metrics()),
            clock);
    DeliveryMeters.watch(dispatcher, notifier.id(), common.metrics());
    this.loop =
        new ConsumerLoop(notifier.id() + " notifier", () -> consumer(common.settings()), this::run);
  }

  private Consumer<byte[], byte[]> consumer(Settings settings) {
    var properties = KafkaSettings.consumer(settings, "alert-" + notifier.id());
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "200");
    return new KafkaConsumer<>(properties);
  }

  private void run(Consumer<byte[], byte[]> alerts, ConsumerLoop self) {
    dispatcher.clear();
    Handover handover = new Handover(alerts, dispatcher, book, catchUp, clock);
    alerts.subscribe(List.of(topic), handover);
    book.catchUp();
    self.now(Readiness.READY);
    while (self.open()) {
      alerts.poll(POLL).forEach(dispatcher::take);
      dispatcher.dispatch();
      handover.commit();
      alerts.resume(alerts.paused());
      alerts.pause(dispatcher.full());
    }
  }

  Notifier notifier() {
    return notifier;
  }

  Channel channel() {
    return channel;
  }

  Dispatcher dispatcher() {
    return dispatcher;
  }

  @Override
  public String name() {
    return loop.name();
  }

  @Override
  public void start() {
    loop.start();
  }

  @Override
  public Readiness readiness() {
    return loop.readiness();
  }

  /** Begins no further attempt and asks the loop to end; {@link #close} waits for it. */
  void stop() {
    dispatcher.stop();
    loop.stop();
  }

  @Override
  public void close() {
    stop();
    loop.close();
    workers.shutdownNow();
    channel.close();
  }
}
