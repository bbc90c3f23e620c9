package org.tocsin.alert.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Sighting;

/**
 * What came of trying a query on the past.
 *
 * @param statements number of new statements it was tried on
 * @param from event time of the oldest of them
 * @param to event time of the newest of them
 * @param count how many would have rung
 * @param days how many would have rung on each day of the desk, days without any included
 * @param hits the newest that would have rung
 * @param missed for each clause, how many statements lacked that one only
 * @param nearMisses some of those
 * @param saved how it differs from the version in force; null where there is none
 */
public record Trial(
    long statements,
    @Nullable Instant from,
    @Nullable Instant to,
    long count,
    double alertsPerDay,
    List<Day> days,
    List<Hit> hits,
    List<Missed> missed,
    List<NearMiss> nearMisses,
    @Nullable Difference saved) {
  public Trial {
    days = List.copyOf(days);
    hits = List.copyOf(hits);
    missed = List.copyOf(missed);
    nearMisses = List.copyOf(nearMisses);
  }

  /** A column of the histogram. */
  public record Day(LocalDate day, long count) {}

  /** A statement that would have rung. */
  public record Hit(Sighting sighting, List<Alert.Reason> why) {
    public Hit {
      why = List.copyOf(why);
    }
  }

  /** A clause and how many statements lacked it alone. */
  public record Missed(String clause, long count) {}

  /** A statement that lacked one clause. */
  public record NearMiss(Sighting sighting, String missing) {}

  /**
   * What would change against the version in force.
   *
   * @param version of the watch in force
   * @param count how many it would have rung
   * @param added how many ring now and did not
   * @param removed how many rang and do not now
   * @param addedSamples the newest that are added
   * @param removedSamples the newest that are removed
   */
  public record Difference(
      int version,
      long count,
      long added,
      long removed,
      List<Sighting> addedSamples,
      List<Sighting> removedSamples) {
    public Difference {
      addedSamples = List.copyOf(addedSamples);
      removedSamples = List.copyOf(removedSamples);
    }
  }
}
