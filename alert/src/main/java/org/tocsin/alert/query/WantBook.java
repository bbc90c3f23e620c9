package org.tocsin.alert.query;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;

/**
 * All that the watches of an index want, each thing with a number, with the keys by which
 * statements show it, and with the watches filed under it. What no watch wants any more is
 * forgotten and its number given to another.
 */
final class WantBook {
  /** The number of what every statement has. */
  static final int ALWAYS = 0;

  private final KeyTable keys = new KeyTable();
  private final Map<Want, Entry> entries = new HashMap<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private int numbers = ALWAYS + 1;

  /**
   * A want of the book. A watch is filed here with a second thing that it needs, so that of the
   * thousands that wait for a name only those are looked at of which the statement has that too.
   */
  static final class Entry {
    private static final long[] NONE = {};

    /** From so many on, what the statement has is sought here, and not the other way round. */
    private static final int MANY = 512;

    final int number;
    private int uses;

    /** Number of the second thing and place of the watch, in order. */
    private long[] filed = NONE;

    private int size;

    Entry(int number) {
      this.number = number;
    }

    void file(int second, int place) {
      long filing = filing(second, place);
      int at = Arrays.binarySearch(filed, 0, size, filing);
      if (at >= 0) {
        return;
      }
      if (size == filed.length) {
        filed = Arrays.copyOf(filed, Math.max(2, size + (size >> 1)));
      }
      System.arraycopy(filed, -at - 1, filed, -at, size + at + 1);
      filed[-at - 1] = filing;
      size++;
    }

    void unfile(int second, int place) {
      int at = Arrays.binarySearch(filed, 0, size, filing(second, place));
      if (at >= 0) {
        size--;
        System.arraycopy(filed, at + 1, filed, at, size - at);
      }
    }

    private static long filing(int second, int place) {
      return ((long) second << 32) | place;
    }

    /**
     * Names the places of the watches of which a statement has the second thing too, some of them
     * more than once.
     */
    void visit(Presence presence, IntConsumer taker) {
      if (size > MANY && size > presence.size() * 16) {
        visit(ALWAYS, taker);
        for (int i = 0; i < presence.size(); i++) {
          visit(presence.get(i).number, taker);
        }
        return;
      }
      for (int i = 0; i < size; i++) {
        if (presence.has((int) (filed[i] >>> 32))) {
          taker.accept((int) filed[i]);
        }
      }
    }

    private void visit(int second, IntConsumer taker) {
      int at = Arrays.binarySearch(filed, 0, size, filing(second, 0));
      for (int i = at < 0 ? -at - 1 : at; i < size && filed[i] >>> 32 == second; i++) {
        taker.accept((int) filed[i]);
      }
    }
  }

  /** What is wanted of statements that show a key. */
  Entry[] find(long hash) {
    return keys.find(hash);
  }

  /** A want that is in use. */
  Entry get(Want want) {
    return Objects.requireNonNull(entries.get(want), () -> "no watch wants " + want);
  }

  /** The want, counted as used once more. */
  Entry use(Want want) {
    Entry entry = entries.computeIfAbsent(want, this::entry);
    entry.uses++;
    return entry;
  }

  private Entry entry(Want want) {
    Integer old = free.poll();
    Entry entry = new Entry(old == null ? numbers++ : old);
    want.keys().forEach(key -> keys.add(key.hash(), entry));
    return entry;
  }

  /** Gives back what {@link #use} took. */
  void release(Want want) {
    Entry entry = entries.get(want);
    if (entry == null || --entry.uses > 0) {
      return;
    }
    entries.remove(want);
    free.add(entry.number);
    want.keys().forEach(key -> keys.remove(key.hash(), entry));
  }

  /** How many wants are in use. */
  int used() {
    return entries.size();
  }

  /** All numbers are below this. */
  int numbers() {
    return numbers;
  }
}
