package org.tocsin.alert.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What happens to a notifier when partitions of {@code alerts} come and go. */
final class Handover implements ConsumerRebalanceListener {
  /** A loop that closes is waited for little longer than the dispatcher and this take. */
  private static final Duration LAST_COMMIT = Duration.ofSeconds(3);

  private final Consumer<byte[], byte[]> alerts;
  private final Dispatcher dispatcher;
  private final DeliveryBook book;
  private final Duration catchUp;
  private final Clock clock;
  private Map<TopicPartition, OffsetAndMetadata> committed = Map.of();

  Handover(
      Consumer<byte[], byte[]> alerts,
      Dispatcher dispatcher,
      DeliveryBook book,
      Duration catchUp,
      Clock clock) {
    this.alerts = alerts;
    this.dispatcher = dispatcher;
    this.book = book;
    this.catchUp = catchUp;
    this.clock = clock;
  }

  /** Reads the receipts of the instance that had them before. */
  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    book.catchUp();
    Map<TopicPartition, OffsetAndMetadata> known = alerts.committed(Set.copyOf(assigned));
    begin(assigned.stream().filter(p -> known.get(p) == null).toList());
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

  /** Lets go in any case: Kafka gives them to another instance whether or not we could commit. */
  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    try {
      dispatcher.settle();
      Map<TopicPartition, OffsetAndMetadata> finished = dispatcher.finished();
      if (!finished.isEmpty()) {
        alerts.commitSync(finished, LAST_COMMIT);
      }
    } finally {
      dispatcher.revoked(revoked);
    }
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> lost) {
    dispatcher.revoked(lost);
  }

  /** Commits up to where everything has been dealt with. */
  void commit() {
    Map<TopicPartition, OffsetAndMetadata> finished = dispatcher.finished();
    if (!finished.isEmpty() && !finished.equals(committed)) {
      alerts.commitSync(finished);
      committed = finished;
    }
  }
}
