package org.tocsin.enrich.sketch;

import java.util.Arrays;

/** A growing list of ints without boxes. */
final class IntBag {
  private static final int FEW = 64;

  private int[] values;
  private int size;

  /** An empty list. */
  IntBag() {
    this(new int[FEW], 0);
  }

  /** A list of the first of these values; the array is its own from here on. */
  IntBag(int[] values, int size) {
    this.values = values;
    this.size = size;
  }

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2 + 1);
    }
    values[size] = value;
    size++;
  }

  int size() {
    return size;
  }

  /** Takes a stretch out. */
  void cut(int start, int end) {
    System.arraycopy(values, end, values, start, size - end);
    size -= end - start;
  }

  /** Drops all values that have one of these bits. */
  void keepWithout(int bits) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      values[kept] = values[i];
      kept += (values[i] & bits) == 0 ? 1 : 0;
    }
    size = kept;
  }

  /** The smallest values, sorted. Made for hashes, which are spread evenly. */
  int[] smallest(int most) {
    if (size < FEW) {
      Arrays.sort(values, 0, size);
      return Arrays.copyOf(values, Math.min(most, size));
    }
    int[] sorted = byUpperByte();
    for (int i = 1; i < size; i++) {
      int value = sorted[i];
      int j = i;
      while (j > 0 && sorted[j - 1] > value) {
        sorted[j] = sorted[j - 1];
        j--;
      }
      sorted[j] = value;
    }
    return size <= most ? sorted : Arrays.copyOf(sorted, most);
  }

  /** Sorted by the upper byte only: what is left to do is a step or two for each value. */
  private int[] byUpperByte() {
    int[] starts = new int[257];
    for (int i = 0; i < size; i++) {
      starts[bucket(values[i]) + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    int[] sorted = new int[size];
    for (int i = 0; i < size; i++) {
      int bucket = bucket(values[i]);
      sorted[starts[bucket]] = values[i];
      starts[bucket]++;
    }
    return sorted;
  }

  private static int bucket(int value) {
    return (value >>> 24) ^ 0x80;
  }
}
