package org.tocsin.alert.desk;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far somebody has read the alerts: the next offset of each partition, written {@code
 * 0-17.1-4}. It means the same on every instance, so it can be the id of a server-sent event.
 */
public record Position(SortedMap<Integer, Long> next) {
  private static final Pattern WRITTEN =
      Pattern.compile("\\d{1,5}-\\d{1,18}(\\.\\d{1,5}-\\d{1,18}){0,2000}");

  public Position {
    next = new TreeMap<>(next);
  }

  public static Position of(Map<Integer, Long> next) {
    return new Position(new TreeMap<>(next));
  }

  /** Nothing read. */
  public static Position start() {
    return of(Map.of());
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
    if (written.length() > 20_000 || !WRITTEN.matcher(written).matches()) {
      throw new IllegalArgumentException("not a position in the stream of alerts");
    }
    SortedMap<Integer, Long> next = new TreeMap<>();
    for (String part : written.split("\\.")) {
      int dash = part.indexOf('-');
      next.put(Integer.valueOf(part.substring(0, dash)), Long.valueOf(part.substring(dash + 1)));
    }
    return new Position(next);
  }

  /** Whether the record at this offset has been read. */
  boolean includes(int partition, long offset) {
    return offset < next.getOrDefault(partition, 0L);
  }

  /** The position after one more record. */
  Position after(int partition, long offset) {
    SortedMap<Integer, Long> moved = new TreeMap<>(next);
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
