package org.tocsin.alert.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Forgets by event time, a few at each record, so that no record pays for many. A store of ages
 * ({@code statement-ages}) lists what is known in the order in which it was last touched: its keys
 * are the time as sixteen hexadecimal digits and the key in the other store.
 */
final class Forgetter<V> {
  /** Values forgotten at one record: more than one, so that a backlog is worked off. */
  static final int AT_ONCE = 4;

  private static final byte[] NOTHING = {};

  private final KeyValueStore<String, byte[]> ages;
  private final KeyValueStore<String, V> values;
  private final Duration retention;

  Forgetter(
      KeyValueStore<String, byte[]> ages, KeyValueStore<String, V> values, Duration retention) {
    this.ages = ages;
    this.values = values;
    this.retention = retention;
  }

  /**
   * Notes something that was not known before. Separate from {@link #moved}: one from before 1970
   * has the time of the empty group, and would never be noted and so never forgotten.
   */
  void began(String key, Instant at) {
    ages.put(age(at, key), NOTHING);
  }

  /** Notes that something was touched at another time. */
  void moved(String key, Instant before, Instant after) {
    if (!before.equals(after)) {
      ages.delete(age(before, key));
      ages.put(age(after, key), NOTHING);
    }
  }

  /** Forgets some of what was last touched longer than the retention before. */
  void forget(Instant now) {
    for (String age : oldest(now.minus(retention))) {
      ages.delete(age);
      values.delete(age.substring(age.indexOf('/') + 1));
    }
  }

  private List<String> oldest(Instant before) {
    List<String> found = new ArrayList<>(AT_ONCE);
    try (KeyValueIterator<String, byte[]> old =
        ages.range(age(Instant.EPOCH, ""), age(before, ""))) {
      while (found.size() < AT_ONCE && old.hasNext()) {
        found.add(old.next().key);
      }
    }
    return found;
  }

  private static String age(Instant time, String key) {
    return HexFormat.of().toHexDigits(Math.max(0, time.toEpochMilli())) + "/" + key;
  }
}
