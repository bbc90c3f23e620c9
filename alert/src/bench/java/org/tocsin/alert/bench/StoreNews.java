package org.tocsin.alert.bench;

import java.util.List;
import java.util.Random;
import org.tocsin.contract.Alert;
import org.tocsin.contract.AlertState;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Watch;

/**
 * What the store behind the desk is filled with, in the order of the topics: so many statements of
 * thirty days, a fifth of them later sightings, and so many alerts, a third of which is updated and
 * two fifths of which have a state.
 */
final class StoreNews {
  static final int WATCHES = 200;

  private static final List<Watch.Severity> SEVERITIES = List.of(Watch.Severity.values());
  private static final List<AlertState.Verdict> VERDICTS = List.of(AlertState.Verdict.values());
  private static final int DAYS = 30;

  private final World world = new World(7);
  private final Random random = new Random(11);

  /** Where it goes. */
  interface Sink {
    void statement(Sighting sighting);

    void alert(Alert alert);

    void state(AlertState state);
  }

  void write(int statements, int alerts, Sink sink) {
    int every = Math.max(1, statements / alerts);
    Sighting first = world.statement(0, Math.max(1, statements / DAYS));
    for (int i = 0; i < statements; i++) {
      Sighting sighting =
          i % 5 == 4
              ? world.repeat(first, 1 + i % 50)
              : world.statement(i, Math.max(1, statements / DAYS));
      first = i % 5 == 0 ? sighting : first;
      sink.statement(sighting);
      if (i % every == 0) {
        write(i / every, first, sink);
      }
    }
  }

  private void write(int n, Sighting sighting, Sink sink) {
    Alert alert = alert(n, 0, sighting);
    sink.alert(alert);
    if (n % 3 == 0) {
      sink.alert(alert(n, 1, sighting));
    }
    if (n % 5 < 2) {
      sink.state(state(alert));
    }
  }

  private Alert alert(int n, int update, Sighting sighting) {
    Watch.Severity severity = SEVERITIES.get(n % SEVERITIES.size());
    return new Alert(
        "alert-" + n,
        update,
        sighting.article().time(),
        new Alert.WatchRef("watch-" + n % WATCHES, "Watch " + n % WATCHES, 1, severity),
        sighting,
        List.of(new Alert.Reason("word", "text", "word", 0, 4)),
        1 + update,
        List.of());
  }

  private AlertState state(Alert alert) {
    boolean dismissed = random.nextInt(4) == 0;
    return new AlertState(
        alert.id(),
        dismissed ? AlertState.State.DISMISSED : AlertState.State.ACKNOWLEDGED,
        dismissed ? VERDICTS.get(random.nextInt(VERDICTS.size())) : null,
        "editor-" + random.nextInt(20),
        null,
        "bench",
        alert.rung(),
        1);
  }
}
