package org.tocsin.enrich.story;

import java.util.Arrays;

/**
 * What the index knows of each article without looking it up, in plain arrays: 64 bytes an article,
 * the table by id included. A place that becomes free is used again.
 */
final class Places {
  static final int NONE = -1;

  private static final int FIRST = 256;

  /** Number of arrival: the key under which the article can be looked up. */
  long[] sequence = new long[FIRST];

  /** Hash of the article id. */
  long[] id = new long[FIRST];

  /** Traits of the text. */
  long[] traits0 = new long[FIRST];

  long[] traits1 = new long[FIRST];

  /** Event time in milliseconds since 1970, doubled; odd where the article tells none itself. */
  long[] time = new long[FIRST];

  /** Hash of the source. */
  int[] source = new int[FIRST];

  /** Shingles of the text. */
  int[] size = new int[FIRST];

  /** The article that this one is compared with; itself where others are compared with it. */
  int[] lead = new int[FIRST];

  /** The next article of the same lead. */
  int[] next = new int[FIRST];

  private int[] byId = emptyTable(FIRST * 2);
  private int used;
  private int free = NONE;
  private int count;

  int count() {
    return count;
  }

  /** A place for an article that is not here yet. */
  int take(long articleId) {
    int place = free;
    if (place != NONE) {
      free = next[place];
    } else {
      place = used;
      used++;
      room(place);
    }
    id[place] = articleId;
    lead[place] = place;
    next[place] = NONE;
    if ((count + 1) * 5L >= byId.length * 4L) {
      growTable();
    }
    byId[slot(articleId)] = place;
    count++;
    return place;
  }

  void give(int place) {
    drop(slot(id[place]));
    next[place] = free;
    free = place;
    count--;
  }

  /** The place of an article, or {@link #NONE}. */
  int of(long articleId) {
    return byId[slot(articleId)];
  }

  private int slot(long articleId) {
    int slot = home(articleId);
    while (byId[slot] != NONE && id[byId[slot]] != articleId) {
      slot = slot + 1 == byId.length ? 0 : slot + 1;
    }
    return slot;
  }

  private int home(long articleId) {
    return (int) (((articleId >>> 33) * byId.length) >>> 31);
  }

  private void drop(int start) {
    int gap = start;
    int slot = start + 1 == byId.length ? 0 : start + 1;
    while (byId[slot] != NONE) {
      int home = home(id[byId[slot]]);
      int fromHome = slot >= home ? slot - home : slot - home + byId.length;
      int fromGap = slot >= gap ? slot - gap : slot - gap + byId.length;
      if (fromHome >= fromGap) {
        byId[gap] = byId[slot];
        gap = slot;
      }
      slot = slot + 1 == byId.length ? 0 : slot + 1;
    }
    byId[gap] = NONE;
  }

  private void growTable() {
    int[] old = byId;
    byId = emptyTable(old.length + old.length / 4);
    for (int place : old) {
      if (place != NONE) {
        byId[slot(id[place])] = place;
      }
    }
  }

  private static int[] emptyTable(int length) {
    int[] table = new int[length];
    Arrays.fill(table, NONE);
    return table;
  }

  private void room(int place) {
    if (place < size.length) {
      return;
    }
    int length = size.length + size.length / 8;
    sequence = Arrays.copyOf(sequence, length);
    id = Arrays.copyOf(id, length);
    traits0 = Arrays.copyOf(traits0, length);
    traits1 = Arrays.copyOf(traits1, length);
    time = Arrays.copyOf(time, length);
    source = Arrays.copyOf(source, length);
    size = Arrays.copyOf(size, length);
    lead = Arrays.copyOf(lead, length);
    next = Arrays.copyOf(next, length);
  }

  /** Whether one comes before another when stories are formed: the fuller, then the earlier. */
  boolean precedes(int a, int b) {
    if (size[a] != size[b]) {
      return size[a] > size[b];
    }
    return isEarlier(a, b);
  }

  /** Whether one was published before another. */
  boolean isEarlier(int a, int b) {
    if (time[a] != time[b]) {
      return time[a] < time[b];
    }
    return Long.compareUnsigned(id[a], id[b]) < 0;
  }

  /** Compares by time. */
  int byTime(int a, int b) {
    return a == b ? 0 : isEarlier(a, b) ? -1 : 1;
  }

  /** Compares by fullness. */
  int byFullness(int a, int b) {
    return a == b ? 0 : precedes(a, b) ? -1 : 1;
  }

  /** Minutes between two articles; 0 where one of them does not tell its time. */
  long minutesBetween(int a, int b) {
    boolean dated = ((time[a] | time[b]) & 1) == 0;
    return dated ? Math.abs(time[a] - time[b]) / 120_000 : 0;
  }

  /** Bytes of memory taken. */
  long bytes() {
    return size.length * (5L * Long.BYTES + 4L * Integer.BYTES) + 4L * byId.length;
  }
}
