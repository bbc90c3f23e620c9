package org.tocsin.enrich.actor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is known of words as bits, by their hashes; filled once and then only asked. Each word has a
 * place that no other one is put to, so one look answers and there is no branch to foresee: the
 * words of a text are looked up side by side.
 *
 * <p>Hashes fall into groups of a few, and of each group a number is kept that sends its members to
 * places which are free (perfect hashing by pilots: Pibiri and Trani 2021). As in a {@link
 * NumberTable} a slot has the upper bits of a hash beside the signs.
 */
final class SignTable {
  private static final int GROUPS = 1 << 16;
  private static final int PILOTS = 1 << Byte.SIZE;
  private static final int BITS = Integer.SIZE - 1;
  private static final long SIGNS = (1L << BITS) - 1;
  private static final long ODD = 0x9e3779b97f4a7c15L;

  private final byte[] pilots = new byte[GROUPS];
  private long[] slots = {0};

  /** What is in the table for as long as it takes more. */
  private @Nullable NumberTable added = new NumberTable(BITS);

  /** Adds to the signs of a word. */
  void add(long hash, int signs) {
    NumberTable known = added;
    if (known == null) {
      throw new IllegalStateException("the table is closed");
    }
    known.put(hash, Math.max(0, known.get(hash)) | signs);
  }

  /** Nothing more will be added, and what was can be asked for. */
  void close() {
    NumberTable known = added;
    if (known != null) {
      settle(known);
      added = null;
    }
  }

  /** The signs of a word, 0 where nothing is known of it. */
  int get(long hash) {
    long slot = slots[place(hash, pilots[group(hash)])];
    long differing = (slot ^ hash) >>> BITS;
    long same = (differing - 1) >> (Long.SIZE - 1); // all bits, or none of them
    return (int) (slot & SIGNS & same);
  }

  /** Bytes held. */
  long bytes() {
    return slots.length * 8L + pilots.length;
  }

  private static int group(long hash) {
    return (int) hash & GROUPS - 1;
  }

  private int place(long hash, byte pilot) {
    long mixed = hash * (pilot * ODD | 1);
    return (int) (mixed >>> Integer.SIZE) & slots.length - 1;
  }

  /** Finds all words their places: the largest groups first, for as long as many are free. */
  private void settle(NumberTable known) {
    long[] hashes = known.hashes();
    long[][] groups = new long[GROUPS][0];
    for (long hash : hashes) {
      long[] group = groups[group(hash)];
      group = Arrays.copyOf(group, group.length + 1);
      group[group.length - 1] = hash;
      groups[group(hash)] = group;
    }
    Arrays.sort(groups, (one, other) -> other.length - one.length);
    int size = Integer.highestOneBit(Math.max(1, hashes.length));
    do {
      size *= 2;
      slots = new long[size];
    } while (!settle(groups, known));
  }

  private boolean settle(long[][] groups, NumberTable known) {
    for (long[] group : groups) {
      int pilot = 0;
      while (!settle(group, (byte) pilot, known)) {
        if (++pilot == PILOTS) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a group goes to free places with a pilot; it stays there then. */
  private boolean settle(long[] group, byte pilot, NumberTable known) {
    for (int i = 0; i < group.length; i++) {
      int place = place(group[i], pilot);
      if (slots[place] != 0) {
        for (int taken = 0; taken < i; taken++) {
          slots[place(group[taken], pilot)] = 0;
        }
        return false;
      }
      slots[place] = (group[i] & ~SIGNS) | known.get(group[i]);
    }
    if (group.length > 0) {
      pilots[group(group[0])] = pilot;
    }
    return true;
  }
}
