package org.tocsin.alert.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alert.notifier.Answer;
import org.tocsin.alert.notifier.Channel;
import org.tocsin.alert.notifier.Notifier;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Delivery;
import org.tocsin.contract.Topics;

/**
 * Takes records of {@code alerts} for one notifier and brings them to its receiver: the alerts of a
 * watch one after the other, those of different watches side by side. A receipt is in Kafka before
 * an alert counts as dealt with, so that after a crash one is at most told again, under the same
 * id.
 */
final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int MOST_WAITING = 2_000;
  private static final Duration HAND_OVER = Duration.ofSeconds(15);

  private final Notifier notifier;
  private final Channel channel;
  private final Ledger ledger;
  private final Patience patience;
  private final ExecutorService workers;
  private final DeliveryMeters meters;
  private final Clock clock;
  private final RandomGenerator random = RandomGenerator.getDefault();

  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private final Map<TopicPartition, Progress> partitions = new HashMap<>();
  private Health health = Health.NEW;
  private Instant opens = Instant.MIN;

  /**
   * Where receipts are kept: {@link DeliveryBook} to look them up, {@link ReceiptBook} to write.
   */
  record Ledger(DeliveryBook book, ReceiptBook receipts) {
    void write(List<Delivery> deliveries) {
      receipts.write(deliveries);
      deliveries.forEach(book::note);
    }
  }

  Dispatcher(
      Notifier notifier,
      Channel channel,
      Ledger ledger,
      Patience patience,
      ExecutorService workers,
      DeliveryMeters meters,
      Clock clock) {
    this.notifier = notifier;
    this.channel = channel;
    this.ledger = ledger;
    this.patience = patience;
    this.workers = workers;
    this.meters = meters;
    this.clock = clock;
  }

  /** A partition is ours from now on. */
  synchronized void assigned(TopicPartition partition, long position) {
    partitions.put(partition, new Progress(position));
  }

  /** Waits a little for what is under way. */
  synchronized void settle() {
    long deadline = System.nanoTime() + HAND_OVER.toNanos();
    while (lanes.values().stream().anyMatch(Lane::busy) && deadline > System.nanoTime()) {
      try {
        wait(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
  }

  /** Partitions are no longer ours. */
  synchronized void revoked(Collection<TopicPartition> gone) {
    gone.forEach(partitions::remove);
    var numbers = gone.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    lanes.values().forEach(lane -> lane.drop(numbers));
    lanes.values().removeIf(lane -> lane.isEmpty() && !lane.busy());
  }

  /** Takes a record into its lane, or past it where it concerns nobody. */
  synchronized void take(ConsumerRecord<byte[], byte[]> record) {
    Progress progress = partitions.get(new TopicPartition(record.topic(), record.partition()));
    if (progress == null) {
      return;
    }
    Alert alert = read(record);
    Delivery before = alert == null ? null : ledger.book().of(notifier.id(), alert.id());
    if (alert == null
        || !alert.rings()
        || !notifier.takes(alert)
        || (before != null && before.ended())) {
      progress.done(record.offset());
      return;
    }
    progress.begin(record.offset());
    lanes
        .computeIfAbsent(laneOf(alert), key -> new Lane(notifier.digest()))
        .add(
            new Pending(
                alert,
                new Delivery.Place(record.partition(), record.offset()),
                Instant.ofEpochMilli(record.timestamp())),
            before == null ? 0 : before.attempts(),
            before == null || before.next() == null ? Instant.MIN : before.next());
  }

  private String laneOf(Alert alert) {
    return notifier.digest().isZero() ? alert.watch().id() : "";
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
  synchronized void dispatch() {
    Instant now = clock.instant();
    if (opens.isAfter(now)) {
      return;
    }
    lanes.values().removeIf(lane -> lane.isEmpty() && !lane.busy());
    for (Lane lane : lanes.values()) {
      if (lane.enter(now)) {
        workers.execute(() -> work(lane));
      }
    }
  }

  private void work(Lane lane) {
    try {
      boolean more = true;
      while (more) {
        more = step(lane);
      }
    } catch (RuntimeException e) {
      LOG.warn("{}: a receipt is missing, so that an alert is told again", notifier.id(), e);
      postpone(lane, clock.instant().plus(patience.backoff().after(1, random)));
    } finally {
      leave(lane);
    }
  }

  private synchronized void leave(Lane lane) {
    lane.leave();
    notifyAll();
  }

  private synchronized void postpone(Lane lane, Instant until) {
    lane.again(until);
  }

  /** One attempt; whether there may be another at once. */
  private boolean step(Lane lane) {
    List<Pending> parcel;
    int attempt;
    synchronized (this) {
      Instant now = clock.instant();
      parcel = opens.isAfter(now) ? List.of() : List.copyOf(lane.parcel(now));
      if (parcel.isEmpty()) {
        return false;
      }
      attempt = lane.attempt();
    }
    Answer answer = send(parcel);
    Verdict verdict = judge(parcel, answer, attempt);
    ledger.write(verdict.receipts());
    return settle(lane, parcel, answer, verdict);
  }

  private Answer send(List<Pending> parcel) {
    try {
      return channel.send(parcel.stream().map(Pending::alert).toList());
    } catch (RuntimeException e) {
      LOG.warn("The notifier {} has a fault of its own", notifier.id(), e);
      return Answer.failed(e.toString());
    }
  }

  /** What an answer means: the receipts to write, and when to try again. */
  private record Verdict(Delivery.Status status, @Nullable Instant next, List<Delivery> receipts) {}

  private Verdict judge(List<Pending> parcel, Answer answer, int attempt) {
    Instant now = clock.instant();
    Delivery.Status status = status(parcel.get(0), answer, attempt, now);
    Instant next = status == Delivery.Status.RETRYING ? now.plus(wait(answer, attempt)) : null;
    List<Delivery> receipts = new ArrayList<>(parcel.size());
    for (Pending pending : parcel) {
      receipts.add(
          new Delivery(
              notifier.id(),
              pending.alert().id(),
              pending.alert().watch().id(),
              status,
              attempt,
              answer.detail(),
              pending.place(),
              next,
              now));
    }
    return new Verdict(status, next, receipts);
  }

  private Delivery.Status status(Pending first, Answer answer, int attempt, Instant now) {
    return switch (answer.result()) {
      case DELIVERED -> Delivery.Status.DELIVERED;
      case REFUSED -> Delivery.Status.DEAD;
      case FAILED ->
          patience.exhausted(first.appended(), attempt, now)
              ? Delivery.Status.DEAD
              : Delivery.Status.RETRYING;
    };
  }

  private Duration wait(Answer answer, int attempt) {
    Duration own = patience.backoff().after(attempt, random);
    Duration wanted = answer.retryAfter();
    return wanted == null || wanted.compareTo(own) < 0 ? own : wanted;
  }

  private synchronized boolean settle(
      Lane lane, List<Pending> parcel, Answer answer, Verdict verdict) {
    Instant now = clock.instant();
    if (answer.result() == Answer.Result.FAILED) {
      health = health.failed(now, answer.detail());
      opens = now.plus(wait(answer, health.faults()));
      meters.failed();
      LOG.info(
          "{}: {} (attempt {})",
          notifier.id(),
          answer.detail(),
          verdict.receipts().get(0).attempts());
    } else {
      health = health.delivered(now);
      opens = Instant.MIN;
    }
    if (verdict.next() != null) {
      lane.again(verdict.next());
      return false;
    }
    if (verdict.status() == Delivery.Status.DEAD) {
      meters.dead(parcel.size());
      LOG.warn("{}: given up {} alert(s): {}", notifier.id(), parcel.size(), answer.detail());
    } else {
      meters.delivered(parcel.size());
    }
    lane.ended(parcel);
    parcel.forEach(this::done);
    return true;
  }

  private void done(Pending pending) {
    partitions.forEach(
        (partition, progress) -> {
          if (partition.partition() == pending.place().partition()) {
            progress.done(pending.place().offset());
          }
        });
  }

  /** Up to where each partition has been dealt with. */
  synchronized Map<TopicPartition, OffsetAndMetadata> finished() {
    Map<TopicPartition, OffsetAndMetadata> finished = new HashMap<>();
    partitions.forEach(
        (p, progress) -> finished.put(p, new OffsetAndMetadata(progress.committable())));
    return finished;
  }

  /** Whether no more is to be read before something has been dealt with. */
  synchronized boolean full() {
    return waiting() >= MOST_WAITING;
  }

  synchronized int waiting() {
    return partitions.values().stream().mapToInt(Progress::open).sum();
  }

  synchronized Health health() {
    return health;
  }
}
