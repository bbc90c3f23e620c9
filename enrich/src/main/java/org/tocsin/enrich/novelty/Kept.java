package org.tocsin.enrich.novelty;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Statement.Kind;
import org.tocsin.enrich.sketch.SpeakerKey;
import org.tocsin.enrich.sketch.StatementSketch;

/**
 * A statement as the index keeps it, packed into one array because a million of them are kept: six
 * numbers, then its words. 120 bytes for a statement of 20 words, where objects would take 250.
 */
final class Kept {
  private static final int LAST = 0;
  private static final int INITIAL = 1;
  private static final int MINUTES = 2;
  private static final int ID = 3;
  private static final int ORDER = 5;
  private static final int WORDS = 6;

  private static final int KNOWN = 1 << 16;
  private static final int WORDING = 1 << 17;
  private static final int INDIRECT = 1 << 18;

  private Kept() {}

  /**
   * Packs a statement.
   *
   * @param order number of its arrival
   * @param wording whether it is a repeat, kept for its other words
   */
  static int[] pack(StatementSketch statement, Instant time, int order, boolean wording) {
    int[] words = statement.words();
    int[] kept = new int[WORDS + words.length];
    SpeakerKey speaker = statement.speaker();
    if (speaker != null) {
      kept[LAST] = speaker.last();
      kept[INITIAL] = speaker.initial() | KNOWN;
    }
    kept[INITIAL] |= statement.kind() == Kind.INDIRECT ? INDIRECT : 0;
    kept[INITIAL] |= wording ? WORDING : 0;
    kept[MINUTES] = minutes(time);
    put(kept, ID, Ids.number(statement.id()));
    kept[ORDER] = order;
    System.arraycopy(words, 0, kept, WORDS, words.length);
    return kept;
  }

  /** The statement, to be compared with: without its id, and all but reported speech is direct. */
  static StatementSketch sketch(int[] kept) {
    int[] words = new int[kept.length - WORDS];
    System.arraycopy(kept, WORDS, words, 0, words.length);
    Kind kind = (kept[INITIAL] & INDIRECT) == 0 ? Kind.DIRECT : Kind.INDIRECT;
    return new StatementSketch("", kind, speaker(kept), words);
  }

  static @Nullable SpeakerKey speaker(int[] kept) {
    return (kept[INITIAL] & KNOWN) == 0
        ? null
        : new SpeakerKey(kept[LAST], (char) (kept[INITIAL] & 0xFFFF));
  }

  static boolean isWording(int[] kept) {
    return (kept[INITIAL] & WORDING) != 0;
  }

  /** When it was said, see {@link #minutes(Instant)}. */
  static int minutes(int[] kept) {
    return kept[MINUTES];
  }

  /** Minutes since 1970; what is four thousand years away is as far as can be. */
  static int minutes(Instant time) {
    long minutes = Math.floorDiv(time.getEpochSecond(), 60L);
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, minutes));
  }

  /** The id as a number, see {@link Ids}. */
  static long id(int[] kept) {
    return get(kept, ID);
  }

  static int order(int[] kept) {
    return kept[ORDER];
  }

  private static void put(int[] kept, int at, long value) {
    kept[at] = (int) (value >>> 32);
    kept[at + 1] = (int) value;
  }

  private static long get(int[] kept, int at) {
    return ((long) kept[at] << 32) | (kept[at + 1] & 0xFFFF_FFFFL);
  }
}
