package org.tocsin.deploy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs so many times faster than the wall's, so that an hour passes in a minute. */
final class FastClock extends Clock {
  private final Instant begin;
  private final long nanos = System.nanoTime();
  private final int factor;

  FastClock(Instant begin, int factor) {
    this.begin = begin;
    this.factor = factor;
  }

  @Override
  public Instant instant() {
    return begin.plus(Duration.ofNanos((System.nanoTime() - nanos) * factor));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
