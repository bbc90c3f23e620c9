package org.tocsin.enrich.topology;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.contract.Article;
import org.tocsin.contract.Lane;
import org.tocsin.contract.StatementState;
import org.tocsin.contract.StoryRef.Relation;
import org.tocsin.enrich.ArticleSketcher;
import org.tocsin.enrich.Decision;
import org.tocsin.enrich.MemoryMeters;
import org.tocsin.enrich.PlainAnalyser;
import org.tocsin.enrich.Remembered;
import org.tocsin.enrich.Texts;
import org.tocsin.enrich.Windows;
import org.tocsin.enrich.sketch.ArticleSketch;

class RelateTest {
  private static final Windows WINDOWS =
      new Windows(Duration.ofDays(14), Duration.ofDays(14), 1000, Duration.ofDays(30), 1000);

  private static final MemoryMeters METERS = new MemoryMeters(new SimpleMeterRegistry());
  private static final Duration REVISIONS = Duration.ofDays(60);

  private static final List<String> VERSIONS =
      List.of(
          Texts.HARBOUR,
          Texts.HARBOUR_EXCERPT,
          Texts.HARBOUR
              + "\n\n\"The pier is closed until the last mine is gone,\" Vera Marcal said.",
          Texts.ORCHARD,
          Texts.ORCHARD + "\n\nThe fair is open to everybody on Sunday.",
          "Nothing of note.");

  @TempDir Path state;
  private final MockProcessorContext<String, Related> context = new MockProcessorContext<>();
  private boolean failing;

  @Test
  void rebuildsItsIndicesFromItsStoreAfterARestart() {
    openStores();
    Relate before = new Relate(WINDOWS, REVISIONS, METERS);
    before.init(context);
    Decision first = relate(before, "a", Texts.HARBOUR);
    relate(before, "x", Texts.ORCHARD);

    Relate after = new Relate(WINDOWS, REVISIONS, METERS);
    after.init(context);
    Decision excerpt = relate(after, "b", Texts.HARBOUR_EXCERPT);

    assertThat(excerpt.story().id()).isEqualTo(first.story().id());
    assertThat(excerpt.story().relation()).isEqualTo(Relation.EXCERPT);
    assertThat(excerpt.story().of()).isEqualTo("a");
    assertThat(excerpt.firsts()).singleElement().matches(f -> f.article().equals("a"));
  }

  @Test
  void remembersOverARestartWhichOfTwoTextsStands() {
    openStores();
    Relate before = new Relate(WINDOWS, REVISIONS, METERS);
    before.init(context);
    revise(before, 0, Texts.NOON, Texts.HARBOUR);
    revise(before, 1, Texts.NOON.minusSeconds(60), Texts.ORCHARD);

    Relate after = new Relate(WINDOWS, REVISIONS, METERS);
    after.init(context);
    List<StatementState> states =
        revise(after, 2, Texts.NOON.plusSeconds(60), Texts.ORCHARD + "\nNobody knows.");

    // The older text came last before the restart, and still it is not the one that is replaced.
    assertThat(states).singleElement().matches(s -> s.statement().equals(harbourStatement()));
  }

  @Test
  void aRevisedCopyKeepsItsPlaceOverARestart() {
    openStores();
    Relate before = new Relate(WINDOWS, REVISIONS, METERS);
    before.init(context);
    Decision first = relate(before, "b", Texts.HARBOUR);
    revise(before, 0, Texts.NOON.plusSeconds(60), Texts.HARBOUR);
    revise(before, 1, Texts.NOON.plusSeconds(120), Texts.HARBOUR + "\nThe pier is closed.");

    Relate after = new Relate(WINDOWS, REVISIONS, METERS);
    after.init(context);
    Decision copy = relate(after, "c", Texts.HARBOUR);

    assertThat(copy.story().id()).isEqualTo(first.story().id());
    assertThat(context.forwarded().get(0).record().value().told())
        .singleElement()
        .matches(told -> requireNonNull(told.story()).size() == 3);
  }

  @Test
  void whatCannotBeKeptIsNotRememberedEither() {
    openStores();
    Relate relate = new Relate(WINDOWS, REVISIONS, METERS);
    relate.init(context);
    relate(relate, "a", Texts.ORCHARD);
    failing = true;
    assertThatThrownBy(() -> relate(relate, "b", Texts.HARBOUR)).hasMessage("no room");
    failing = false;

    Decision copy = relate(relate, "c", Texts.HARBOUR);
    assertThat(copy.story().of()).isNull();
    assertThat(relate(relate, "d", Texts.HARBOUR).story().of()).isEqualTo("c");
  }

