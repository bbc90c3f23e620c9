package org.tocsin.alert.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.notifier.Answer;
import org.tocsin.contract.Delivery;

/**
 * Alerts that go to one receiver one after the other: those of one watch, in the order in which
 * they rang, so that none overtakes one that is being retried; for a digest all of them together.
 * Not safe for threads; {@link Backlog} guards it.
 */
final class Lane {
  static final int LARGEST_DIGEST = 200;

  private final String name;
  private final Duration digest;
  private final Map<Delivery.Place, Pending> waiting = new LinkedHashMap<>();
  private Instant due = Instant.MIN;
  private Instant gathered = Instant.MIN;
  private int largest = LARGEST_DIGEST;
  private int faults;
  private boolean forsaken;
  private boolean busy;
  private List<Pending> sending = List.of();
  private @Nullable Verdict unwritten;

  /**
   * A lane.
   *
   * @param name the watch's id, or nothing for that of a digest
   */
  Lane(String name, Duration digest) {
    this.name = name;
    this.digest = digest;
  }

  String name() {
    return name;
  }

  /**
   * Adds an alert.
   *
   * @param notBefore when the next attempt may be made
   */
  void add(Pending pending, Instant notBefore) {
    if (waiting.isEmpty()) {
      faults = pending.attempts();
      due = digest.isZero() ? notBefore : later(notBefore, pending.appended().plus(digest));
    }
    waiting.put(pending.place(), pending);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private Pending first() {
    return waiting.values().iterator().next();
  }

  /**
   * What is to be sent now; null where nothing is due. A digest that failed is tried again as it
   * was, so that its receiver can know it again.
   */
  @Nullable Attempt next(Instant now) {
    if (waiting.isEmpty() || due.isAfter(now)) {
      return null;
    }
    if (digest.isZero()) {
      return attempt(List.of(first()));
    }
    if (first().appended().isAfter(gathered)) {
      gathered = now;
      largest = LARGEST_DIGEST;
    }
    List<Pending> tried = waiting.values().stream().filter(p -> p.attempts() > 0).toList();
    List<Pending> parcel = tried.isEmpty() ? List.copyOf(waiting.values()) : tried;
    return attempt(parcel.subList(0, Math.min(largest, parcel.size())));
  }

  private Attempt attempt(List<Pending> parcel) {
    sending = parcel;
    return new Attempt(parcel, faults, forsaken);
  }

  /** Keeps what has been decided until its receipts are written. */
  void decided(Verdict verdict) {
    sending = List.of();
    unwritten = verdict;
  }

  @Nullable Verdict unwritten() {
    return unwritten;
  }

  /** The receipts of a verdict are written. */
  void settled(Verdict verdict) {
    unwritten = null;
    for (Verdict.Outcome outcome : verdict.outcomes()) {
      if (outcome.receipt().ended()) {
        waiting.remove(outcome.pending().place());
      } else {
        waiting.replace(outcome.pending().place(), outcome.pending());
      }
    }
    if (verdict.answer().result() == Answer.Result.REFUSED) {
      largest = LARGEST_DIGEST;
    }
    faults = verdict.failed() ? faults + 1 : 0;
    forsaken = verdict.failed() && (forsaken || verdict.gaveUp());
    due = verdict.next().equals(Instant.MIN) ? begin() : verdict.next();
  }

  /** When the next parcel is due: at once, where it belongs to a digest that is being told. */
  private Instant begin() {
    return digest.isZero() || waiting.isEmpty() || !first().appended().isAfter(gathered)
        ? Instant.MIN
        : first().appended().plus(digest);
  }

  /** A parcel was refused of which a half may pass; that is enough for the rest of a digest. */
  void narrow(int refused) {
    largest = Math.max(1, refused / 2);
    sending = List.of();
  }

  /** Nothing is done before then. */
  void postpone(Instant until) {
    due = until;
  }

  /** Takes out, for good, those that pass and are not being sent. */
  List<Pending> takeOut(Predicate<Pending> which) {
    List<Pending> out =
        waiting.values().stream().filter(which).filter(p -> !sending.contains(p)).toList();
    out.forEach(pending -> waiting.remove(pending.place()));
    return out;
  }

  /** Forgets those that another instance has dealt with. */
  void forget(Collection<Pending> ended) {
    ended.forEach(pending -> waiting.remove(pending.place()));
    due = begin();
  }

  /** Lets go of what another instance deals with now. */
  void drop(Set<TopicPartition> gone) {
    waiting.values().removeIf(pending -> gone.contains(pending.partition()));
    if (unwritten != null) {
      Verdict left = unwritten.only(pending -> !gone.contains(pending.partition()));
      unwritten = left.outcomes().isEmpty() ? null : left;
    }
  }

  /** Whether somebody is to work on it now; to be given back with {@link #leave}. */
  boolean enter(Instant now) {
    if (busy || due.isAfter(now) || (waiting.isEmpty() && unwritten == null)) {
      return false;
    }
    busy = true;
    return true;
  }

  void leave() {
    sending = List.of();
    busy = false;
  }

  boolean busy() {
    return busy;
  }

  /** Whether there is nothing to do and nobody does it. */
  boolean idle() {
    return waiting.isEmpty() && unwritten == null && !busy;
  }
}
