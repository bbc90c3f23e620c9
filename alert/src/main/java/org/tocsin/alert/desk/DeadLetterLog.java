package org.tocsin.alert.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.DeadLetter;

/** The latest records that could not be processed, without their bytes; bounded. */
final class DeadLetterLog {
  private static final int MOST = 1_000;
  private static final int LONGEST_KEY = 200;

  private final Deque<Entry> letters = new ArrayDeque<>();

  /**
   * A dead letter, for people to look at.
   *
   * @param id where it lies: {@code 2@17}
   */
  record Entry(
      String id,
      int partition,
      long offset,
      String stage,
      String step,
      String reason,
      String message,
      @Nullable String topic,
      @Nullable String origin,
      @Nullable String key,
      int bytes,
      Instant time) {}

  synchronized void take(DeadLetter letter, int partition, long offset) {
    letters.addLast(entry(letter, partition, offset));
    if (letters.size() > MOST) {
      letters.removeFirst();
    }
  }

  static Entry entry(DeadLetter letter, int partition, long offset) {
    byte[] value = letter.value();
    return new Entry(
        partition + "@" + offset,
        partition,
        offset,
        letter.stage(),
        letter.step(),
        letter.reason(),
        letter.message(),
        letter.topic(),
        letter.origin(),
        key(letter.key()),
        value == null ? 0 : value.length,
        letter.time());
  }

  private static @Nullable String key(byte @Nullable [] key) {
    return key == null
        ? null
        : new String(key, 0, Math.min(key.length, LONGEST_KEY), StandardCharsets.UTF_8);
  }

  /** The newest first. */
  synchronized List<Entry> latest(int limit) {
    List<Entry> newest = new ArrayList<>(letters);
    Collections.reverse(newest);
    return newest.stream().limit(limit).toList();
  }
}
