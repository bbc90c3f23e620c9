package org.tocsin.alert.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Alerts that go to one receiver one after the other: those of one watch, in the order in which
 * they rang, so that none overtakes one that is being retried; for a digest all of them together.
 * Not safe for threads; {@link Dispatcher} guards it.
 */
final class Lane {
  private static final int LARGEST_DIGEST = 200;

  private final Duration digest;
  private final Deque<Pending> waiting = new ArrayDeque<>();
  private Instant due = Instant.MIN;
  private int attempts;
  private boolean busy;

  Lane(Duration digest) {
    this.digest = digest;
  }

  /**
   * Adds an alert.
   *
   * @param attempts that were made before a restart
   * @param notBefore when the next one may be made
   */
  void add(Pending pending, int attempts, Instant notBefore) {
    if (waiting.isEmpty()) {
      this.attempts = attempts;
      this.due = digest.isZero() ? notBefore : later(notBefore, pending.appended().plus(digest));
    }
    waiting.add(pending);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** What is to be sent together now; empty where nothing is due. */
  List<Pending> parcel(Instant now) {
    if (waiting.isEmpty() || due.isAfter(now)) {
      return List.of();
    }
    return digest.isZero()
        ? List.of(waiting.element())
        : new ArrayList<>(waiting).subList(0, Math.min(LARGEST_DIGEST, waiting.size()));
  }

  /** A parcel has ended. */
  void ended(List<Pending> parcel) {
    waiting.removeAll(parcel);
    attempts = 0;
    due =
        digest.isZero() || waiting.isEmpty()
            ? Instant.MIN
            : waiting.element().appended().plus(digest);
  }

  /** The parcel is to be tried again. */
  void again(Instant next) {
    due = next;
  }

  /** Counts an attempt; how many that makes. */
  int attempt() {
    return ++attempts;
  }

  /** Lets go of what another instance deals with now. */
  void drop(Set<Integer> partitions) {
    waiting.removeIf(pending -> partitions.contains(pending.place().partition()));
  }

  /** Whether somebody is to work on it now; to be given back with {@link #leave}. */
  boolean enter(Instant now) {
    if (busy || waiting.isEmpty() || due.isAfter(now)) {
      return false;
    }
    busy = true;
    return true;
  }

  void leave() {
    busy = false;
  }

  boolean busy() {
    return busy;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }
}
