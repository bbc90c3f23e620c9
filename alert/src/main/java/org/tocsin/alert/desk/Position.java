package org.tocsin.alert.desk;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far somebody has read the alerts and what people made of them: the next offset of each
 * partition, written {@code 0-17.1-4.s0-9}; {@code s} for the topic of states. It means the same on
 * every instance, so it can be the id of a server-sent event. A partition that it does not name has
 * not been read.
 */
public record Position(SortedMap<String, Long> next) {
  private static final Pattern WRITTEN =
      Pattern.compile("s?\\d{1,5}-\\d{1,18}(\\.s?\\d{1,5}-\\d{1,18}){0,2000}");
  private static final int LONGEST = 50_000;

  public Position {
    next = new TreeMap<>(next);
  }

  public static Position of(Map<String, Long> next) {
    return new Position(new TreeMap<>(next));
  }

  /** Nothing read. */
  public static Position start() {
    return of(Map.of());
  }

  /** The name of a partition of the alerts. */
  static String alerts(int partition) {
    return Integer.toString(partition);
  }

  /** The name of a partition of their states. */
  static String states(int partition) {
    return "s" + partition;
  }

  /**
   * Reads a written position.
   *
   * @throws IllegalArgumentException where it is not one
   */
  public static Position parse(String written) {
    if (written.isEmpty()) {
      return start();
    }
    if (written.length() > LONGEST || !WRITTEN.matcher(written).matches()) {
      throw new IllegalArgumentException("not a position in the stream of alerts");
    }
    SortedMap<String, Long> next = new TreeMap<>();
    for (String part : written.split("\\.")) {
      int dash = part.indexOf('-');
      next.put(part.substring(0, dash), Long.valueOf(part.substring(dash + 1)));
    }
    return new Position(next);
  }

  /** Whether the record at this offset has been read. */
  boolean includes(String partition, long offset) {
    return offset < next.getOrDefault(partition, 0L);
  }

  /** Whether all that the other has read has been read. */
  boolean includes(Position other) {
    return other.next().entrySet().stream()
        .allMatch(e -> next.getOrDefault(e.getKey(), 0L) >= e.getValue());
  }

  /** The position after one more record. */
  Position after(String partition, long offset) {
    SortedMap<String, Long> moved = new TreeMap<>(next);
    moved.merge(partition, offset + 1, Math::max);
    return new Position(moved);
  }

  @Override
  public String toString() {
    return next.entrySet().stream()
        .map(e -> e.getKey() + "-" + e.getValue())
        .collect(Collectors.joining("."));
  }
}
