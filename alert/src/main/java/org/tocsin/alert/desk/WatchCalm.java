package org.tocsin.alert.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Watch;

/**
 * How calm a watch is: what its latest alerts say of the hour and the day in which they were
 * decided.
 *
 * @param hour the latest in which anything was decided; null where nothing ever was
 * @param held what was held back in that day, by what held it back
 */
record WatchCalm(
    @Nullable Part hour,
    @Nullable Part day,
    Map<String, Integer> held,
    @Nullable Instant snoozedUntil) {
  /**
   * A stretch of time.
   *
   * @param budget how many may ring in it; null for any number
   */
  record Part(
      Instant start, int rang, int held, int grouped, int digested, @Nullable Integer budget) {
    static Part of(Alert.Tally.Window w, @Nullable Integer budget) {
      return new Part(w.start(), w.rang(), w.held(), w.grouped(), w.digested(), budget);
    }

    private static int decided(Alert.Tally.Window w) {
      return w.rang() + w.held() + w.grouped() + w.digested();
    }
  }

  /** From the latest alerts of a watch, held ones too, in any order. */
  static WatchCalm of(Watch watch, List<Alert> latest) {
    Alert.Tally tally =
        latest.stream()
            .map(Alert::tally)
            .filter(Objects::nonNull)
            .max(
                Comparator.comparing((Alert.Tally t) -> t.hour().start())
                    .thenComparing(t -> Part.decided(t.day())))
            .orElse(null);
    return tally == null
        ? new WatchCalm(null, null, Map.of(), watch.snoozedUntil())
        : new WatchCalm(
            Part.of(tally.hour(), watch.calm().perHour()),
            Part.of(tally.day(), watch.calm().perDay()),
            tally.held(),
            watch.snoozedUntil());
  }
}