  @Test
  void aRestartChangesNothing() {
    for (int seed = 0; seed < 12; seed++) {
      List<Related> without = decisions(new Random(seed), false);
      List<Related> with = decisions(new Random(seed), true);
      for (int i = 0; i < without.size(); i++) {
        String step = "seed " + seed + ", " + i;
        assertThat(with.get(i).decision()).as(step).isEqualTo(without.get(i).decision());
        assertThat(with.get(i).states()).as(step).isEqualTo(without.get(i).states());
        assertThat(with.get(i).told()).as(step).hasSameElementsAs(without.get(i).told());
      }
    }
  }

  /** What comes of the same articles over ten weeks, with or without restarts in between. */
  private List<Related> decisions(Random random, boolean restarting) {
    Windows narrow =
        new Windows(Duration.ofDays(14), Duration.ofDays(14), 12, Duration.ofDays(30), 9);
    MockProcessorContext<String, Related> own = new MockProcessorContext<>();
    openStores(own);
    Relate relate = new Relate(narrow, REVISIONS, METERS);
    relate.init(own);
    List<Related> decisions = new ArrayList<>();
    int[] revisions = new int[9];
    for (int i = 0; i < 60; i++) {
      int id = random.nextInt(revisions.length);
      String text = VERSIONS.get(random.nextInt(VERSIONS.size()));
      Instant time = Texts.NOON.plus(Duration.ofHours(28L * i - random.nextInt(60)));
      Lane lane = random.nextInt(4) == 0 ? Lane.BACKFILL : Lane.LIVE;
      Article article =
          new Article("x" + id, null, "s" + id, null, text, null, time, time, null, lane);
      ArticleSketch sketch =
          ArticleSketcher.sketch(article, revisions[id]++, new PlainAnalyser().analyse(article));
      if (restarting && random.nextInt(3) == 0) {
        relate = new Relate(narrow, REVISIONS, METERS);
        relate.init(own);
      } else if (!restarting) {
        random.nextInt(3);
      }
      own.resetForwards();
      relate.process(new Record<>("x", new Relatable.Sketch(sketch), time.toEpochMilli()));
      decisions.add(own.forwarded().get(0).record().value());
    }
    return decisions;
  }

  private static String harbourStatement() {
    return sketch("a", 0, Texts.NOON, Texts.HARBOUR).statements().get(0).id();
  }

  private List<StatementState> revise(Relate relate, int revision, Instant time, String text) {
    context.resetForwards();
    ArticleSketch sketch = sketch("a", revision, time, text);
    relate.process(new Record<>("a", new Relatable.Sketch(sketch), time.toEpochMilli()));
    return context.forwarded().get(0).record().value().states();
  }

  private static ArticleSketch sketch(String id, int revision, Instant time, String text) {
    Article article = Texts.article(id, text, time, Lane.LIVE);
    return ArticleSketcher.sketch(article, revision, new PlainAnalyser().analyse(article));
  }

  @Test
  void startsAfreshWhereATaskIsRevived() {
    openStores();
    Relate relate = new Relate(WINDOWS, REVISIONS, METERS);
    relate.init(context);
    relate(relate, "a", Texts.HARBOUR);

    relate.init(context);

    assertThat(relate(relate, "b", Texts.HARBOUR).story().relation()).isEqualTo(Relation.COPY);
  }

  private Serde<Remembered> serdeThatMayFail() {
    Serde<Remembered> serde = new SmileSerde<>(Remembered.class);
    return Serdes.serdeFrom(
        (topic, value) -> {
          if (failing) {
            throw new IllegalStateException("no room");
          }
          return serde.serializer().serialize(topic, value);
        },
        serde.deserializer());
  }

  private void openStores() {
    openStores(context);
  }

  private void openStores(MockProcessorContext<String, Related> context) {
    context.setCurrentStreamTimeMs(Texts.NOON.toEpochMilli());
    open(context, Stored.SKETCH_LOG, serdeThatMayFail());
    for (Stored<String, ?> stored :
        List.of(Stored.STORY_STATES, Stored.STORY_ORDERS, Stored.STANDINGS)) {
      open(context, stored);
    }
  }

  private static <V> void open(
      MockProcessorContext<String, Related> context, Stored<String, V> stored) {
    open(context, stored, new SmileSerde<>(stored.type()));
  }

  private static <K, V> void open(
      MockProcessorContext<String, Related> context, Stored<K, V> stored, Serde<V> values) {
    KeyValueStore<K, V> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(stored.name()), stored.keySerde(), values)
            .withLoggingDisabled()
            .build();
    store.init(context.getStateStoreContext(), store);
    context.addStateStore(store);
  }

  private Decision relate(Relate relate, String id, String text) {
    Article article = Texts.article(id, text);
    ArticleSketch sketch = ArticleSketcher.sketch(article, 0, new PlainAnalyser().analyse(article));
    context.resetForwards();
    relate.process(new Record<>(id, new Relatable.Sketch(sketch), Texts.NOON.toEpochMilli()));
    return requireNonNull(context.forwarded().get(0).record().value().decision());
  }
}
