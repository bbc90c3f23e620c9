package org.tocsin.ingest.source;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.FetchState;
import org.tocsin.service.Metrics;

/**
 * Tells the operator which sources are ill, again and again until somebody acknowledges it or the
 * source is well: a silently dead feed is what news monitors are most complained about for.
 */
final class Alarms {
  private static final Logger LOG = LoggerFactory.getLogger("tocsin.source.alarm");

  /** One failed poll is everyday life. */
  private static final int FAILURES = 3;

  private final Duration every;
  private final Counter rung;
  private final Map<String, Instant> told = new HashMap<>();

  Alarms(Duration every, Metrics metrics) {
    this.every = every;
    this.rung =
        Counter.builder("tocsin.ingest.source.alarms")
            .description("Times the operator was told that a source is ill.")
            .register(metrics.registry());
  }

  /** Whether somebody should look at a source and nobody said that he has. */
  static boolean due(FetchState state) {
    return state.acknowledged() == null && ill(state);
  }

  private static boolean ill(FetchState state) {
    return switch (state.status()) {
      case WAITING, HEALTHY, NOT_MODIFIED, EMPTY -> false;
      case SILENT, MOVED, GONE -> true;
      case FAILING -> state.failures() >= FAILURES;
    };
  }

  /** Told each state that is written; says so where it is time. */
  synchronized void look(FetchState state, Instant now) {
    if (!due(state)) {
      told.remove(state.source());
      return;
    }
    Instant last = told.get(state.source());
    if (last == null || !now.isBefore(last.plus(every))) {
      told.put(state.source(), now);
      rung.increment();
      LOG.error(
          "Source {} is {}: {}. Acknowledge with POST /api/sources/{}/acknowledge",
          state.source(),
          state.status().label(),
          state.reason(),
          state.source());
    }
  }
}
