package org.tocsin.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.Lane;

class CadenceTest {
  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final Cadence CADENCE =
      new Cadence(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(6));

  @Test
  void asksABusySourceSoonerAndAQuietOneLater() {
    Duration busy = EVERY;
    Duration quiet = EVERY;
    for (int i = 0; i < 20; i++) {
      busy = CADENCE.next(source(false), busy, 1);
      quiet = CADENCE.next(source(false), quiet, 0);
    }
    assertThat(busy).isEqualTo(Duration.ofMinutes(1));
    assertThat(quiet).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void keepsTheIntervalThatIsConfigured() {
    assertThat(CADENCE.next(source(true), EVERY, 0)).isEqualTo(EVERY);
  }

  @Test
  void leavesASourceAloneForLongerEachTimeItFails() {
    assertThat(CADENCE.pause(EVERY, 1, null)).isEqualTo(Duration.ofMinutes(10));
    assertThat(CADENCE.pause(EVERY, 3, null)).isEqualTo(Duration.ofMinutes(40));
    assertThat(CADENCE.pause(EVERY, 99, null)).isEqualTo(Duration.ofHours(6));
    assertThat(CADENCE.pause(EVERY, 1, Duration.ofHours(9))).isEqualTo(Duration.ofHours(9));
  }

  @Test
  void spreadsSourcesAndNeverComesBeforeTheTimeAServerAskedFor() {
    assertThat(Cadence.jitter(EVERY, "a", 1)).isNotEqualTo(Cadence.jitter(EVERY, "b", 1));
    for (int poll = 0; poll < 100; poll++) {
      assertThat(Cadence.jitter(EVERY, "a", poll))
          .isBetween(EVERY.multipliedBy(9).dividedBy(10), EVERY.multipliedBy(11).dividedBy(10));
      assertThat(Cadence.stretch(EVERY, "a", poll)).isGreaterThanOrEqualTo(EVERY);
    }
  }

  private static SourceSettings source(boolean fixed) {
    return new SourceSettings(
        "courier", SourceSettings.Kind.FEED, "x", EVERY, fixed, false, Lane.LIVE);
  }
}
