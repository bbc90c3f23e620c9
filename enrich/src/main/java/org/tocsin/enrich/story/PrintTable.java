package org.tocsin.enrich.story;

import java.util.function.IntConsumer;

/**
 * Which places of the index hold a print: a table from 32-bit hashes to places, several for one
 * hash. Seven bytes an entry, about nine with the room that is left free.
 *
 * <p>The upper byte of a hash chooses one of {@value #SEGMENTS} segments, so that growing never
 * moves more than a small part at a time; the other three bytes are kept. A segment is filled up to
 * seven eighths and grows by an eighth.
 */
final class PrintTable {
  static final int SEGMENTS = 256;

  private final PrintSegment[] segments = new PrintSegment[SEGMENTS];

  PrintTable() {
    for (int i = 0; i < SEGMENTS; i++) {
      segments[i] = new PrintSegment();
    }
  }

  /** Puts a place under a hash. */
  void add(int hash, int place) {
    segments[hash >>> 24].add(hash & PrintSegment.TAG, place);
  }

  /** Takes a place away from under a hash, once; nothing happens where it is not there. */
  void remove(int hash, int place) {
    segments[hash >>> 24].remove(hash & PrintSegment.TAG, place);
  }

  /** Visits the places under a hash, at most so many; returns their number. */
  int visit(int hash, int most, IntConsumer visitor) {
    return segments[hash >>> 24].visit(hash & PrintSegment.TAG, most, visitor);
  }

  /** Bytes of memory taken. */
  long bytes() {
    long bytes = 0;
    for (PrintSegment segment : segments) {
      bytes += segment.bytes();
    }
    return bytes;
  }
}
