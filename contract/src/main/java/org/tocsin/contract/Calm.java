package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How seldom a watch rings. What it holds back is written to {@code alerts} all the same, and told
 * in one digest. Each part is null where the watch does not ask for it.
 *
 * @param coolDown how long a speaker who rang it does not ring it again: {@code PT2H}
 * @param perHour most alerts in an hour of the clock
 * @param perDay most alerts in a day of {@code zone}
 * @param quiet the hours of the day in which nothing rings
 * @param group how long further statements of a story join the alert that rang for it
 */
public record Calm(
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) Duration coolDown,
    @Nullable Integer perHour,
    @Nullable Integer perDay,
    @Nullable Quiet quiet,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) Duration group) {
  /** The longest cool-down. */
  public static final Duration LONGEST_COOL_DOWN = Duration.ofDays(7);

  /** The longest time in which a story's statements are grouped. */
  public static final Duration LONGEST_GROUP = Duration.ofDays(1);

  /** The largest budget. */
  public static final int MOST = 100_000;

  /** Rings at everything. */
  public static final Calm NONE = new Calm(null, null, null, null, null);

  /**
   * The same hours of every day, over midnight where {@code to} is not after {@code from}.
   *
   * @param from first minute that is quiet: {@code 22:00}
   * @param to first minute that is not: {@code 06:30}
   * @param zone in which they are meant: {@code Europe/Oslo}
   * @param urgent whether alerts of the severity high ring all the same; false where left out
   */
  public record Quiet(
      @JsonFormat(pattern = "HH:mm") LocalTime from,
      @JsonFormat(pattern = "HH:mm") LocalTime to,
      ZoneId zone,
      Boolean urgent) {
    public Quiet {
      Checks.present(from, "quiet hours begin at 'from'");
      Checks.present(to, "quiet hours end at 'to'");
      Checks.present(zone, "quiet hours have a 'zone'");
      if (from.equals(to)) {
        throw new IllegalArgumentException("quiet hours from " + from + " to " + to + " are none");
      }
      urgent = urgent != null && urgent;
    }
  }

  public Calm {
    within(coolDown, LONGEST_COOL_DOWN, "coolDown");
    within(group, LONGEST_GROUP, "group");
    within(perHour, "perHour");
    within(perDay, "perDay");
  }

  private static void within(@Nullable Duration time, Duration most, String name) {
    if (time != null && (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(most) > 0)) {
      throw new IllegalArgumentException(
          name + " is between PT1S and " + most + ", not " + time + "; leave it out for none");
    }
  }

  private static void within(@Nullable Integer budget, String name) {
    if (budget != null && (budget < 1 || budget > MOST)) {
      throw new IllegalArgumentException(
          name + " is between 1 and " + MOST + ", not " + budget + "; leave it out for no limit");
    }
  }
}
