package org.tocsin.alert.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All that the watches of an index want, each thing with a number, with the keys by which
 * statements show it, and with the watches filed under it. What no watch wants any more is
 * forgotten and its number given to another.
 */
final class WantBook {
  private final List<Map<String, List<Entry>>> channels = new ArrayList<>();
  private final Map<Want, Entry> entries = new HashMap<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private int numbers;

  WantBook() {
    for (int i = 0; i < Key.CHANNELS; i++) {
      channels.add(new HashMap<>());
    }
  }

  /** A want of the book. */
  static final class Entry {
    private static final int[] NONE = {};

    final int number;
    private int uses;
    private int[] filed = NONE;
    private int size;

    Entry(int number) {
      this.number = number;
    }

    /** How many watches are filed here. */
    int size() {
      return size;
    }

    /** The place of a watch that is filed here. */
    int filed(int i) {
      return filed[i];
    }

    void file(int watch) {
      if (size == filed.length) {
        filed = Arrays.copyOf(filed, Math.max(2, size + (size >> 1)));
      }
      filed[size++] = watch;
    }

    void unfile(int watch) {
      for (int i = 0; i < size; i++) {
        if (filed[i] == watch) {
          filed[i] = filed[--size];
          return;
        }
      }
    }
  }

  /** What is wanted of statements that show a key. */
  List<Entry> find(Field field, Key.Sort sort, String value) {
    return channels.get(Key.channel(field, sort)).getOrDefault(value, List.of());
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
    for (Key key : want.keys()) {
      channels
          .get(key.channel())
          .merge(key.value(), List.of(entry), (known, one) -> with(known, one.get(0)));
    }
    return entry;
  }

  private static List<Entry> with(List<Entry> known, Entry one) {
    List<Entry> more = new ArrayList<>(known);
    more.add(one);
    return List.copyOf(more);
  }

  /** Gives back what {@link #use} took. */
  void release(Want want) {
    Entry entry = entries.get(want);
    if (entry == null || --entry.uses > 0) {
      return;
    }
    entries.remove(want);
    free.add(entry.number);
    for (Key key : want.keys()) {
      channels
          .get(key.channel())
          .computeIfPresent(
              key.value(),
              (value, known) -> {
                List<Entry> rest = known.stream().filter(e -> e != entry).toList();
                return rest.isEmpty() ? null : rest;
              });
    }
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
