package org.tocsin.ingest.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.IngestSettings;
import org.tocsin.service.Settings;

/**
 * How often a source is asked: sooner again after something new, later after nothing, between the
 * fastest and the slowest that the settings allow; ever more seldom while it fails. The jitter
 * follows from name and poll, so that sources do not march in step and a replay is the same.
 */
record Cadence(Duration fastest, Duration slowest, Duration longestPause) {
  private static final double SOONER = 0.6;
  private static final double LATER = 1.3;
  private static final double JITTER = 0.1;
  private static final int MOST_DOUBLINGS = 10;

  static Cadence of(Settings settings) {
    return new Cadence(
        settings.get(IngestSettings.FASTEST),
        settings.get(IngestSettings.SLOWEST),
        settings.get(IngestSettings.LONGEST_PAUSE));
  }

  /** The next interval of a source that gave so many new items. */
  Duration next(SourceSettings source, Duration last, int fresh) {
    if (source.fixed()) {
      return source.every();
    }
    double millis = last.toMillis() * (fresh > 0 ? SOONER : LATER);
    return clamp(Duration.ofMillis(Math.round(millis)), source);
  }

  private Duration clamp(Duration wanted, SourceSettings source) {
    Duration low = min(fastest, source.every());
    Duration high = slowest.compareTo(source.every()) > 0 ? slowest : source.every();
    return wanted.compareTo(low) < 0 ? low : wanted.compareTo(high) > 0 ? high : wanted;
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** How long to leave a source alone that failed so many times in a row. */
  Duration pause(Duration every, int failures, @Nullable Duration retryAfter) {
    Duration longest = longestPause.compareTo(every) > 0 ? longestPause : every;
    Duration doubled = every.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    Duration own = min(longest, doubled);
    return retryAfter != null && retryAfter.compareTo(own) > 0 ? retryAfter : own;
  }

  /** A duration, a little shorter or longer, differently for each source and poll. */
  static Duration jitter(Duration time, String source, long poll) {
    int mixed = (source + poll).hashCode() * 0x9E3779B9;
    double share = (mixed >>> 8) / (double) (1 << 24);
    return Duration.ofMillis(
        Math.max(1, Math.round(time.toMillis() * (1 + JITTER * (2 * share - 1)))));
  }

  /** The same, never shorter: a server's wish is a least time. */
  static Duration stretch(Duration time, String source, long poll) {
    Duration jittered = jitter(time, source, poll);
    return jittered.compareTo(time) < 0 ? time.plus(time.minus(jittered)) : jittered;
  }
}
