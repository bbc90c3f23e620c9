package org.tocsin.alert.desk;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;

/**
 * The latest alerts, and the latest records of the alert topic in the order they were read. The
 * page asks for the former, streams follow the latter. Both are bounded by the same number.
 */
final class AlertBoard {
  private static final Comparator<Alert> NEWEST_FIRST =
      Comparator.comparing(Alert::rung).reversed().thenComparing(Alert::id);

  private final int capacity;
  private final Map<String, Alert> alerts = new LinkedHashMap<>();
  private final Deque<Event> log = new ArrayDeque<>();
  private final TreeMap<Integer, Long> next = new TreeMap<>();
  private final TreeMap<Integer, Long> complete = new TreeMap<>();
  private long lastSequence;

  /**
   * A record of the alert topic.
   *
   * @param sequence counts the records as this instance read them, from 1
   */
  record Event(long sequence, int partition, long offset, Alert alert) {}

  /** The newest alerts, and the position from which a stream continues without a gap. */
  record Page(List<Alert> alerts, Position position) {}

  AlertBoard(int capacity) {
    this.capacity = capacity;
  }

  /** Notes where the reading of a partition began. */
  synchronized void startAt(int partition, long offset) {
    next.putIfAbsent(partition, offset);
    complete.putIfAbsent(partition, offset);
  }

  synchronized void take(int partition, long offset, @Nullable Alert alert) {
    startAt(partition, offset);
    next.put(partition, offset + 1);
    if (alert == null) {
      return;
    }
    alerts.merge(alert.id(), alert, (old, now) -> now.update() >= old.update() ? now : old);
    if (alerts.size() > capacity) {
      alerts.remove(alerts.keySet().iterator().next());
    }
    log.addLast(new Event(++lastSequence, partition, offset, alert));
    if (log.size() > capacity) {
      Event lost = log.removeFirst();
      complete.put(lost.partition(), lost.offset() + 1);
    }
    notifyAll();
  }

  /** The newest alerts first, by the time of their articles: the same order on every instance. */
  synchronized Page latest(int limit, @Nullable String watch) {
    return new Page(
        alerts.values().stream()
            .filter(alert -> watch == null || alert.watch().id().equals(watch))
            .sorted(NEWEST_FIRST)
            .limit(limit)
            .toList(),
        Position.of(next));
  }

  synchronized Optional<Alert> alert(String id) {
    return Optional.ofNullable(alerts.get(id));
  }

  synchronized int size() {
    return alerts.size();
  }

  synchronized Position position() {
    return Position.of(next);
  }

  /** Whether all that follows a position is still in memory here. */
  synchronized boolean canResume(Position from) {
    return complete.entrySet().stream()
        .allMatch(e -> from.next().getOrDefault(e.getKey(), e.getValue()) >= e.getValue());
  }

  /**
   * The records read after {@code sequence}; waits for one where there is none.
   *
   * @return empty where none came within the time
   */
  synchronized List<Event> after(long sequence, int limit, long millis)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (lastSequence <= sequence) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return List.of();
      }
      wait(left);
    }
    return log.stream().filter(e -> e.sequence() > sequence).limit(limit).toList();
  }
}
