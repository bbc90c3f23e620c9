package org.tocsin.alert.desk;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.archive.TriagedAlert;
import org.tocsin.alert.triage.StateDraft;
import org.tocsin.alert.triage.StateWriter;
import org.tocsin.contract.AlertState;

/**
 * Changes what people make of alerts, one change at a time, each on top of the last one: of that
 * which was written here, though it has not been read back yet.
 */
final class TriageDesk {
  private final DeskView view;
  private final StateWriter states;
  private final Clock clock;
  private final Map<String, Written> unread = new HashMap<>();

  /** A state, and where it lies in its topic. */
  record Written(AlertState state, StateWriter.Place place) {}

  TriageDesk(DeskView view, StateWriter states, Clock clock) {
    this.view = view;
    this.states = states;
    this.clock = clock;
  }

  /**
   * Makes a change.
   *
   * @param expected the version it is made to; null where the caller does not care
   * @throws StaleChange where another version is the last
   * @throws IllegalStateException where the alert must be opened first
   */
  synchronized Written change(
      String id, StateDraft draft, @Nullable Integer expected, @Nullable String by) {
    AlertState before = last(id);
    int version = before == null ? 0 : before.version();
    if (expected != null && expected != version) {
      throw new StaleChange("somebody else has changed it meanwhile", before);
    }
    AlertState state = draft.after(id, before, by, clock.instant());
    Written written = new Written(state, states.put(state));
    unread.put(id, written);
    return written;
  }

  private @Nullable AlertState last(String id) {
    unread.values().removeIf(this::read);
    Written written = unread.get(id);
    return written == null
        ? view.alerts().alert(id).flatMap(TriagedAlert::readState).orElse(null)
        : written.state();
  }

  private boolean read(Written written) {
    StateWriter.Place place = written.place();
    return view.events().has(Position.states(place.partition()), place.offset());
  }
}
