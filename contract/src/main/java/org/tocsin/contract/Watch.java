package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a desk wants to hear about: the value of {@code watches}.
 *
 * @param id lower-case letters, digits and hyphens, at most 64: {@code regional-security-threats}
 * @param query in the watch language, see the README of alert
 * @param version counted up at every change, from 1
 * @param author who made this version
 * @param note why
 * @param calm how seldom it rings
 * @param snoozedUntil until when it is held back altogether; null where it is not
 * @param notifiers ids of the notifiers that tell its alerts; empty for those whose own settings
 *     say so
 */
public record Watch(
    String id,
    String name,
    String query,
    Severity severity,
    boolean enabled,
    int version,
    @Nullable String author,
    @Nullable String note,
    Instant updated,
    Calm calm,
    @Nullable Instant snoozedUntil,
    List<String> notifiers) {
  /** How many notifiers a watch may name. */
  public static final int MOST_NOTIFIERS = 20;

  /** How loud an alert is. */
  public enum Severity {
    @JsonProperty("low")
    LOW,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("high")
    HIGH;

    /** The name on the wire, for example {@code high}. */
    public String label() {
      return Labels.of(this);
    }

    /**
     * Reads a severity's label.
     *
     * @throws IllegalArgumentException with the known labels if there is no such severity
     */
    public static Severity parse(String label) {
      return Labels.parse(Severity.class, label);
    }
  }

  public Watch {
    if (!id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
      throw new IllegalArgumentException(
          "a watch id has lower-case letters, digits and hyphens, at most 64: '" + id + "'");
    }
    Checks.notBlank(name, "watch name");
    Checks.notBlank(query, "watch query");
    if (version < 1) {
      throw new IllegalArgumentException("a watch's versions count from 1: " + version);
    }
    calm = calm == null ? Calm.NONE : calm; // records of earlier versions have none
    notifiers = notifiers == null ? List.of() : List.copyOf(notifiers);
    if (notifiers.size() > MOST_NOTIFIERS) {
      throw new IllegalArgumentException("a watch names at most " + MOST_NOTIFIERS + " notifiers");
    }
  }

  /** A watch that rings at everything and names no notifiers. */
  public Watch(
      String id,
      String name,
      String query,
      Severity severity,
      boolean enabled,
      int version,
      @Nullable String author,
      @Nullable String note,
      Instant updated) {
    this(
        id, name, query, severity, enabled, version, author, note, updated, Calm.NONE, null,
        List.of());
  }
}
