package org.tocsin.alert.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.alert.Samples.NOON;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.alert.Samples;
import org.tocsin.alert.query.Query;
import org.tocsin.contract.Alert;
import org.tocsin.contract.AlertState;
import org.tocsin.contract.AlertState.State;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Sighting;

class AlertArchiveTest {
  private static final Bounds BOUNDS = new Bounds(Duration.ofDays(90), 10);

  private static Alert alert(String id, int update, Instant rung) {
    return Samples.alert(
        id, update, Samples.sighting("s-" + id, "The port closes.", "en", null, Lane.LIVE, rung));
  }

  private static AlertState state(String alert, State state, Instant updated) {
    return new AlertState(alert, state, null, null, null, "Ada", updated, 1);
  }

  private static AlertArchive archive() throws IOException {
    return new AlertArchive(new ByteBuffersDirectory(), BOUNDS);
  }

  private static Page<TriagedAlert> all(AlertArchive archive) {
    return archive.list(new Selection(), 100, null);
  }

  @Test
  void keepsAStateThatComesBeforeItsAlert() throws IOException {
    try (AlertArchive archive = archive()) {
      archive.take(0, 0, state("a", State.ACKNOWLEDGED, NOON));
      assertThat(all(archive).entries()).as("nothing to list yet").isEmpty();
      assertThat(archive.alert("a")).isEmpty();
      archive.take(0, 0, alert("a", 0, NOON));
      assertThat(archive.alert("a").orElseThrow().readState().orElseThrow().by()).isEqualTo("Ada");
    }
  }

  @Test
  void letsTheLaterStateAndTheHigherUpdateCount() throws IOException {
    try (AlertArchive archive = archive()) {
      archive.take(0, 0, alert("a", 1, NOON));
      archive.take(0, 1, alert("a", 0, NOON));
      archive.take(0, 0, state("a", State.ACKNOWLEDGED, NOON));
      archive.take(0, 1, state("a", State.OPEN, NOON.minusSeconds(9)));
      archive.take(0, 0, state("a", State.DISMISSED, NOON));
      TriagedAlert now = archive.alert("a").orElseThrow();
      assertThat(now.read().update()).isEqualTo(1);
      assertThat(now.readState().orElseThrow().state()).isEqualTo(State.OPEN);
      assertThat(archive.size()).isEqualTo(1);
    }
  }

  @Test
  void isFoundByTheWordsOfEveryStatementItTells() throws IOException {
    try (AlertArchive archive = archive()) {
      Alert alone = alert("a", 0, NOON);
      Sighting other =
          Samples.sighting("s-b", "Two lanterns burn.", "en", null, Lane.LIVE, NOON.plusSeconds(9));
      Alert both =
          new Alert(
              "a",
              1,
              NOON,
              alone.watch(),
              alone.sighting(),
              alone.why(),
              1,
              List.of(),
              null,
              List.of(new Alert.Member("b", other, List.of(), NOON.plusSeconds(9), 1, null)),
              1,
              List.of(),
              List.of(),
              null,
              null);
      archive.take(0, 0, alone);
      assertThat(found(archive, "lantern")).isEmpty();
      archive.take(0, 1, both);
      assertThat(found(archive, "lantern")).isEqualTo(found(archive, "port")).hasSize(1);
      assertThat(found(archive, "lantern").get(0).parts()).hasSize(1);
      assertThat(found(archive, "\"closes two\"")).as("a phrase of both").isEmpty();
    }
  }

  private static List<Alert> found(AlertArchive archive, String query) {
    Selection wanted = new Selection().text(Query.parse(query));
    return archive.list(wanted, 10, null).entries().stream().map(TriagedAlert::read).toList();
  }

  @Test
  void forgetsTheOldestBeyondTheNumberAndWhatIsTooOld() throws IOException {
    try (AlertArchive archive = archive()) {
      for (int i = 0; i < 14; i++) {
        archive.take(0, i, alert("a" + i, 0, NOON.plusSeconds(i)));
      }
      archive.take(0, 0, state("never", State.OPEN, NOON.minus(Duration.ofDays(200))));
      archive.commit();
      assertThat(all(archive).total()).isEqualTo(10);
      assertThat(archive.alert("a3")).isEmpty();
      assertThat(archive.alert("a4")).isPresent();
      archive.take(0, 14, alert("old", 0, NOON.minus(Duration.ofDays(91))));
      assertThat(archive.alert("old")).isEmpty();
    }
  }

  @Test
  void goesOnWhereItStopped(@TempDir Path folder) throws IOException {
    try (AlertArchive first = new AlertArchive(FSDirectory.open(folder), BOUNDS)) {
      first.take(2, 7, alert("a", 0, NOON));
      first.take(1, 3, state("a", State.DISMISSED, NOON));
      first.commit();
      first.take(2, 8, alert("lost", 0, NOON));
    }
    try (AlertArchive second = new AlertArchive(FSDirectory.open(folder), BOUNDS)) {
      assertThat(second.next("alerts", 2)).isEqualTo(8);
      assertThat(second.next("alert-states", 1)).isEqualTo(4);
      assertThat(all(second).entries()).hasSize(1);
      second.take(2, 8, alert("a", 1, NOON));
      assertThat(all(second).entries().get(0).json()).contains("\"dismissed\"", "\"update\":1");
      second.clear();
      assertThat(second.next("alerts", 2)).isZero();
      assertThat(all(second).entries()).isEmpty();
    }
  }

  @Test
  void pagesThroughThoseOfOneMoment() throws IOException {
    try (AlertArchive archive = archive()) {
      for (int i = 0; i < 5; i++) {
        archive.take(0, i, alert("a" + i, 0, NOON));
      }
      Page<TriagedAlert> first = archive.list(new Selection(), 3, null);
      Page<TriagedAlert> second = archive.list(new Selection(), 3, first.next());
      assertThat(second.entries()).hasSize(2).doesNotContainAnyElementsOf(first.entries());
      assertThat(second.next()).isNull();
      assertThat(Cursor.parse(String.valueOf(first.next()))).isEqualTo(first.next());
    }
  }
}
