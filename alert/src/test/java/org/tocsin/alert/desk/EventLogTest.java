package org.tocsin.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventLogTest {
  private static final String LARGE = "x".repeat(3_000);

  private static List<Long> offsets(EventLog log) throws InterruptedException {
    return log.after(0, 100, 1).stream().map(EventLog.Event::offset).toList();
  }

  @Test
  void letsTheOldestGoWhereThereAreTooMany() throws Exception {
    EventLog log = new EventLog(3, Long.MAX_VALUE);
    log.startAt("0", 0, false);
    for (int offset = 0; offset < 5; offset++) {
      log.take("0", offset, "alert", "{}");
    }
    assertThat(offsets(log)).containsExactly(2L, 3L, 4L);
    assertThat(log.canResume(Position.parse("0-2"))).isTrue();
    assertThat(log.canResume(Position.parse("0-1"))).isFalse();
  }

  @Test
  void letsTheOldestGoWhereTheyAreTooLargeTogether() throws Exception {
    EventLog log = new EventLog(1_000, 10_000);
    log.startAt("0", 0, false);
    for (int offset = 0; offset < 5; offset++) {
      log.take("0", offset, "sighting", LARGE);
    }
    assertThat(offsets(log)).containsExactly(2L, 3L, 4L);
    assertThat(log.canResume(Position.parse("0-1"))).isFalse();
    for (int offset = 5; offset < 100; offset++) {
      log.take("0", offset, "sighting", "{}");
    }
    assertThat(offsets(log)).doesNotContain(2L).contains(4L, 5L, 99L);
  }

  @Test
  void holdsTheNewestHoweverLargeItIs() throws Exception {
    EventLog log = new EventLog(10, 100);
    log.startAt("0", 0, false);
    log.take("0", 0, "sighting", LARGE);
    log.take("0", 1, "sighting", LARGE);
    assertThat(offsets(log)).containsExactly(1L);
  }

  @Test
  void saysThatThereIsAGapInAPartitionThatAPositionDoesNotName() {
    EventLog log = new EventLog(1, Long.MAX_VALUE);
    log.startAt("0", 0, false);
    log.startAt("1", 0, false);
    log.take("0", 0, "alert", "{}");
    assertThat(log.canResume(Position.parse("1-0"))).isTrue();
    log.take("1", 0, "alert", "{}");
    assertThat(log.canResume(Position.parse("1-1"))).isFalse();
  }
}
