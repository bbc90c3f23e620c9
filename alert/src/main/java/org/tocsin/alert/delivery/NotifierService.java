package org.tocsin.alert.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
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
      Dispatcher.Ledger ledger,
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
    Hold hold = new Hold(alerts);
    alerts.subscribe(List.of(topic), hold);
    book.catchUp();
    self.now(Readiness.READY);
    while (self.open()) {
      alerts.poll(POLL).forEach(dispatcher::take);
      dispatcher.dispatch();
      hold.commit();
      if (dispatcher.full()) {
        alerts.pause(alerts.assignment());
      } else {
        alerts.resume(alerts.paused());
      }
    }
  }

  /** What happens when partitions come and go. */
  private final class Hold implements ConsumerRebalanceListener {
    private final Consumer<byte[], byte[]> alerts;
    private Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();

    Hold(Consumer<byte[], byte[]> alerts) {
      this.alerts = alerts;
    }

    /** Reads the receipts of the instance that had them before. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
      book.catchUp();
      Map<TopicPartition, OffsetAndMetadata> known = alerts.committed(Set.copyOf(assigned));
      List<TopicPartition> fresh = assigned.stream().filter(p -> known.get(p) == null).toList();
      begin(fresh);
      for (TopicPartition partition : assigned) {
        dispatcher.assigned(partition, alerts.position(partition));
      }
      commit();
    }

    /** A new notifier tells what rang lately, not what rang in the last months. */
    private void begin(List<TopicPartition> fresh) {
      if (fresh.isEmpty()) {
        return;
      }
      long since = clock.instant().minus(catchUp).toEpochMilli();
      Map<TopicPartition, OffsetAndTimestamp> from =
          alerts.offsetsForTimes(fresh.stream().collect(Collectors.toMap(p -> p, p -> since)));
      Map<TopicPartition, Long> ends = alerts.endOffsets(fresh);
      for (TopicPartition partition : fresh) {
        @Nullable OffsetAndTimestamp found = from.get(partition);
        long offset = found == null ? ends.getOrDefault(partition, 0L) : found.offset();
        alerts.seek(partition, offset);
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
      dispatcher.settle();
      commit();
      dispatcher.revoked(revoked);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
      dispatcher.revoked(lost);
    }

    void commit() {
      Map<TopicPartition, OffsetAndMetadata> finished = dispatcher.finished();
      if (!finished.isEmpty() && !finished.equals(committed)) {
        alerts.commitSync(finished);
        committed = finished;
      }
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

  @Override
  public void close() {
    loop.close();
    workers.shutdownNow();
    channel.close();
  }
}
