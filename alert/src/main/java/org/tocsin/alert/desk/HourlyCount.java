package org.tocsin.alert.desk;

import java.time.Instant;

/** Counts what came in each of the last twenty-four hours. Not safe for concurrent use. */
final class HourlyCount {
  private static final int DAY = 24;
  private static final int SECONDS = 3_600;

  private final int[] hours = new int[DAY];
  private long last;

  void add(Instant time) {
    long hour = Math.floorDiv(time.getEpochSecond(), SECONDS);
    forget(hour);
    if (hour > last - DAY) {
      hours[(int) Math.floorMod(hour, (long) DAY)]++;
    }
  }

  private void forget(long upTo) {
    if (upTo > last) {
      for (long hour = Math.max(last + 1, upTo - DAY + 1); hour <= upTo; hour++) {
        hours[(int) Math.floorMod(hour, (long) DAY)] = 0;
      }
      last = upTo;
    }
  }

  /** How many came in the day that ends with this hour. */
  int ofDay(Instant now) {
    forget(Math.floorDiv(now.getEpochSecond(), SECONDS));
    int sum = 0;
    for (int count : hours) {
      sum += count;
    }
    return sum;
  }
}
