package org.tocsin.enrich.sketch;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A table from hash to small numbers (places in an index), several for one hash, newest first.
 * Plain arrays: about 24 bytes for an entry of its own hash, 8 for each further one. What is taken
 * out leaves room for what comes.
 */
public final class Postings {
  private static final int NONE = -1;
  private static final int FIRST_SIZE = 1024;

  private int[] keys = new int[FIRST_SIZE];
  private int[] heads = emptyHeads(FIRST_SIZE);
  private boolean[] used = new boolean[FIRST_SIZE];
  private int slots;
  private int[] next = new int[FIRST_SIZE];
  private int[] values = new int[FIRST_SIZE];
  private int entries;
  private int free = NONE;
  private int size;

  /** Number of entries. */
  public int size() {
    return size;
  }

  /** Puts a value under a hash. */
  public void add(int key, int value) {
    if (slots * 2 >= keys.length) {
      rehash();
    }
    int slot = find(key);
    if (!used[slot]) {
      used[slot] = true;
      keys[slot] = key;
      slots++;
    }
    int entry = newEntry();
    values[entry] = value;
    next[entry] = heads[slot];
    heads[slot] = entry;
    size++;
  }

  /** Takes a value away from under a hash, once; nothing happens where it is not there. */
  public void remove(int key, int value) {
    int slot = find(key);
    int before = NONE;
    for (int entry = heads[slot]; entry != NONE; entry = next[entry]) {
      if (values[entry] == value) {
        unlink(slot, before, entry);
        return;
      }
      before = entry;
    }
  }

  /** Visits at most {@code most} values under a hash, newest first. */
  public void visit(int key, int most, IntConsumer visitor) {
    int seen = 0;
    for (int entry = heads[find(key)]; entry != NONE && seen < most; entry = next[entry]) {
      visitor.accept(values[entry]);
      seen++;
    }
  }

  private void unlink(int slot, int before, int entry) {
    if (before == NONE) {
      heads[slot] = next[entry];
    } else {
      next[before] = next[entry];
    }
    next[entry] = free;
    free = entry;
    size--;
  }

  private int newEntry() {
    if (free != NONE) {
      int entry = free;
      free = next[entry];
      return entry;
    }
    if (entries == values.length) {
      values = Arrays.copyOf(values, entries * 2);
      next = Arrays.copyOf(next, entries * 2);
    }
    entries++;
    return entries - 1;
  }

  private int find(int key) {
    int slot = (int) Hashes.mix(key) & (keys.length - 1);
    while (used[slot] && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  /** Grows if need be; hashes whose last entry has gone are left behind. */
  private void rehash() {
    int[] oldKeys = keys;
    int[] oldHeads = heads;
    long live = Arrays.stream(oldHeads).filter(h -> h != NONE).count();
    int length = live * 4 > oldKeys.length ? oldKeys.length * 2 : oldKeys.length;
    keys = new int[length];
    heads = emptyHeads(length);
    used = new boolean[length];
    slots = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldHeads[i] != NONE) {
        int slot = find(oldKeys[i]);
        used[slot] = true;
        keys[slot] = oldKeys[i];
        heads[slot] = oldHeads[i];
        slots++;
      }
    }
  }

  private static int[] emptyHeads(int length) {
    int[] heads = new int[length];
    Arrays.fill(heads, NONE);
    return heads;
  }
}
