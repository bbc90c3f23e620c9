package org.tocsin.alert.delivery;

import java.util.TreeSet;

/**
 * How far a partition has been dealt with, where lanes end their records out of order: everything
 * before {@link #committable} is done.
 */
final class Progress {
  private final TreeSet<Long> open = new TreeSet<>();
  private long next;

  Progress(long next) {
    this.next = next;
  }

  /** A record has been read that somebody has to deal with. */
  void begin(long offset) {
    open.add(offset);
    next = Math.max(next, offset + 1);
  }

  /** A record has been read that concerns nobody, or is dealt with. */
  void done(long offset) {
    open.remove(offset);
    next = Math.max(next, offset + 1);
  }

  long committable() {
    return open.isEmpty() ? next : open.first();
  }

  boolean isOpen(long offset) {
    return open.contains(offset);
  }

  int open() {
    return open.size();
  }
}
