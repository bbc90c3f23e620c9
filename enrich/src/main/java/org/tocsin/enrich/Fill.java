package org.tocsin.enrich;

import java.time.Duration;
import java.util.Locale;
import org.tocsin.contract.Lane;

/**
 * How full a memory of one lane is.
 *
 * @param age between the oldest that is remembered and the clock of the lane
 */
public record Fill(Lane lane, Kind kind, int size, int capacity, Duration age) {
  /** What is remembered, and by which setting. */
  public enum Kind {
    ARTICLES(EnrichSettings.STORY_CAPACITY.key()),
    STATEMENTS(EnrichSettings.NOVELTY_CAPACITY.key());

    private final String setting;

    Kind(String setting) {
      this.setting = setting;
    }

    /** In lower case, as a tag of a meter. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the capacity rather than the window soon decides what is forgotten. */
  public boolean isNearlyFull() {
    return size >= capacity * 0.9;
  }

  /** What an operator should know: how much is left, and what to set. */
  public String told() {
    return "memory of %s %s nearly full: %,d of %,d, the oldest of %d days; raise %s"
        .formatted(lane.label(), kind.label(), size, capacity, age.toDays(), kind.setting);
  }
}
