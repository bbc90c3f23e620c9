package org.tocsin.alert.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days of the clock in a zone, numbered since the epoch. Some are an hour shorter or longer.
 * For one thread; cheap where one time is near the other.
 */
final class Days {
  private final ZoneId zone;
  private long day;
  private long begin = Long.MAX_VALUE;
  private long end = Long.MIN_VALUE;

  Days(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * The day of a moment.
   *
   * @param millis since the epoch
   */
  long of(long millis) {
    if (millis < begin || millis >= end) {
      LocalDate date = Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
      day = date.toEpochDay();
      begin = begin(day).toEpochMilli();
      end = begin(day + 1).toEpochMilli();
    }
    return day;
  }

  /** When a day begins. */
  Instant begin(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).atStartOfDay(zone).toInstant();
  }
}
