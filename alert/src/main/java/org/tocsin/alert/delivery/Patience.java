package org.tocsin.alert.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * How a receiver that fails is tried again.
 *
 * @param backoff between attempts
 * @param total after which an alert is given up, counted from when it rang
 */
record Patience(Backoff backoff, Duration total) {
  /** Even an alert that waited for days behind others gets as many attempts. */
  private static final int LEAST_ATTEMPTS = 3;

  boolean exhausted(Instant appended, int attempts, Instant now) {
    return attempts >= LEAST_ATTEMPTS && now.isAfter(appended.plus(total));
  }
}
