package org.tocsin.enrich.novelty;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.tocsin.enrich.sketch.Hashes;

/**
 * A table from hash to places, several for one hash, newest first: plain arrays of about 15 bytes
 * an entry, which grow by a fifth and not by half, since half of the memory of novelty is here.
 * What everybody says is not worth looking up: under one hash only the newest stay.
 */
final class Buckets {
  /** Places under one hash; an older one makes room for a newer. */
  static final int MOST = 64;

  private static final int NONE = -1;
  private static final int FIRST_SIZE = 1024;

  private int[] heads = emptyHeads(FIRST_SIZE);
  private int[] keys = new int[FIRST_SIZE];
  private int[] places = new int[FIRST_SIZE];
  private int[] next = new int[FIRST_SIZE];
  private int used;
  private int free = NONE;
  private int size;

  /** Puts a place under a hash. */
  void add(int key, int place) {
    if (size >= heads.length * 2) {
      widen();
    }
    dropOldest(key);
    int entry = newEntry();
    keys[entry] = key;
    places[entry] = place;
    link(entry);
    size++;
  }

  private void dropOldest(int key) {
    int seen = 0;
    for (int entry = heads[bucket(key)]; entry != NONE; entry = next[entry]) {
      seen += keys[entry] == key ? 1 : 0;
      if (seen == MOST) {
        remove(key, places[entry]);
        return;
      }
    }
  }

  private void link(int entry) {
    int bucket = bucket(keys[entry]);
    next[entry] = heads[bucket];
    heads[bucket] = entry;
  }

  /** Takes a place away from under a hash, once; nothing happens where it is not there. */
  void remove(int key, int place) {
    int bucket = bucket(key);
    int before = NONE;
    for (int entry = heads[bucket]; entry != NONE; entry = next[entry]) {
      if (keys[entry] == key && places[entry] == place) {
        unlink(bucket, before, entry);
        return;
      }
      before = entry;
    }
  }

  /** Visits the places under a hash, newest first. */
  void visit(int key, IntConsumer visitor) {
    for (int entry = heads[bucket(key)]; entry != NONE; entry = next[entry]) {
      if (keys[entry] == key) {
        visitor.accept(places[entry]);
      }
    }
  }

  private void unlink(int bucket, int before, int entry) {
    if (before == NONE) {
      heads[bucket] = next[entry];
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
    if (used == keys.length) {
      int length = used + used / 5;
      keys = Arrays.copyOf(keys, length);
      places = Arrays.copyOf(places, length);
      next = Arrays.copyOf(next, length);
    }
    used++;
    return used - 1;
  }

  /** Twice as many buckets; every chain is turned round once and back again. */
  private void widen() {
    int[] old = heads;
    heads = emptyHeads(old.length * 2);
    for (int head : old) {
      for (int entry = reversed(head); entry != NONE; ) {
        int following = next[entry];
        link(entry);
        entry = following;
      }
    }
  }

  private int reversed(int head) {
    int last = NONE;
    for (int entry = head; entry != NONE; ) {
      int following = next[entry];
      next[entry] = last;
      last = entry;
      entry = following;
    }
    return last;
  }

  private int bucket(int key) {
    return (int) Hashes.mix(key) & (heads.length - 1);
  }

  private static int[] emptyHeads(int length) {
    int[] heads = new int[length];
    Arrays.fill(heads, NONE);
    return heads;
  }
}
