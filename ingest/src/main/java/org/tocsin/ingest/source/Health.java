package org.tocsin.ingest.source;

import java.time.Instant;
import org.tocsin.contract.FetchState;
import org.tocsin.contract.FetchState.Status;

/** What to make of a source that answered. */
final class Health {
  /** Inputs of a poll that was answered with "nothing changed". */
  static final int UNCHANGED = -1;

  private Health() {}

  /** The change with the status that follows from it. */
  static Change of(Change change, FetchState now, int inputs, Instant time) {
    if (Rhythm.silent(now.rhythm(), now.firstPoll(), now.lastNew(), time)) {
      return change.status(
          Status.SILENT, "nothing new since " + now.lastNew() + ", against its own week");
    }
    if (now.address() != null && !now.address().equals(now.location())) {
      return change.status(Status.MOVED, "moved for good to " + now.address());
    }
    if (inputs == 0) {
      return change.status(Status.EMPTY, "it answers, and there is nothing in it");
    }
    String same = now.sameAs() == null ? null : "gives the same items as " + now.sameAs();
    return inputs == UNCHANGED
        ? change.status(Status.NOT_MODIFIED, same)
        : change.status(Status.HEALTHY, same);
  }
}
