package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an article no longer holds a statement as it did: the value of {@code statement-states}. Its
 * key is the id of the statement's first sighting, as in {@code statements}. Which revision of an
 * article stands is told by event time, of equals by arrival. So a state and a sighting of the same
 * statement in the same article are ordered by time, then by revision, and the later one holds: a
 * statement that comes back is in force again.
 *
 * @param statement id of the statement in this article
 * @param original id of the statement's first sighting: its own where this article was the first
 * @param revision of the article that stands and lacks the statement
 * @param by id of the statement that stands there instead; null where it was withdrawn
 * @param what the fact that differs; null where it was withdrawn or only the wording differs
 * @param time event time of the revision that stands
 */
public record StatementState(
    String statement,
    String original,
    String article,
    int revision,
    State state,
    @Nullable String by,
    ChangedFrom.@Nullable What what,
    Instant time,
    Lane lane) {
  /** What became of it. */
  public enum State {
    /** The article holds nothing like it any more. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** The article holds it in other words, cut, extended or with another fact. */
    @JsonProperty("changed")
    CHANGED;

    /** The name on the wire, for example {@code withdrawn}. */
    public String label() {
      return Labels.of(this);
    }
  }

  public StatementState {
    Checks.notBlank(statement, "statement id");
    Checks.notBlank(original, "id of the first sighting");
    if ((state == State.CHANGED) != (by != null)) {
      throw new IllegalArgumentException("what is changed, and only that, names what stands now");
    }
    if (state == State.WITHDRAWN && what != null) {
      throw new IllegalArgumentException("what is withdrawn differs in no fact");
    }
  }

  /** A statement of which a revision holds nothing like it any more. */
  public static StatementState withdrawn(
      String statement, String original, String article, int revision, Instant time, Lane lane) {
    return new StatementState(
        statement, original, article, revision, State.WITHDRAWN, null, null, time, lane);
  }

  /** The same, in place of which another statement stands that says it in other words. */
  public StatementState changedTo(String other) {
    return new StatementState(
        statement, original, article, revision, State.CHANGED, other, null, time, lane);
  }

  /** The same, where a fact differs too. */
  public StatementState in(ChangedFrom.What fact) {
    return new StatementState(statement, original, article, revision, state, by, fact, time, lane);
  }
}
