package org.tocsin.alert.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The keys that any watch of an index waits for, each with a number and with the watches filed
 * under it. A key that no watch needs any more is forgotten and its number given to another.
 */
final class KeyRing {
  private final List<Map<String, Entry>> channels = new ArrayList<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private int numbers;

  KeyRing() {
    for (int i = 0; i < Key.CHANNELS; i++) {
      channels.add(new HashMap<>());
    }
  }

  /** A key of the ring. */
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

  /** A key as a statement names it; null where no watch waits for it. */
  @Nullable Entry find(Field field, Key.Sort sort, String value) {
    return channels.get(Key.channel(field, sort)).get(value);
  }

  /** A key that is in use. */
  Entry get(Key key) {
    return Objects.requireNonNull(
        channels.get(key.channel()).get(key.value()), () -> "no watch uses " + key);
  }

  /** The key, counted as used once more. */
  Entry use(Key key) {
    Entry entry =
        channels.get(key.channel()).computeIfAbsent(key.value(), value -> new Entry(nextNumber()));
    entry.uses++;
    return entry;
  }

  private int nextNumber() {
    Integer old = free.poll();
    return old == null ? numbers++ : old;
  }

  /** Gives back what {@link #use} took. */
  void release(Key key) {
    Map<String, Entry> channel = channels.get(key.channel());
    Entry entry = channel.get(key.value());
    if (entry != null && --entry.uses == 0) {
      channel.remove(key.value());
      free.add(entry.number);
    }
  }

  /** How many keys are in use. */
  int used() {
    return numbers - free.size();
  }

  /** All numbers are below this. */
  int numbers() {
    return numbers;
  }
}
