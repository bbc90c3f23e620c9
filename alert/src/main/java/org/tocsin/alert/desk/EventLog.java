package org.tocsin.alert.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The latest records of the alerts and of their states in the order they were read, each written
 * out once for all who listen. A ring: the oldest gives way to the newest, where there are too many
 * or they are too large together.
 */
final class EventLog {
  private final @Nullable Event[] ring;
  private final TreeMap<String, Long> next = new TreeMap<>();
  private final TreeMap<String, Long> complete = new TreeMap<>();
  private final long mostBytes;
  private long bytes;
  private long firstSequence = 1;
  private long lastSequence;

  /**
   * A record.
   *
   * @param sequence counts the records as this instance read them, from 1
   * @param after how far this instance had read with it
   */
  record Event(long sequence, String partition, long offset, Frame frame, Position after) {}

  /**
   * A log.
   *
   * @param capacity how many records it holds
   * @param mostBytes how large they are together; the newest is held however large it is
   */
  EventLog(int capacity, long mostBytes) {
    this.ring = new Event[capacity];
    this.mostBytes = mostBytes;
  }

  /**
   * Notes where the reading of a partition began.
   *
   * @param anew whether what was read of it before is no longer in it
   */
  synchronized void startAt(String partition, long offset, boolean anew) {
    if (anew) {
      next.remove(partition);
      complete.remove(partition);
    }
    next.putIfAbsent(partition, offset);
    complete.putIfAbsent(partition, offset);
  }

  /** Takes a record that tells nobody anything. */
  synchronized void pass(String partition, long offset) {
    startAt(partition, offset, false);
    next.merge(partition, offset + 1, Math::max);
    notifyAll();
  }

  /** Takes a record that is told. */
  synchronized void take(String partition, long offset, String name, String data) {
    pass(partition, offset);
    Position after = Position.of(next);
    Frame frame = Frame.of(name, data, after.toString());
    lastSequence++;
    bytes += frame.bytes();
    while (lastSequence - firstSequence >= ring.length
        || (bytes > mostBytes && firstSequence < lastSequence)) {
      forgetFirst();
    }
    ring[place(lastSequence)] = new Event(lastSequence, partition, offset, frame, after);
  }

  private void forgetFirst() {
    Event lost = ring[place(firstSequence)];
    ring[place(firstSequence)] = null;
    firstSequence++;
    if (lost != null) {
      bytes -= lost.frame().bytes();
      complete.merge(lost.partition(), lost.offset() + 1, Math::max);
    }
  }

  private int place(long sequence) {
    return (int) (sequence % ring.length);
  }

  /** Whether a record has been read. */
  synchronized boolean has(String partition, long offset) {
    return next.getOrDefault(partition, 0L) > offset;
  }

  synchronized Position position() {
    return Position.of(next);
  }

  /** Whether all that follows a position, in all partitions, is still in memory here. */
  synchronized boolean canResume(Position from) {
    return complete.entrySet().stream()
        .allMatch(e -> from.next().getOrDefault(e.getKey(), 0L) >= e.getValue());
  }

  /** Waits until a record has been read; false where it was not within the time. */
  synchronized boolean await(String partition, long offset, long millis)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!has(partition, offset)) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /**
   * The records read after {@code sequence}, or, where those are lost, the oldest there are; waits
   * for one where there is none.
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
    List<Event> events = new ArrayList<>();
    long from = Math.max(sequence + 1, firstSequence);
    for (long i = from; i <= lastSequence && events.size() < limit; i++) {
      Event event = ring[place(i)];
      if (event != null) {
        events.add(event);
      }
    }
    return events;
  }

  /** The sequence of the newest record. */
  synchronized long last() {
    return lastSequence;
  }
}
