package org.tocsin.alert.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.query.Query;
import org.tocsin.alert.query.Subject;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.Sighting;

/**
 * A query tried on the statements at hand: what it would have rung for, and what it narrowly
 * missed. Days count back from the newest statement, not from the wall clock.
 */
final class WatchTrial {
  private static final int HITS = 20;
  private static final int NEAR_MISSES = 10;

  private WatchTrial() {}

  /** A statement that would have rung. */
  record Hit(Sighting sighting, List<Alert.Reason> why) {}

  /** A statement that lacked one clause. */
  record NearMiss(Sighting sighting, String missing) {}

  /**
   * What came of it.
   *
   * @param statements number of new statements it was tried on
   * @param from event time of the oldest of them
   * @param to event time of the newest of them
   */
  record Result(
      int statements,
      @Nullable Instant from,
      @Nullable Instant to,
      int count,
      double alertsPerDay,
      List<Hit> hits,
      List<NearMiss> nearMisses) {}

  static Result run(Query query, int days, List<Sighting> statements) {
    List<Sighting> tried = within(days, statements);
    List<Hit> hits = new ArrayList<>();
    List<NearMiss> nearMisses = new ArrayList<>();
    int count = 0;
    for (int i = tried.size() - 1; i >= 0; i--) {
      Sighting sighting = tried.get(i);
      Subject subject = Subject.of(sighting);
      List<Alert.Reason> why = query.match(subject).orElse(null);
      if (why != null) {
        count++;
        if (hits.size() < HITS) {
          hits.add(new Hit(sighting, why));
        }
      } else if (nearMisses.size() < NEAR_MISSES) {
        query.missing(subject).ifPresent(m -> nearMisses.add(new NearMiss(sighting, m)));
      }
    }
    Instant from = tried.isEmpty() ? null : tried.get(0).article().time();
    Instant to = tried.isEmpty() ? null : tried.get(tried.size() - 1).article().time();
    return new Result(tried.size(), from, to, count, perDay(count, from, to), hits, nearMisses);
  }

  private static List<Sighting> within(int days, List<Sighting> statements) {
    List<Sighting> fresh =
        statements.stream()
            .filter(s -> s.statement().novelty() == Novelty.NEW)
            .sorted(Comparator.comparing(s -> s.article().time()))
            .toList();
    if (fresh.isEmpty()) {
      return fresh;
    }
    Instant newest = fresh.get(fresh.size() - 1).article().time();
    Instant oldest = newest.minus(Duration.ofDays(days));
    return fresh.stream().filter(s -> !s.article().time().isBefore(oldest)).toList();
  }

  private static double perDay(int count, @Nullable Instant from, @Nullable Instant to) {
    if (from == null || to == null) {
      return 0;
    }
    double covered = Math.max(1, Duration.between(from, to).toMinutes() / (24.0 * 60));
    return Math.round(count / covered * 100) / 100.0;
  }
}
