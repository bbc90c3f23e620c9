package org.tocsin.alert.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after the n-th fault in a row: doubling from the first wait to the longest, of
 * which a random share between a half and the whole is taken, so that many who failed together do
 * not come back together.
 *
 * @param first wait
 * @param longest wait
 */
record Backoff(Duration first, Duration longest) {
  private static final int DOUBLINGS = 30;

  /**
   * A wait.
   *
   * @param faults in a row, from 1
   */
  Duration after(int faults, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(DOUBLINGS, Math.max(0, faults - 1));
    boolean beyond = doubled <= 0 || doubled > longest.toMillis();
    long most = beyond ? longest.toMillis() : doubled;
    return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
  }
}
