package org.tocsin.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RhythmTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

  /** Two items an hour on working days, from eight to eighteen, for three weeks. */
  private static List<Integer> office() {
    List<Integer> counts = List.of();
    for (int hour = 0; hour < 3 * 168; hour++) {
      Instant time = MONDAY.plus(Duration.ofHours(hour));
      var local = time.atZone(ZoneOffset.UTC);
      boolean weekend = local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
      if (!weekend && local.getHour() >= 8 && local.getHour() < 18) {
        counts = Rhythm.with(counts, time, 2);
      }
    }
    return counts;
  }

  @Test
  void takesAQuietWeekendForWhatItIs() {
    Instant friday = MONDAY.plus(Duration.ofDays(18)).plus(Duration.ofHours(17));
    Instant sunday = MONDAY.plus(Duration.ofDays(20)).plus(Duration.ofHours(20));

    assertThat(Rhythm.silent(office(), MONDAY, friday, sunday)).isFalse();
  }

  @Test
  void seesThatAWorkingDayIsSilent() {
    Instant monday = MONDAY.plus(Duration.ofDays(21)).plus(Duration.ofHours(8));

    assertThat(Rhythm.silent(office(), MONDAY, monday, monday.plus(Duration.ofHours(2)))).isFalse();
    assertThat(Rhythm.silent(office(), MONDAY, monday, monday.plus(Duration.ofHours(5)))).isTrue();
  }

  @Test
  void learnsForTwoWeeksBeforeItSaysAnything() {
    Instant late = MONDAY.plus(Duration.ofDays(13));

    assertThat(Rhythm.silent(office(), MONDAY, MONDAY, late)).isFalse();
  }

  @Test
  void saysNothingOfASourceThatNeverHadAnything() {
    assertThat(Rhythm.silent(List.of(), MONDAY, null, MONDAY.plus(Duration.ofDays(90)))).isFalse();
  }
}
