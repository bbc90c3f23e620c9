package org.tocsin.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When in the week a source has something new: a count for each of its 168 hours. From it follows
 * how much was to be expected since the last new item, and so whether its silence means something.
 */
final class Rhythm {
  private static final int DAY = 24;
  private static final int WEEK = 7 * DAY;

  /** Two weeks say what a week is like. */
  private static final Duration LEARNING = Duration.ofDays(14);

  /** With so many items expected, none at all comes about once in 150 times by chance. */
  private static final double MEANS_SOMETHING = 5;

  private static final int MOST = 1_000_000;

  private Rhythm() {}

  /** The counts with so many new items at this time. */
  static List<Integer> with(List<Integer> counts, Instant now, int fresh) {
    List<Integer> next =
        new ArrayList<>(counts.size() == WEEK ? counts : Collections.nCopies(WEEK, 0));
    int hour = hour(now);
    next.set(hour, Math.min(MOST, next.get(hour) + fresh));
    return next;
  }

  /** How many new items a time without any would have had, were it like the weeks before. */
  static double expected(List<Integer> counts, Instant firstPoll, Instant from, Instant now) {
    if (counts.size() != WEEK || !from.isBefore(now)) {
      return 0;
    }
    double weeks = Math.max(1, Duration.between(firstPoll, now).toHours() / (double) WEEK);
    long hours = Math.min(Duration.between(from, now).toHours(), 8L * WEEK);
    double sum = 0;
    for (long i = 0; i < hours; i++) {
      sum += counts.get(hour(from.plus(Duration.ofHours(i))));
    }
    return sum / weeks;
  }

  /** Whether a source has been quiet for longer than its own week explains. */
  static boolean silent(
      List<Integer> counts, @Nullable Instant firstPoll, @Nullable Instant lastNew, Instant now) {
    return firstPoll != null
        && lastNew != null
        && Duration.between(firstPoll, now).compareTo(LEARNING) >= 0
        && expected(counts, firstPoll, lastNew, now) >= MEANS_SOMETHING;
  }

  private static int hour(Instant time) {
    ZonedDateTime at = time.atZone(ZoneOffset.UTC);
    return (at.getDayOfWeek().getValue() - 1) * DAY + at.getHour();
  }
}
