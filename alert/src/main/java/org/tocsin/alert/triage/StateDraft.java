package org.tocsin.alert.triage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.AlertState;
import org.tocsin.contract.AlertState.State;
import org.tocsin.contract.AlertState.Verdict;

/**
 * A change that somebody wants to make to what became of an alert. What it does not name stays as
 * it is; what it names as null is taken away. Dismissing wants a verdict; what was dismissed is
 * opened again before it can be acknowledged, and loses its verdict by that.
 */
public final class StateDraft {
  private static final Set<String> KNOWN = Set.of("state", "verdict", "assignee", "note", "by");
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_NOTE = 2_000;

  private final ObjectNode wanted;

  /**
   * A draft.
   *
   * @throws IllegalArgumentException where it names what a state does not have
   */
  public StateDraft(ObjectNode wanted) {
    wanted
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException(
                    "'"
                        + name
                        + "' is nothing of an alert's state: state, verdict, assignee, note");
              }
            });
    this.wanted = wanted;
  }

  /**
   * The state after the change.
   *
   * @param before null where nobody has touched the alert
   * @param by who makes the change
   * @throws IllegalArgumentException where the change is none that can be made
   * @throws IllegalStateException where the alert must be opened first
   */
  public AlertState after(
      String alert, @Nullable AlertState before, @Nullable String by, Instant now) {
    State was = before == null ? State.OPEN : before.state();
    String state = text("state", was.label(), LONGEST_NAME);
    State stands = state == null ? State.OPEN : State.parse(state);
    if (was == State.DISMISSED && stands == State.ACKNOWLEDGED) {
      throw new IllegalStateException("it was dismissed: open it before you acknowledge it");
    }
    String name = by == null ? text("by", null, LONGEST_NAME) : by;
    return new AlertState(
        alert,
        stands,
        verdict(stands, before),
        text("assignee", before == null ? null : before.assignee(), LONGEST_NAME),
        text("note", before == null ? null : before.note(), LONGEST_NOTE),
        name,
        now,
        before == null ? 1 : before.version() + 1);
  }

  private @Nullable Verdict verdict(State stands, @Nullable AlertState before) {
    Verdict was = before == null ? null : before.verdict();
    boolean dismissed = stands == State.DISMISSED;
    String label = text("verdict", dismissed && was != null ? was.label() : null, LONGEST_NAME);
    if (dismissed && label == null) {
      throw new IllegalArgumentException("say why it is dismissed: a verdict, such as not-new");
    }
    if (!dismissed && label != null) {
      throw new IllegalArgumentException("a verdict goes with state: dismissed");
    }
    return label == null ? null : Verdict.parse(label);
  }

  private @Nullable String text(String field, @Nullable String otherwise, int longest) {
    JsonNode value = wanted.get(field);
    if (value == null) {
      return otherwise;
    }
    if (value.isNull()) {
      return null;
    }
    if (!value.isTextual() || value.textValue().length() > longest) {
      throw new IllegalArgumentException(
          field + " is a text of at most " + longest + " characters, or null");
    }
    return value.textValue().isBlank() ? null : value.textValue().strip();
  }
}
