package org.tocsin.alert.archive;

import java.time.Duration;

/**
 * How much an index keeps.
 *
 * @param kept how far back from its newest entry, by event time
 * @param most how many entries; the oldest go first
 */
public record Bounds(Duration kept, int most) {
  public Bounds {
    if (kept.isNegative() || kept.isZero() || most < 1) {
      throw new IllegalArgumentException("nothing would be kept: " + kept + ", " + most);
    }
  }

  /** As far back as that, in any number. */
  public static Bounds of(Duration kept) {
    return new Bounds(kept, Integer.MAX_VALUE);
  }
}
