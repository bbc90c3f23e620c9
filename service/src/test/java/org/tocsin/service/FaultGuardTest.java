package org.tocsin.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FaultGuardTest {
  private final Hands hands = new Hands();
  private final FaultGuard guard = new FaultGuard(hands);

  private boolean after(Duration pause, Throwable fault) {
    hands.now = hands.now.plus(pause);
    return guard.worthAnotherTry(fault);
  }

  private int triesOf(Duration pause, Throwable fault) {
    int tries = 0;
    while (tries < 100 && after(pause, fault)) {
      tries++;
    }
    return tries;
  }

  @Test
  void givesUpOnARecordThatKillsEveryThreadHoweverSlowlyItDoes() {
    Throwable refused = new StreamsException(new InvalidTimestampException("ahead of the broker"));
    assertThat(triesOf(Duration.ofSeconds(80), refused)).isEqualTo(5);
  }

  @Test
  void goesOnAfterFaultsThatAreRare() {
    assertThat(triesOf(Duration.ofMinutes(10), new IllegalStateException("once"))).isEqualTo(100);
  }

  @Test
  void waitsForAClusterThatIsAway() {
    Throwable away = new StreamsException(new TimeoutException("no answer"));
    assertThat(triesOf(Duration.ofSeconds(1), away)).isEqualTo(100);
  }

  @Test
  void countsErrorsToo() {
    assertThat(triesOf(Duration.ofSeconds(1), new StackOverflowError())).isEqualTo(5);
  }

  /** A clock moved by hand. */
  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2031-03-03T06:30:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
