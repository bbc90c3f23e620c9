package org.tocsin.alert.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.FetchState;

/**
 * How a source does, for people.
 *
 * @param reason of the state, in words
 * @param last when it last had something new
 * @param next when it is to be asked again
 * @param rhythm how often it is asked, in seconds
 */
record SourceHealth(
    State state,
    @Nullable String reason,
    @Nullable Instant last,
    @Nullable Instant next,
    @Nullable Long rhythm,
    Rate rate) {
  private static final double WEEK_HOURS = 7 * 24;

  /** The few states that an editor wants to know. */
  enum State {
    @JsonProperty("ok")
    OK,
    /** It answers, and has had nothing for longer than usual. */
    @JsonProperty("late")
    LATE,
    @JsonProperty("failing")
    FAILING,
    /** It will not come back. */
    @JsonProperty("dead")
    DEAD,
    /** Nobody asks it: its articles are pushed, or it has not been asked yet. */
    @JsonProperty("unknown")
    UNKNOWN
  }

  /**
   * How much came.
   *
   * @param day articles of the last twenty-four hours, as far as this instance has read back
   * @param usual inputs of a usual day; null where nothing is known of that
   */
  record Rate(int day, @Nullable Double usual) {}

  static SourceHealth of(@Nullable FetchState state, int day, Instant now) {
    if (state == null) {
      return new SourceHealth(State.UNKNOWN, null, null, null, null, new Rate(day, null));
    }
    return new SourceHealth(
        state(state.status()),
        state.reason() == null ? state.status().label() : state.reason(),
        state.lastNew(),
        state.next(),
        state.everySeconds(),
        new Rate(day, usual(state, now)));
  }

  private static State state(FetchState.Status status) {
    return switch (status) {
      case HEALTHY, NOT_MODIFIED, MOVED -> State.OK;
      case EMPTY, SILENT -> State.LATE;
      case FAILING -> State.FAILING;
      case GONE -> State.DEAD;
      case WAITING -> State.UNKNOWN;
    };
  }

  /** The mean day of the weeks since it was first asked. */
  private static @Nullable Double usual(FetchState state, Instant now) {
    Instant first = state.firstPoll();
    if (first == null || state.rhythm().isEmpty()) {
      return null;
    }
    double weeks = Math.max(1, Duration.between(first, now).toHours() / WEEK_HOURS);
    long sum = state.rhythm().stream().mapToLong(Integer::longValue).sum();
    return Math.round(sum / weeks / 7 * 10) / 10.0;
  }

  /** A state without what only those who read the source need: that is most of it. */
  static FetchState essence(FetchState s) {
    return new FetchState(
        s.source(),
        s.kind(),
        s.location(),
        s.address(),
        s.status(),
        s.reason(),
        null,
        null,
        null,
        s.sameAs(),
        s.next(),
        s.everySeconds(),
        s.firstPoll(),
        s.lastPoll(),
        s.lastSuccess(),
        s.lastNew(),
        s.failures(),
        s.inputs(),
        List.of(),
        null,
        0,
        s.rhythm(),
        s.acknowledged(),
        s.owner(),
        s.version());
  }
}
