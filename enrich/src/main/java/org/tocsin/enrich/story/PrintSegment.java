package org.tocsin.enrich.story;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.IntConsumer;

/**
 * An open hash table with linear probing. An entry is seven bytes: a tag of three, of which its
 * place in the table follows, and a number of four. Removing moves what comes after, so that no
 * gravestones pile up.
 */
final class PrintSegment {
  /** The bits of a tag. */
  static final int TAG = 0xFFFFFF;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int WIDTH = 7;
  private static final int TAG_BITS = 24;
  private static final long ENTRY = 0x00FFFFFFFFFFFFFFL;
  private static final int FIRST_CAPACITY = 32;

  private byte[] entries = new byte[FIRST_CAPACITY * WIDTH + 1];
  private int capacity = FIRST_CAPACITY;
  private int size;

  void add(int tag, int value) {
    if (size * 8L >= capacity * 7L) {
      grow();
    }
    insert(entry(tag, value));
    size++;
  }

  private static long entry(int tag, int value) {
    return ((value + 1L) << TAG_BITS) | tag;
  }

  private static int tag(long entry) {
    return (int) entry & TAG;
  }

  private static int value(long entry) {
    return (int) (entry >>> TAG_BITS) - 1;
  }

  private void insert(long entry) {
    int slot = home(tag(entry));
    while (get(slot) != 0) {
      slot = next(slot);
    }
    set(slot, entry);
  }

  int visit(int tag, int most, IntConsumer visitor) {
    int seen = 0;
    int slot = home(tag);
    for (long entry = get(slot); entry != 0 && seen < most; entry = get(slot)) {
      if (tag(entry) == tag) {
        visitor.accept(value(entry));
        seen++;
      }
      slot = next(slot);
    }
    return seen;
  }

  void remove(int tag, int value) {
    long wanted = entry(tag, value);
    int slot = home(tag);
    for (long entry = get(slot); entry != 0; entry = get(slot)) {
      if (entry == wanted) {
        close(slot);
        size--;
        return;
      }
      slot = next(slot);
    }
  }

  /** Moves entries back into a gap until nothing is missed by it. */
  private void close(int start) {
    int gap = start;
    int slot = next(gap);
    for (long entry = get(slot); entry != 0; entry = get(slot)) {
      if (distance(home(tag(entry)), slot) >= distance(gap, slot)) {
        set(gap, entry);
        gap = slot;
      }
      slot = next(slot);
    }
    set(gap, 0);
  }

  private int distance(int from, int to) {
    return to >= from ? to - from : to - from + capacity;
  }

  private int home(int tag) {
    return (int) (((long) tag * capacity) >>> TAG_BITS);
  }

  private int next(int slot) {
    return slot + 1 == capacity ? 0 : slot + 1;
  }

  private long get(int slot) {
    return (long) LONGS.get(entries, slot * WIDTH) & ENTRY;
  }

  private void set(int slot, long entry) {
    int at = slot * WIDTH;
    long neighbour = (long) LONGS.get(entries, at) & ~ENTRY;
    LONGS.set(entries, at, neighbour | entry);
  }

  private void grow() {
    byte[] old = entries;
    int oldCapacity = capacity;
    capacity += capacity / 8;
    entries = new byte[capacity * WIDTH + 1];
    for (int slot = 0; slot < oldCapacity; slot++) {
      long entry = (long) LONGS.get(old, slot * WIDTH) & ENTRY;
      if (entry != 0) {
        insert(entry);
      }
    }
  }

  long bytes() {
    return entries.length;
  }
}
