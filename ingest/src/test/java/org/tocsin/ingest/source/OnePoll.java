package org.tocsin.ingest.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.contract.FetchState;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.state.SourceStore.LostSourceException;

/** Takes the parts of one poll; after so many of them the source is another's. */
final class OnePoll implements Source.Batches {
  private final List<Parsed> found = new ArrayList<>();
  private final int parts;
  private FetchState state;
  private int taken;

  OnePoll(FetchState before, int parts) {
    this.state = before;
    this.parts = parts;
  }

  static FetchState before(String name) {
    return new FetchState(
        name,
        "feed",
        "x",
        null,
        FetchState.Status.WAITING,
        null,
        null,
        null,
        null,
        null,
        Instant.EPOCH,
        300,
        null,
        null,
        null,
        null,
        0,
        0,
        List.of(),
        null,
        0,
        List.of(),
        null,
        "me",
        0);
  }

  @Override
  public FetchState take(List<Parsed> more, int inputs, Change change) throws LostSourceException {
    if (++taken > parts) {
      throw new LostSourceException(state.source());
    }
    found.addAll(more);
    state = change.by("me");
    return state;
  }

  int parts() {
    return taken;
  }

  FetchState state() {
    return state;
  }

  List<Parsed> found() {
    return found;
  }
}
