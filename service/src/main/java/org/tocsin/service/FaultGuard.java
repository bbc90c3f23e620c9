package org.tocsin.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Tells faults that pass from those that come again for ever: a record that no attempt can bring
 * through kills one thread after another, each after the time-outs of a transaction.
 */
final class FaultGuard {
  private static final int TOLERATED = 5;
  private static final Duration WINDOW = Duration.ofMinutes(30);

  private final Clock clock;
  private final Deque<Instant> faults = new ArrayDeque<>();

  FaultGuard(Clock clock) {
    this.clock = clock;
  }

  /**
   * Whether it is of use to begin anew after this fault. A cluster that is away is no fault of
   * ours, however long it stays away.
   */
  synchronized boolean worthAnotherTry(Throwable fault) {
    if (root(fault) instanceof RetriableException) {
      return true;
    }
    Instant now = clock.instant();
    faults.addLast(now);
    while (faults.getFirst().isBefore(now.minus(WINDOW))) {
      faults.removeFirst();
    }
    return faults.size() <= TOLERATED;
  }

  private static Throwable root(Throwable fault) {
    Throwable cause = fault;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
