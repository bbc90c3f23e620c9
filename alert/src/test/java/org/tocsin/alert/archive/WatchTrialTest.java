package org.tocsin.alert.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.alert.Samples.NOON;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.alert.Samples;
import org.tocsin.alert.query.LuceneQueries;
import org.tocsin.alert.query.Query;
import org.tocsin.alert.query.QueryException;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Sighting;

class WatchTrialTest {
  private StatementArchive archive;
  private long offset;

  @BeforeEach
  void open() throws IOException {
    archive = new StatementArchive(new ByteBuffersDirectory(), Bounds.of(Duration.ofDays(30)));
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  private Trial attempt(String query, int days) {
    return new WatchTrial(archive, ZoneOffset.UTC).run(Query.parse(query), null, days);
  }

  private void see(String id, String text, Duration ago) {
    see(Samples.sighting(id, text, "en", "Mira Oldenburg", Lane.LIVE, NOON.minus(ago)));
  }

  private void see(Sighting sighting) {
    archive.take(0, offset++, sighting);
  }

  @Test
  void countsTheDaysOfTheDesk() {
    see("a", "the port closes", Duration.ofHours(14)); // 22:00 in UTC, 23:00 in Oslo
    see("b", "the port opens", Duration.ofMinutes(12 * 60 + 30)); // 23:30, 00:30
    see("c", "the port opens", Duration.ZERO);
    WatchTrial trial = new WatchTrial(archive, ZoneId.of("Europe/Oslo"));
    assertThat(trial.run(Query.parse("port"), null, 7).days())
        .extracting(Trial.Day::count)
        .containsExactly(1L, 2L);
    assertThat(attempt("port", 7).days()).extracting(Trial.Day::count).containsExactly(2L, 1L);
  }

  @Test
  void countsByDayAndShowsTheNewestWithTheirReasons() {
    see("a", "the port closes", Duration.ofDays(3));
    see("b", "the port opens", Duration.ofDays(2));
    see("c", "ports close", Duration.ofHours(2));
    see("d", "the port closed", Duration.ofHours(1));
    see(Samples.repeat("e", "d", NOON));
    Trial trial = attempt("port AND close", 30);
    assertThat(trial.statements()).isEqualTo(4);
    assertThat(trial.from()).isEqualTo(NOON.minus(Duration.ofDays(3)));
    assertThat(trial.to()).isEqualTo(NOON.minus(Duration.ofHours(1)));
    assertThat(trial.count()).isEqualTo(3);
    assertThat(trial.days())
        .containsExactly(
            new Trial.Day(LocalDate.parse("2026-03-07"), 1),
            new Trial.Day(LocalDate.parse("2026-03-08"), 0),
            new Trial.Day(LocalDate.parse("2026-03-09"), 0),
            new Trial.Day(LocalDate.parse("2026-03-10"), 2));
    assertThat(trial.hits())
        .extracting(h -> h.sighting().statement().id())
        .containsExactly("d", "c", "a");
    assertThat(trial.hits().get(0).why())
        .extracting(r -> r.matched())
        .containsExactly("port", "closed");
    assertThat(attempt("port AND close", 1).count()).isEqualTo(2);
  }

  @Test
  void saysWhichClauseKeptStatementsOut() {
    see("a", "the port closes", Duration.ofDays(3));
    see("b", "the port opens", Duration.ofDays(2));
    see("c", "the port sleeps", Duration.ofDays(2));
    see("d", "the shop closes", Duration.ofDays(1));
    see("e", "the drill closes the port", Duration.ofDays(1));
    see("f", "nothing of all that", Duration.ofDays(1));
    Trial trial = attempt("port close* NOT drill", 30);
    assertThat(trial.missed())
        .containsExactly(
            new Trial.Missed("port", 1),
            new Trial.Missed("close*", 2),
            new Trial.Missed("NOT drill", 1));
    assertThat(trial.nearMisses())
        .extracting(n -> n.missing() + " " + n.sighting().statement().id())
        .containsExactlyInAnyOrder("port d", "close* b", "close* c", "NOT drill e");
  }

  @Test
  void showsANegatedGroupWithItsBrackets() {
    see("a", "the port closes", Duration.ofDays(1));
    assertThat(attempt("port NOT (closes OR opens)", 30).nearMisses())
        .extracting(Trial.NearMiss::missing)
        .containsExactly("NOT (closes OR opens)");
  }

  @Test
  void saysWhatWouldChange() {
    see("a", "the port closes", Duration.ofDays(3));
    see("b", "the port opens", Duration.ofDays(2));
    see("c", "the airport closes", Duration.ofDays(1));
    Trial trial =
        new WatchTrial(archive, ZoneOffset.UTC)
            .run(Query.parse("close*"), Samples.watch("ports", "port", true, 7), 30);
    Trial.Difference saved = Objects.requireNonNull(trial.saved());
    assertThat(saved.version()).isEqualTo(7);
    assertThat(saved.count()).isEqualTo(2);
    assertThat(saved.added()).isEqualTo(1);
    assertThat(saved.removed()).isEqualTo(1);
    assertThat(saved.addedSamples()).extracting(s -> s.statement().id()).containsExactly("c");
    assertThat(saved.removedSamples()).extracting(s -> s.statement().id()).containsExactly("b");
  }

  @Test
  void countsOutletsAsTheyCarriedAStatement() {
    see("a", "the port closes", Duration.ofHours(3));
    see("b", "the port opens", Duration.ofHours(3));
    see(Samples.in("Tide Tribune", Samples.repeat("a2", "a", NOON)));
    see(Samples.in("Quay Courier", Samples.repeat("a3", "a", NOON)));
    see(Samples.in("Quay Courier", Samples.repeat("a4", "a", NOON)));
    see(Samples.repeat("b2", "b", NOON));
    assertThat(attempt("port outlets:>=2", 30).count()).isEqualTo(1);
    Trial three = attempt("port outlets:>=3", 30);
    assertThat(three.hits()).extracting(h -> h.sighting().statement().id()).containsExactly("a");
    assertThat(three.hits().get(0).why()).isNotEmpty();
    assertThat(attempt("port outlets:>=4", 30).count()).isZero();
  }

  @Test
  void hasAnAnswerForAnEmptyPast() {
    Trial trial = attempt("port AND close", 30);
    assertThat(trial.statements()).isZero();
    assertThat(trial.from()).isNull();
    assertThat(trial.days()).isEmpty();
    assertThat(trial.alertsPerDay()).isZero();
  }

  @Test
  void countsARecordOnceThatIsReadTwice() {
    see("a", "the port closes", Duration.ofDays(1));
    archive.take(0, 0, Samples.sighting("other", "port"));
    offset = 1;
    see("a", "the port closes", Duration.ofDays(1));
    assertThat(attempt("port", 30).count()).isEqualTo(1);
  }

  @Test
  void forgetsWhatIsTooOld() throws IOException {
    see("a", "the port closes", Duration.ofDays(40));
    see("b", "the port closes", Duration.ofDays(1));
    archive.commit();
    see("c", "the port closes", Duration.ofDays(50));
    archive.commit();
    assertThat(attempt("port", 100).count()).isEqualTo(1);
  }

  @Test
  void goesOnWhereItStopped(@TempDir Path folder) throws IOException {
    try (StatementArchive first =
        new StatementArchive(FSDirectory.open(folder), Bounds.of(Duration.ofDays(30)))) {
      first.take(0, 0, Samples.sighting("a", "the port closes"));
      first.take(1, 7, Samples.sighting("b", "the port closes"));
      first.commit();
      first.take(1, 8, Samples.sighting("lost", "the port closes"));
    }
    try (StatementArchive second =
        new StatementArchive(FSDirectory.open(folder), Bounds.of(Duration.ofDays(30)))) {
      assertThat(second.next(0)).isEqualTo(1);
      assertThat(second.next(1)).isEqualTo(8);
      assertThat(second.newest()).isEqualTo(NOON);
      assertThat(new WatchTrial(second, ZoneOffset.UTC).run(Query.parse("port"), null, 30).count())
          .isEqualTo(2);
      second.clear();
      assertThat(second.next(1)).isZero();
      assertThat(new WatchTrial(second, ZoneOffset.UTC).run(Query.parse("port"), null, 30).count())
          .isZero();
    }
  }

  @Test
  void countsOutletsOnlyOfWhatTheRestFinds() throws IOException {
    for (int i = 0; i < 10; i++) {
      see("other" + i, "the shop closes", Duration.ofHours(3));
      see(Samples.in("Outlet B", Samples.repeat("copy" + i, "other" + i, NOON)));
    }
    see("a", "the quay closes", Duration.ofHours(3));
    see(Samples.in("Outlet B", Samples.repeat("b", "a", NOON)));
    assertThat(attempt("quay outlets:>=2", 7).count()).isEqualTo(1);
    assertThat(attempt("closes outlets:>=2", 7).count()).isEqualTo(11);
    assertThat(attempt("quay outlets:>=3", 7).missed())
        .contains(new Trial.Missed("outlets:>=3", 1));
    long few = archive.search(searcher -> (long) searcher.count(counted(searcher, "quay", 5)));
    assertThat(few).isEqualTo(2);
    assertThatThrownBy(() -> archive.search(searcher -> counted(searcher, "closes", 5)))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("5 statements at most");
  }

  private static org.apache.lucene.search.Query counted(
      IndexSearcher searcher, String rest, int most) {
    org.apache.lucene.search.Query found =
        new LuceneQueries(number -> new MatchAllDocsQuery()).of(Query.parse(rest).root());
    return new OutletCounter(searcher, new MatchAllDocsQuery(), found, most).atLeast(2);
  }

  @Test
  void breaksOffASearchThatTakesTooLong() throws IOException {
    Bounds bounds = Bounds.of(Duration.ofDays(30));
    try (StatementArchive hurried =
        new StatementArchive(new ByteBuffersDirectory(), bounds, Duration.ofNanos(-1))) {
      hurried.take(0, 0, Samples.sighting("a", "the port closes"));
      for (String query : List.of("port", "port AND outlets:>=2")) {
        Selection wanted = new Selection().text(Query.parse(query));
        assertThatThrownBy(() -> hurried.list(wanted, 10, null))
            .isInstanceOf(QueryException.class)
            .hasMessageContaining("too dear");
      }
    }
  }

  @Test
  void breaksOffWhatTakesTooLong() {
    see("a", "the port closes", Duration.ofHours(3));
    WatchTrial hurried = new WatchTrial(archive, ZoneOffset.UTC, Duration.ofNanos(-1));
    assertThatThrownBy(() -> hurried.run(Query.parse("port"), null, 7))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("too dear");
    assertThat(attempt("port", 7).count()).as("the limit is the trial's own").isEqualTo(1);
  }
}
