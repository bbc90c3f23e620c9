package org.tocsin.alert.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alert.notifier.Channel;
import org.tocsin.alert.notifier.Notifier;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Delivery;
import org.tocsin.contract.Topics;

/**
 * Takes records of {@code alerts} for one notifier and brings them to its receiver: the alerts of a
 * watch one after the other, those of different watches side by side. {@link Backlog} knows what is
 * waiting, {@link Courier} brings it.
 */
final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /** Longer than an attempt takes, shorter than a loop is waited for when it closes. */
  private static final Duration HAND_OVER = Duration.ofSeconds(11);

  private final Notifier notifier;
  private final Ledger ledger;
  private final ExecutorService workers;
  private final DeliveryMeters meters;
  private final Backlog backlog;
  private final Courier courier;

  Dispatcher(
      Notifier notifier,
      Channel channel,
      Ledger ledger,
      Patience patience,
      ExecutorService workers,
      DeliveryMeters meters,
      Clock clock) {
    this.notifier = notifier;
    this.ledger = ledger;
    this.workers = workers;
    this.meters = meters;
    this.backlog =
        new Backlog(
            notifier.digest(),
            new Judge(notifier.id(), patience),
            new Door(patience.backoff()),
            clock);
    this.courier = new Courier(notifier.id(), channel, backlog, ledger, patience.backoff(), meters);
  }

  /** A partition is ours from now on. */
  void assigned(TopicPartition partition, long position) {
    backlog.assigned(partition, position);
  }

  /** Waits a little for what is under way, and begins nothing meanwhile. */
  void settle() {
    backlog.drain(HAND_OVER);
  }

  /** Partitions are no longer ours. */
  void revoked(Collection<TopicPartition> gone) {
    backlog.revoked(gone);
  }

  /** A new consumer begins, to which no partition belongs yet. */
  void clear() {
    backlog.clear();
  }

  /** Begins no further attempt. */
  void stop() {
    backlog.close();
  }

  /** Takes a record into its lane, or past it where it concerns nobody. */
  void take(ConsumerRecord<byte[], byte[]> record) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    if (!backlog.owns(partition)) {
      return;
    }
    Alert alert = read(record);
    Delivery before = alert == null ? null : ledger.of(notifier.id(), alert);
    if (alert == null
        || !(alert.rings() || alert.followsUp())
        || !notifier.takes(alert)
        || (before != null && before.ended())) {
      backlog.passed(partition, record.offset());
      return;
    }
    backlog.add(
        notifier.digest().isZero() ? alert.watch().id() : "",
        new Pending(
            alert,
            partition,
            record.offset(),
            Instant.ofEpochMilli(record.timestamp()),
            before == null ? 0 : before.attempts()),
        before == null || before.next() == null ? Instant.MIN : before.next());
  }

  private @Nullable Alert read(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Topics.ALERTS.valueSerde().deserializer().deserialize(record.topic(), record.value());
    } catch (SerializationException e) {
      meters.unreadable();
      LOG.warn(
          "Alert {}-{}@{} cannot be read and is told to nobody: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
      return null;
    }
  }

  /** Sets workers on all lanes in which something is due. */
  void dispatch() {
    backlog.enter().forEach(lane -> workers.execute(() -> courier.work(lane)));
  }

  /** Up to where each partition has been dealt with. */
  Map<TopicPartition, OffsetAndMetadata> finished() {
    return backlog.finished();
  }

  /** Partitions of which no more is to be read for now. */
  Set<TopicPartition> full() {
    return backlog.full();
  }

  int waiting() {
    return backlog.waiting();
  }

  Health health() {
    return backlog.health();
  }
}
