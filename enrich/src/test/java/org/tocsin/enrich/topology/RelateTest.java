package org.tocsin.enrich.topology;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import org.tocsin.contract.Story;
import org.tocsin.contract.StoryRef.Relation;
import org.tocsin.enrich.ArticleSketcher;
import org.tocsin.enrich.Decision;
import org.tocsin.enrich.PlainAnalyser;
import org.tocsin.enrich.Remembered;
import org.tocsin.enrich.Texts;
import org.tocsin.enrich.Windows;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.story.StoryOrder;

class RelateTest {
  private static final Windows WINDOWS =
      new Windows(Duration.ofDays(14), Duration.ofDays(14), 1000, Duration.ofDays(30), 1000);

  @TempDir Path state;
  private final MockProcessorContext<String, Related> context = new MockProcessorContext<>();
  private boolean failing;

  @Test
  void rebuildsItsIndicesFromItsStoreAfterARestart() {
    openStores();
    Relate before = new Relate(WINDOWS);
    before.init(context);
    Decision first = relate(before, "a", Texts.HARBOUR);
    relate(before, "x", Texts.ORCHARD);

    Relate after = new Relate(WINDOWS);
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
    Relate before = new Relate(WINDOWS);
    before.init(context);
    revise(before, 0, Texts.NOON, Texts.HARBOUR);
    revise(before, 1, Texts.NOON.minusSeconds(60), Texts.ORCHARD);

    Relate after = new Relate(WINDOWS);
    after.init(context);
    List<StatementState> states =
        revise(after, 2, Texts.NOON.plusSeconds(60), Texts.ORCHARD + "\nNobody knows.");

    // The older text came last before the restart, and still it is not the one that is replaced.
    assertThat(states).singleElement().matches(s -> s.statement().equals(harbourStatement()));
  }

  @Test
  void aRevisedCopyKeepsItsPlaceOverARestart() {
    openStores();
    Relate before = new Relate(WINDOWS);
    before.init(context);
    Decision first = relate(before, "b", Texts.HARBOUR);
    revise(before, 0, Texts.NOON.plusSeconds(60), Texts.HARBOUR);
    revise(before, 1, Texts.NOON.plusSeconds(120), Texts.HARBOUR + "\nThe pier is closed.");

    Relate after = new Relate(WINDOWS);
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
    Relate relate = new Relate(WINDOWS);
    relate.init(context);
    relate(relate, "a", Texts.ORCHARD);
    failing = true;
    assertThatThrownBy(() -> relate(relate, "b", Texts.HARBOUR)).hasMessage("no room");
    failing = false;

    Decision copy = relate(relate, "c", Texts.HARBOUR);
    assertThat(copy.story().of()).isNull();
    assertThat(relate(relate, "d", Texts.HARBOUR).story().of()).isEqualTo("c");
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
    Relate relate = new Relate(WINDOWS);
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
    KeyValueStore<Long, Remembered> log =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(Stored.SKETCH_LOG.name()),
                Serdes.Long(),
                serdeThatMayFail())
            .withLoggingDisabled()
            .build();
    KeyValueStore<String, Story> stories =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(Stored.STORY_STATES.name()),
                Serdes.String(),
                new SmileSerde<>(Story.class))
            .withLoggingDisabled()
            .build();
    KeyValueStore<String, StoryOrder> orders =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(Stored.STORY_ORDERS.name()),
                Serdes.String(),
                new SmileSerde<>(StoryOrder.class))
            .withLoggingDisabled()
            .build();
    log.init(context.getStateStoreContext(), log);
    stories.init(context.getStateStoreContext(), stories);
    orders.init(context.getStateStoreContext(), orders);
    context.addStateStore(log);
    context.addStateStore(orders);
    context.addStateStore(stories);
  }

  private Decision relate(Relate relate, String id, String text) {
    Article article = Texts.article(id, text);
    ArticleSketch sketch = ArticleSketcher.sketch(article, 0, new PlainAnalyser().analyse(article));
    context.resetForwards();
    relate.process(new Record<>(id, new Relatable.Sketch(sketch), Texts.NOON.toEpochMilli()));
    return requireNonNull(context.forwarded().get(0).record().value().decision());
  }
}
