package org.tocsin.ingest.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source is, as {@code GET /api/sources} tells.
 *
 * @param reason why it is not healthy, in words
 * @param lastPoll when it was last asked
 * @param lastSuccess when it last answered
 * @param lastNew when it last had something new
 * @param inputs how many inputs it gave in all
 * @param failures how many polls have failed since the last success
 */
public record SourceState(
    String name,
    String kind,
    String location,
    Status status,
    @Nullable String reason,
    @Nullable Instant lastPoll,
    @Nullable Instant lastSuccess,
    @Nullable Instant lastNew,
    long inputs,
    int failures) {
  /** What a desk or an operator makes of it. */
  public enum Status {
    /** Not asked yet. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("healthy")
    HEALTHY,
    /** It answers, and there is nothing in it. */
    @JsonProperty("empty")
    EMPTY,
    @JsonProperty("failing")
    FAILING
  }

  static SourceState waiting(SourceSettings source) {
    return new SourceState(
        source.name(),
        source.kind().name().toLowerCase(java.util.Locale.ROOT),
        source.location(),
        Status.WAITING,
        null,
        null,
        null,
        null,
        0,
        0);
  }

  /** After a poll that found so many inputs, of which so many were new. */
  SourceState answered(int found, int fresh, Instant now) {
    Status next = found == 0 ? Status.EMPTY : Status.HEALTHY;
    String why = found == 0 ? "it answers, and there is nothing in it" : null;
    Instant newest = fresh > 0 ? now : lastNew;
    return new SourceState(name, kind, location, next, why, now, now, newest, inputs + fresh, 0);
  }

  SourceState failed(String why, Instant now) {
    return new SourceState(
        name, kind, location, Status.FAILING, why, now, lastSuccess, lastNew, inputs, failures + 1);
  }
}
