package org.tocsin.alert.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {
  private static String day(Days days, String time) {
    return LocalDate.ofEpochDay(days.of(Instant.parse(time).toEpochMilli())).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Oslo, 2026-07-01T21:59:59.999Z, 2026-07-01",
    "Europe/Oslo, 2026-07-01T22:00:00Z, 2026-07-02",
    "Europe/Oslo, 2026-01-01T22:59:59Z, 2026-01-01",
    "Europe/Oslo, 2026-01-01T23:00:00Z, 2026-01-02",
    "America/New_York, 2026-07-02T03:59:59Z, 2026-07-01",
    "UTC, 2026-07-01T22:00:00Z, 2026-07-01",
    "UTC, 1969-12-31T23:00:00Z, 1969-12-31",
  })
  void knowsTheDayOnTheWall(String zone, String time, String expected) {
    assertThat(day(new Days(ZoneId.of(zone)), time)).isEqualTo(expected);
  }

  @Test
  void staysRightFromOneTimeToTheNext() {
    Days days = new Days(ZoneId.of("Europe/Oslo"));
    assertThat(day(days, "2026-03-29T12:00:00Z")).isEqualTo("2026-03-29");
    assertThat(day(days, "2026-03-29T21:59:59Z")).isEqualTo("2026-03-29"); // a day of 23 hours
    assertThat(day(days, "2026-03-29T22:00:00Z")).isEqualTo("2026-03-30");
    assertThat(day(days, "2026-03-28T22:59:59Z")).isEqualTo("2026-03-28");
    assertThat(days.begin(LocalDate.parse("2026-03-30").toEpochDay()))
        .isEqualTo("2026-03-29T22:00:00Z");
    assertThat(day(new Days(ZoneOffset.UTC), "2026-03-29T22:00:00Z")).isEqualTo("2026-03-29");
  }
}
