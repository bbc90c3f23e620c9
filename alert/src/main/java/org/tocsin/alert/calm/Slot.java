package org.tocsin.alert.calm;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The hour and the day of a moment.
 *
 * @param now the moment
 * @param hour when its hour began
 * @param day when its day began
 * @param nextHour when the next hour begins
 * @param nextDay when the next day begins
 */
public record Slot(Instant now, Instant hour, Instant day, Instant nextHour, Instant nextDay) {
  /** By the clock on the wall of a watch's desk. */
  public static Slot of(Instant now, Terms terms) {
    ZonedDateTime here = now.atZone(terms.zone());
    ZonedDateTime hour = here.truncatedTo(ChronoUnit.HOURS);
    return new Slot(
        now,
        hour.toInstant(),
        here.toLocalDate().atStartOfDay(terms.zone()).toInstant(),
        hour.plusHours(1).toInstant(),
        here.toLocalDate().plusDays(1).atStartOfDay(terms.zone()).toInstant());
  }
}
