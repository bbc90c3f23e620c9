package org.tocsin.alert.query;

import java.util.Arrays;

/**
 * What each key stands for, by its hash: open addressing with linear probing, half full at most. A
 * statement asks it some hundred times, most of them for what is not there.
 */
final class KeyTable {
  private static final WantBook.Entry[] NONE = {};
  private static final int SMALLEST = 256;

  private long[] hashes = new long[SMALLEST];
  private WantBook.Entry[][] entries = new WantBook.Entry[SMALLEST][];
  private int size;

  /** The wants that a key shows; none where nobody wants it. */
  WantBook.Entry[] find(long hash) {
    int mask = hashes.length - 1;
    for (int i = (int) hash & mask; hashes[i] != 0; i = (i + 1) & mask) {
      if (hashes[i] == hash) {
        return entries[i];
      }
    }
    return NONE;
  }

  void add(long hash, WantBook.Entry entry) {
    if ((size + 1) * 2 > hashes.length) {
      grow();
    }
    int at = place(hash);
    if (hashes[at] == 0) {
      hashes[at] = hash;
      entries[at] = new WantBook.Entry[] {entry};
      size++;
    } else {
      WantBook.Entry[] more = Arrays.copyOf(entries[at], entries[at].length + 1);
      more[more.length - 1] = entry;
      entries[at] = more;
    }
  }

  private int place(long hash) {
    int mask = hashes.length - 1;
    int i = (int) hash & mask;
    while (hashes[i] != 0 && hashes[i] != hash) {
      i = (i + 1) & mask;
    }
    return i;
  }

  private void grow() {
    long[] oldHashes = hashes;
    WantBook.Entry[][] oldEntries = entries;
    hashes = new long[oldHashes.length * 2];
    entries = new WantBook.Entry[oldHashes.length * 2][];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldHashes[i] != 0) {
        int at = place(oldHashes[i]);
        hashes[at] = oldHashes[i];
        entries[at] = oldEntries[i];
      }
    }
  }

  void remove(long hash, WantBook.Entry entry) {
    int at = place(hash);
    if (hashes[at] == 0) {
      return;
    }
    WantBook.Entry[] rest =
        Arrays.stream(entries[at]).filter(e -> e != entry).toArray(WantBook.Entry[]::new);
    if (rest.length > 0) {
      entries[at] = rest;
    } else {
      close(at);
      size--;
    }
  }

  /** Empties a place and moves up what had to go past it. */
  @SuppressWarnings("NullAway") // What has no hash is never read.
  private void close(int place) {
    int mask = hashes.length - 1;
    int gap = place;
    for (int i = (gap + 1) & mask; hashes[i] != 0; i = (i + 1) & mask) {
      int home = (int) hashes[i] & mask;
      if (((i - home) & mask) >= ((i - gap) & mask)) {
        hashes[gap] = hashes[i];
        entries[gap] = entries[i];
        gap = i;
      }
    }
    hashes[gap] = 0;
    entries[gap] = null;
  }
}
