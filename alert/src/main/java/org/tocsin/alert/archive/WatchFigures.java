package org.tocsin.alert.archive;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a watch did over some days, and what people made of it.
 *
 * @param days in the desk's zone, the oldest first
 * @param verdicts how many of its alerts were {@code good}, for somebody acknowledged them, and how
 *     many were dismissed with which verdict
 * @param precision share of the good among those that people have decided on; null where none is
 */
public record WatchFigures(
    String id, List<Day> days, SortedMap<String, Long> verdicts, @Nullable Double precision) {
  public WatchFigures {
    days = List.copyOf(days);
    verdicts = new TreeMap<>(verdicts);
  }

  /** A day. */
  public record Day(LocalDate day, long rang, long held) {}

  /** Figures with their precision. */
  static WatchFigures of(String id, List<Day> days, Map<String, Long> verdicts) {
    long good = verdicts.getOrDefault(AlertArchive.GOOD, 0L);
    long all = verdicts.values().stream().mapToLong(Long::longValue).sum();
    Double precision = all == 0 ? null : Math.round(100.0 * good / all) / 100.0;
    return new WatchFigures(id, days, new TreeMap<>(verdicts), precision);
  }
}
