package org.tocsin.alert.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.notifier.Answer;

/**
 * What a notifier has read and not yet dealt with: the lanes, how far each partition is, and
 * whether the receiver may be tried. Everything that threads share is behind its lock, and nothing
 * that takes long is done under it.
 */
final class Backlog {
  private static final int MOST_WAITING = 2_000;

  private final Duration digest;
  private final Judge judge;
  private final Door door;
  private final Clock clock;
  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private final Map<TopicPartition, Progress> partitions = new HashMap<>();
  private boolean halted;
  private boolean closing;

  Backlog(Duration digest, Judge judge, Door door, Clock clock) {
    this.digest = digest;
    this.judge = judge;
    this.door = door;
    this.clock = clock;
  }

  /** A partition is ours from now on. */
  synchronized void assigned(TopicPartition partition, long position) {
    partitions.put(partition, new Progress(position));
  }

  /** Partitions are no longer ours. */
  synchronized void revoked(Collection<TopicPartition> gone) {
    gone.forEach(partitions::remove);
    lanes.values().forEach(lane -> lane.drop(Set.copyOf(gone)));
    lanes.values().removeIf(Lane::idle);
  }

  /** No partition is ours: a new consumer begins. */
  synchronized void clear() {
    revoked(List.copyOf(partitions.keySet()));
  }

  synchronized boolean owns(TopicPartition partition) {
    return partitions.containsKey(partition);
  }

  /** A record has been read that concerns nobody. */
  synchronized void passed(TopicPartition partition, long offset) {
    progress(partition).ifPresent(progress -> progress.done(offset));
  }

  private Optional<Progress> progress(TopicPartition partition) {
    return Optional.ofNullable(partitions.get(partition));
  }

  /**
   * An alert has been read that is to be told.
   *
   * @param lane the watch's id, or nothing for that of a digest
   */
  synchronized void add(String lane, Pending pending, Instant notBefore) {
    progress(pending.partition())
        .ifPresent(
            progress -> {
              progress.begin(pending.offset());
              lanes.computeIfAbsent(lane, name -> new Lane(name, digest)).add(pending, notBefore);
            });
  }

  /** The lanes in which something is due; each is to be given back with {@link #leave}. */
  synchronized List<Lane> enter() {
    Instant now = clock.instant();
    lanes.values().removeIf(Lane::idle);
    return halted || !door.open(now)
        ? List.of()
        : lanes.values().stream().filter(lane -> lane.enter(now)).toList();
  }

  synchronized void leave(Lane lane) {
    lane.leave();
    notifyAll();
  }

  /** What is to be sent in a lane; null where nothing is, now. */
  synchronized @Nullable Attempt next(Lane lane) {
    Instant now = clock.instant();
    return halted || !door.open(now) ? null : lane.next(now);
  }

  /** A verdict whose receipts are still to be written; null where there is none. */
  synchronized @Nullable Verdict unwritten(Lane lane) {
    return lane.unwritten();
  }

  /**
   * Decides what an answer means and keeps it until {@link #settled}.
   *
   * @return null where a smaller parcel is to be tried instead
   */
  synchronized @Nullable Verdict judged(Lane lane, Attempt attempt, Answer answer) {
    Instant now = clock.instant();
    Verdict verdict = judge.judge(attempt, answer, now, ThreadLocalRandom.current());
    door.note(lane.name(), verdict, now);
    if (verdict.halved()) {
      lane.narrow(attempt.parcel().size());
      return null;
    }
    Verdict decided =
        verdict.and(judge.givenUp(lost(lane, attempt, verdict, now), answer, now)).only(this::ours);
    lane.decided(decided);
    return decided;
  }

  private boolean ours(Pending pending) {
    return progress(pending.partition()).map(p -> p.isOpen(pending.offset())).orElse(false);
  }

  /**
   * Alerts that die untried because their time is over: behind a second one in a row that was given
   * up, and in all lanes where the receiver has failed altogether.
   */
  private List<Pending> lost(Lane lane, Attempt attempt, Verdict verdict, Instant now) {
    if (!verdict.failed()) {
      return List.of();
    }
    Predicate<Pending> over = pending -> judge.over(pending, now);
    if (door.hopeless(now)) {
      return lanes.values().stream().flatMap(other -> other.takeOut(over).stream()).toList();
    }
    return attempt.forsaken() && verdict.gaveUp() ? lane.takeOut(over) : List.of();
  }

  /**
   * The receipts of a verdict are in Kafka.
   *
   * @return whether the lane may go on
   */
  synchronized boolean settled(Lane lane, Verdict verdict) {
    lane.settled(verdict);
    verdict.outcomes().stream()
        .filter(outcome -> outcome.receipt().ended())
        .forEach(outcome -> done(outcome.pending()));
    return verdict.next().equals(Instant.MIN);
  }

  /** Other instances have ended these. */
  synchronized void forget(Lane lane, List<Pending> ended) {
    lane.forget(ended);
    ended.forEach(this::done);
  }

  private void done(Pending pending) {
    progress(pending.partition()).ifPresent(progress -> progress.done(pending.offset()));
  }

  /** Nothing is done in a lane for a while. */
  synchronized void postpone(Lane lane, Duration time) {
    lane.postpone(clock.instant().plus(time));
  }

  /** Begins no further attempt for good. */
  synchronized void close() {
    closing = true;
    halted = true;
  }

  /** Begins no further attempt and waits for those under way, but not for longer than this. */
  synchronized void drain(Duration longest) {
    halted = true;
    long deadline = System.nanoTime() + longest.toNanos();
    try {
      while (lanes.values().stream().anyMatch(Lane::busy) && deadline > System.nanoTime()) {
        wait(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      halted = closing;
    }
  }

  /** Up to where each partition has been dealt with. */
  synchronized Map<TopicPartition, OffsetAndMetadata> finished() {
    return partitions.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, e -> new OffsetAndMetadata(e.getValue().committable())));
  }

  /**
   * Partitions of which no more is to be read before something has been dealt with. Each has its
   * share, for a watch lies in one of them, and one that is stuck holds up no other partition.
   */
  synchronized Set<TopicPartition> full() {
    int share = MOST_WAITING / Math.max(1, partitions.size());
    return partitions.entrySet().stream()
        .filter(e -> e.getValue().open() >= share)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  synchronized int waiting() {
    return partitions.values().stream().mapToInt(Progress::open).sum();
  }

  synchronized Health health() {
    return door.health();
  }
}
