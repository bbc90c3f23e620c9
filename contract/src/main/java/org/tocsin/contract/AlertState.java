package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people made of an alert: the value of {@code alert-states}.
 *
 * @param alert id of the alert
 * @param assignee who looks after it
 * @param by who changed it last
 * @param version counts the changes, from 1; 0 in records of earlier versions
 */
public record AlertState(
    String alert,
    State state,
    @Nullable Verdict verdict,
    @Nullable String assignee,
    @Nullable String note,
    @Nullable String by,
    Instant updated,
    int version) {
  /** Where an alert stands in triage. */
  public enum State {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("acknowledged")
    ACKNOWLEDGED,
    @JsonProperty("dismissed")
    DISMISSED;

    /** The name on the wire, for example {@code open}. */
    public String label() {
      return Labels.of(this);
    }

    /**
     * Reads a state's label.
     *
     * @throws IllegalArgumentException with the known labels if there is no such state
     */
    public static State parse(String label) {
      return Labels.parse(State.class, label);
    }
  }

  /** Why an alert was dismissed. */
  public enum Verdict {
    @JsonProperty("wrong-speaker")
    WRONG_SPEAKER,
    @JsonProperty("wrong-country")
    WRONG_COUNTRY,
    @JsonProperty("not-new")
    NOT_NEW,
    @JsonProperty("off-topic")
    OFF_TOPIC,
    @JsonProperty("not-news")
    NOT_NEWS;

    /** The name on the wire, for example {@code not-new}. */
    public String label() {
      return Labels.of(this);
    }

    /**
     * Reads a verdict's label.
     *
     * @throws IllegalArgumentException with the known labels if there is no such verdict
     */
    public static Verdict parse(String label) {
      return Labels.parse(Verdict.class, label);
    }
  }

  public AlertState {
    Checks.notBlank(alert, "alert id");
  }
}
