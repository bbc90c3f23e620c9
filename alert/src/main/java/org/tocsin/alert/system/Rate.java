package org.tocsin.alert.system;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** How fast a count grows, over the last minute at most. Not safe for concurrent use. */
final class Rate {
  private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(long nanos, long count) {}

  /** Takes the count as it is now; the rate since the oldest that is known of this minute. */
  double with(long count, long nanos) {
    while (samples.size() > 1 && nanos - samples.getFirst().nanos() > WINDOW_NANOS) {
      samples.removeFirst();
    }
    samples.addLast(new Sample(nanos, count));
    Sample oldest = samples.getFirst();
    double seconds = (nanos - oldest.nanos()) / 1e9;
    double rate = seconds <= 0 ? 0 : Math.max(0, count - oldest.count()) / seconds;
    return Math.round(rate * 100) / 100.0;
  }
}
