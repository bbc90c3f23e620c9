package org.tocsin.alert.delivery;

import java.time.Duration;
import java.time.Instant;
import org.tocsin.alert.notifier.Answer;

/**
 * How a receiver that fails is tried again.
 *
 * @param backoff between attempts
 * @param total after which an alert is given up, counted from when it rang
 */
record Patience(Backoff backoff, Duration total) {
  /** Even an alert that waited for days behind others, or while alert was off, gets as many. */
  private static final int LEAST_ATTEMPTS = 3;

  /** When an alert's time is over. */
  Instant end(Pending pending) {
    return pending.appended().plus(total);
  }

  boolean over(Pending pending, Instant now) {
    return !now.isBefore(end(pending));
  }

  /**
   * Whether an alert whose attempt failed is given up. One whose time is over is, after its least
   * number of attempts; at once where the alert before it was given up in the same way, or where
   * the receiver asks to be left alone for longer still.
   */
  boolean exhausted(Pending tried, Attempt attempt, Answer answer, Instant now) {
    return over(tried, now)
        && (tried.attempts() >= LEAST_ATTEMPTS
            || attempt.forsaken()
            || answer.retryAfter() != null);
  }
}
