package org.tocsin.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.contract.Article;
import org.tocsin.contract.DeadLetter;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.Outcome;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Statement;
import org.tocsin.contract.Story;
import org.tocsin.contract.StoryRef;
import org.tocsin.contract.StoryRef.Relation;
import org.tocsin.contract.Topics;
import org.tocsin.enrich.Decision;
import org.tocsin.enrich.Fill;
import org.tocsin.enrich.MemoryMeters;
import org.tocsin.enrich.PlainAnalyser;
import org.tocsin.enrich.Texts;

class EnrichTopologyTest {
  @TempDir Path state;
  private final PlainAnalyser analyser = new PlainAnalyser();
  private Pipeline pipeline;
  private int runs;

  @BeforeEach
  void open() {
    pipeline = new Pipeline(state, analyser);
  }

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void theFirstArticleBeginsAStoryAndItsStatementIsNew() {
    pipeline.send(Texts.article("a", Texts.HARBOUR));

    EnrichedArticle article = pipeline.nextEnriched();
    assertThat(article.story().relation()).isEqualTo(Relation.FIRST);
    assertThat(article.statements()).singleElement().matches(s -> s.novelty() == Novelty.NEW);
    List<TestRecord<String, Sighting>> sightings = pipeline.statements();
    assertThat(sightings).hasSize(1);
    assertThat(sightings.get(0).key()).isEqualTo(article.statements().get(0).id());
    assertThat(sightings.get(0).value().article().story()).isEqualTo(article.story().id());
    assertThat(pipeline.stories()).singleElement().matches(s -> s.value().size() == 1);
    assertThat(pipeline.outcomes()).containsExactly(Outcome.Result.ENRICHED);
  }

  @Test
  void aCopyAndAnExcerptJoinTheStoryAndRepeatItsStatement() {
    pipeline.send(
        Texts.article("a", Texts.HARBOUR),
        Texts.article("b", "By our correspondent\n\n" + Texts.HARBOUR),
        Texts.article("c", Texts.HARBOUR_EXCERPT),
        Texts.article("d", Texts.ORCHARD));

    List<EnrichedArticle> all = pipeline.enriched().stream().map(TestRecord::value).toList();
    assertThat(all)
        .extracting(a -> a.story().relation())
        .containsExactly(Relation.FIRST, Relation.COPY, Relation.EXCERPT, Relation.FIRST);
    assertThat(all.subList(0, 3)).extracting(a -> a.story().id()).containsOnly(storyOf(all, 0));
    assertThat(storyOf(all, 3)).isNotEqualTo(storyOf(all, 0));
    String first = all.get(0).statements().get(0).id();
    assertThat(pipeline.statements())
        .extracting(TestRecord::key)
        .startsWith(first, first, first)
        .hasSize(4);
    Story story = pipeline.stories().get(2).value();
    assertThat(story.size()).isEqualTo(3);
    assertThat(story.members()).extracting(Story.Member::article).containsExactly("a", "b", "c");
  }

  private static String storyOf(List<EnrichedArticle> all, int index) {
    return all.get(index).story().id();
  }

  @Test
  void theSameTextUnderTheSameIdIsADuplicate() {
    pipeline.send(Texts.article("a", Texts.HARBOUR), Texts.article("a", Texts.HARBOUR));

    assertThat(pipeline.enriched()).hasSize(1);
    assertThat(pipeline.outcomes())
        .containsExactlyInAnyOrder(Outcome.Result.ENRICHED, Outcome.Result.DUPLICATE);
  }

  @Test
  void whatAFeedKeepsOfferingStaysADuplicateBeyondTheWindow() {
    Article article = Texts.article("a", Texts.HARBOUR);
    pipeline.send(article);
    for (int day = 40; day <= 160; day += 40) {
      pipeline.send(arriving("d" + day, "Nothing of note.", Duration.ofDays(day)), article);
    }

    assertThat(pipeline.ended(Outcome.Result.DUPLICATE)).isEqualTo(4);
    assertThat(pipeline.statements())
        .extracting(s -> s.value().article().id())
        .containsOnlyOnce("a");
  }

  @Test
  void aChangedTextIsARevisionAndWhatStoodInItBeforeIsARepeat() {
    String more =
        Texts.HARBOUR
            + "\n\"The navy is going to help us from Friday onwards,\" Rufus Firefly said.";
    pipeline.send(Texts.article("a", Texts.HARBOUR), Texts.article("a", more));

    EnrichedArticle before = pipeline.nextEnriched();
    EnrichedArticle after = pipeline.nextEnriched();
    assertThat(after.revision()).isEqualTo(1);
    assertThat(after.story().relation()).isEqualTo(Relation.REVISION);
    assertThat(after.story().of()).isEqualTo("a");
    assertThat(after.story().id()).isEqualTo(before.story().id());
    assertThat(after.statements())
        .extracting(s -> s.novelty())
        .containsExactly(Novelty.REPEAT, Novelty.NEW);
    assertThat(pipeline.outcomes())
        .containsExactly(Outcome.Result.ENRICHED, Outcome.Result.REVISION);
    assertThat(pipeline.stories()).extracting(s -> s.value().size()).containsExactly(1, 1);
  }

  @Test
  void keepsTheRawBytesOfAPoisonedArticleAndEnrichesItOnceItIsRepaired() {
    Article poisoned = Texts.article("p", "POISON " + Texts.HARBOUR);
    pipeline.send(poisoned);

    TestRecord<byte[], byte[]> letter = pipeline.deadLetters().get(0);
    assertThat(letter.value())
        .isEqualTo(Topics.ARTICLES.valueSerde().serializer().serialize("", poisoned));
    assertThat(Headers.text(letter.headers(), DeadLetter.STEP)).isEqualTo("analyse");
    assertThat(Headers.text(letter.headers(), DeadLetter.TOPIC)).isEqualTo("articles");
    assertThat(pipeline.outcomes()).containsExactly(Outcome.Result.DEAD_LETTERED);
    assertThat(pipeline.enriched()).isEmpty();

    analyser.heal();
    pipeline.sendRaw(letter.key(), letter.value());

    assertThat(pipeline.nextEnriched().revision()).isZero();
    assertThat(pipeline.outcomes()).containsExactly(Outcome.Result.ENRICHED);
  }

  @Test
  void buriesWhatIsNotAnArticleAndGoesOn() {
    byte[] key = "x".getBytes(UTF_8);
    pipeline.sendRaw(key, "{\"id\":".getBytes(UTF_8));
    pipeline.send(Texts.article("a", Texts.HARBOUR));
    pipeline.sendRaw(
        null,
        Topics.ARTICLES.valueSerde().serializer().serialize("", Texts.article("n", Texts.HARBOUR)));
    pipeline.sendRaw(key, null);
    pipeline.sendRaw(
        key,
        Topics.ARTICLES.valueSerde().serializer().serialize("", Texts.article("y", Texts.HARBOUR)));

    assertThat(pipeline.deadLetters())
        .extracting(l -> Headers.text(l.headers(), DeadLetter.STEP))
        .containsExactly("decode", "check", "check", "check");
    assertThat(pipeline.enriched()).hasSize(1);
    assertThat(pipeline.outcomes()).hasSize(5);
    assertThat(pipeline.ended(Outcome.Result.DEAD_LETTERED)).isEqualTo(4);
    assertThat(pipeline.received()).isEqualTo(5);
  }

  @Test
  void everyArticleHasExactlyOneOutcome() {
    pipeline.send(
        Texts.article("a", Texts.HARBOUR),
        Texts.article("a", Texts.HARBOUR),
        Texts.article("a", Texts.ORCHARD),
        Texts.article("b", "POISON"),
        Texts.article("c", "Short."));

    assertThat(pipeline.outcomes()).hasSize(5);
    assertThat(pipeline.received()).isEqualTo(5);
    assertThat(pipeline.ended(null)).isEqualTo(5);
    assertThat(pipeline.ended(Outcome.Result.ENRICHED)).isEqualTo(2);
    assertThat(pipeline.ended(Outcome.Result.REVISION)).isEqualTo(1);
    assertThat(pipeline.ended(Outcome.Result.DUPLICATE)).isEqualTo(1);
    assertThat(pipeline.ended(Outcome.Result.DEAD_LETTERED)).isEqualTo(1);
  }

  @Test
  void copiesInAnyOrderEndInOneStoryAndOneNewStatement() {
    List<String> texts =
        List.of(Texts.HARBOUR, "By our correspondent\n\n" + Texts.HARBOUR, Texts.HARBOUR_EXCERPT);
    int run = 0;
    for (int[] order :
        new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
      try (Pipeline fresh = new Pipeline(state.resolve("run" + run++), analyser)) {
        for (int i : order) {
          Instant time = Texts.NOON.plusSeconds(60L * i);
          fresh.send(Texts.article("a" + i, texts.get(i), time, Lane.LIVE));
        }
        assertThat(fresh.stories())
            .filteredOn(s -> s.value().movedTo() == null)
            .last()
            .satisfies(s -> assertThat(s.value().members()).hasSize(3))
            .satisfies(s -> assertThat(s.value().first()).isEqualTo("a0"));
        List<TestRecord<String, Sighting>> sightings = fresh.statements();
        assertThat(sightings).hasSize(3);
        assertThat(sightings)
            .filteredOn(s -> s.value().statement().novelty() == Novelty.NEW)
            .hasSize(1);
        assertThat(sightings).extracting(TestRecord::key).containsOnly(sightings.get(0).key());
      }
    }
  }

  @Test
  void historyExpiresNothingOfThePresent() {
    Instant later = Texts.NOON.plus(Duration.ofDays(400));
    pipeline.send(
        Texts.article("a", Texts.HARBOUR),
        Texts.article("h1", Texts.ORCHARD, Instant.parse("2019-01-01T00:00:00Z"), Lane.BACKFILL),
        Texts.article("h2", "Another old text of no weight.", later, Lane.BACKFILL),
        Texts.article("b", Texts.HARBOUR));

    List<EnrichedArticle> all = pipeline.enriched().stream().map(TestRecord::value).toList();
    assertThat(all.get(3).story().relation()).isEqualTo(Relation.COPY);
    assertThat(all.get(3).statements().get(0).novelty()).isEqualTo(Novelty.REPEAT);
  }

  @Test
  void theLiveLaneAnswersAsIfThereWereNoHistory() {
    Article past = Texts.article("a", Texts.HARBOUR, Texts.NOON, Lane.BACKFILL);
    Article elsewhere = Texts.article("b", Texts.HARBOUR);
    Article again = Texts.article("a", Texts.HARBOUR);
    Instant later = Texts.NOON.plus(Duration.ofDays(400));
    Article far = Texts.article("h", Texts.ORCHARD, later, Lane.BACKFILL);
    Article last = Texts.article("c", Texts.HARBOUR);

    List<Statement> with = liveStatements(past, elsewhere, past, far, again, last);
    assertThat(with).hasSize(3).isEqualTo(liveStatements(elsewhere, again, last));
    assertThat(with.get(0).novelty()).isEqualTo(Novelty.NEW);
    List<Statement> first = liveStatements(past, again, past, again, elsewhere);
    assertThat(first).hasSize(2).isEqualTo(liveStatements(again, elsewhere));
  }

  private List<Statement> liveStatements(Article... articles) {
    try (Pipeline fresh = new Pipeline(state.resolve("lanes" + runs++), analyser)) {
      fresh.send(articles);
      return fresh.statements().stream()
          .map(TestRecord::value)
          .filter(sighting -> sighting.lane() == Lane.LIVE)
          .map(Sighting::statement)
          .toList();
    }
  }

  @Test
  void aBackfilledArticleThatComesLiveIsTheSameArticleAndCountedAgain() {
    Article past = Texts.article("a", Texts.HARBOUR, Texts.NOON, Lane.BACKFILL);
    Article live = Texts.article("a", Texts.HARBOUR, Texts.NOON, Lane.LIVE);
    pipeline.send(past, live, live, past);

    List<TestRecord<String, EnrichedArticle>> enriched = pipeline.enriched();
    assertThat(enriched).extracting(r -> r.value().revision()).containsExactly(0, 0);
    assertThat(enriched)
        .extracting(r -> r.value().story().relation())
        .containsExactly(Relation.FIRST, Relation.FIRST);
    assertThat(ids(enriched)).containsExactly("a/backfill", "a");
    List<TestRecord<String, Sighting>> statements = pipeline.statements();
    assertThat(statements)
        .extracting(r -> r.value().statement().novelty())
        .containsExactly(Novelty.NEW, Novelty.NEW);
    assertThat(ids(statements)).doesNotHaveDuplicates();
    assertThat(ids(pipeline.stories())).doesNotHaveDuplicates();
    assertThat(pipeline.states()).isEmpty();
    assertThat(pipeline.outcomes())
        .containsExactlyInAnyOrder(
            Outcome.Result.ENRICHED,
            Outcome.Result.ENRICHED,
            Outcome.Result.DUPLICATE,
            Outcome.Result.DUPLICATE);
    assertThat(entries(Stored.PENDING.name())).isZero();
  }

  @Test
  void whatHistorySaysIsComparedWithThePresentToo() {
    pipeline.send(
        Texts.article("a", Texts.HARBOUR),
        Texts.article("b", Texts.HARBOUR, Texts.NOON, Lane.BACKFILL),
        Texts.article("c", Texts.ORCHARD, Texts.NOON, Lane.BACKFILL),
        Texts.article("d", Texts.ORCHARD, Texts.NOON, Lane.BACKFILL));

    assertThat(pipeline.statements())
        .extracting(r -> r.value().statement().novelty())
        .containsExactly(Novelty.NEW, Novelty.REPEAT, Novelty.NEW, Novelty.REPEAT);
  }

  @Test
  void tellsHowFullTheMemoryIs() {
    Map<String, String> narrow = Map.of("enrich.novelty.capacity", "100");
    try (Pipeline fresh = new Pipeline(state.resolve("full"), analyser, narrow)) {
      fresh.send(Texts.article("a", Texts.HARBOUR), arriving("b", "Nothing.", Duration.ofDays(2)));
      assertThat(fresh.memory("size", "articles")).isEqualTo(2);
      assertThat(fresh.memory("size", "statements")).isEqualTo(1);
      assertThat(fresh.memory("capacity", "statements")).isEqualTo(100);
      assertThat(fresh.memory("age.seconds", "articles")).isBetween(172_000.0, 172_800.0);
    }
    Fill fill = new Fill(Lane.LIVE, Fill.Kind.STATEMENTS, 90, 100, Duration.ofDays(5));
    assertThat(fill.isNearlyFull()).isTrue();
    assertThat(fill.told()).contains("live statements", "5 days", "enrich.novelty.capacity");
    MemoryMeters meters = new MemoryMeters(new SimpleMeterRegistry());
    assertThat(meters.warning()).isEmpty();
    meters.show(List.of(fill));
    assertThat(meters.warning()).isEqualTo(fill.told());
  }

  @Test
  void forgetsWhatHasLeftTheWindows() {
    pipeline.send(
        Texts.article("a", Texts.HARBOUR), arriving("b", Texts.HARBOUR, Duration.ofDays(20)));

    EnrichedArticle late = pipeline.enriched().get(1).value();
    assertThat(late.story().relation()).isEqualTo(Relation.FIRST);
    assertThat(late.statements().get(0).novelty()).isEqualTo(Novelty.REPEAT);
    assertThat(entries(Stored.SKETCH_LOG.name())).isEqualTo(2);

    pipeline.send(arriving("c", Texts.HARBOUR, Duration.ofDays(70)));

    assertThat(pipeline.nextEnriched().statements().get(0).novelty()).isEqualTo(Novelty.NEW);
    assertThat(entries(Stored.SKETCH_LOG.name())).isEqualTo(1);
    assertThat(entries(Stored.STORY_STATES.name())).isEqualTo(1);
    assertThat(entries(Stored.PENDING.name())).isZero();
    assertThat(entries(Stored.ARTICLE_STATES.name())).isEqualTo(2);
  }

  @Test
  void aStoryOutOfTheWindowGetsATombstoneOnce() {
    pipeline.send(
        Texts.article("a", Texts.HARBOUR),
        Texts.article("b", Texts.HARBOUR),
        arriving("c", Texts.ORCHARD, Duration.ofDays(20)),
        arriving("d", Texts.ORCHARD, Duration.ofDays(21)));

    List<TestRecord<String, Story>> stories = pipeline.stories();
    String old = stories.get(0).key();
    assertThat(stories)
        .filteredOn(s -> s.value() == null)
        .extracting(s -> s.key())
        .containsOnly(old);
    assertThat(stories)
        .extracting(s -> s.value() == null)
        .containsExactly(false, false, false, true, false);
    assertThat(entries(Stored.STORY_STATES.name())).isEqualTo(1);
    assertThat(pipeline.deadLetters()).isEmpty();
  }

  private static Article arriving(String id, String text, Duration after) {
    Instant time = Texts.NOON.plus(after);
    return new Article(id, null, "s", null, text, null, time, time, null, Lane.LIVE);
  }

  private int entries(String store) {
    List<Object> all = new ArrayList<>();
    try (var iterator = pipeline.driver.<Object, Object>getKeyValueStore(store).all()) {
      iterator.forEachRemaining(all::add);
    }
    return all.size();
  }

  @Test
  void theHeadersTellWithoutTheBody() {
    pipeline.send(Texts.article("a", Texts.HARBOUR), Texts.article("b", Texts.HARBOUR));

    TestRecord<String, Sighting> repeat = pipeline.statements().get(1);
    assertThat(text(repeat, Headers.SCHEMA)).isEqualTo("sighting/1");
    assertThat(text(repeat, Headers.LANGUAGE)).isEqualTo("en");
    assertThat(text(repeat, Headers.COUNTRIES)).isEqualTo("NO,SE");
    assertThat(text(repeat, Headers.ACTORS)).isEqualTo(repeat.value().actors().get(0).id());
    assertThat(text(repeat, Headers.STORY)).isEqualTo(repeat.value().article().story());
    assertThat(text(repeat, Headers.NOVELTY)).isEqualTo("repeat");
    assertThat(text(repeat, Headers.LANE)).isEqualTo("live");
    assertThat(text(repeat, "ce_source")).isEqualTo("/tocsin/enrich");
    assertThat(repeat.timestamp()).isEqualTo(Texts.NOON.plusSeconds(60).toEpochMilli());
    TestRecord<String, EnrichedArticle> article = pipeline.enriched().get(0);
    assertThat(text(article, Headers.SCHEMA)).isEqualTo("enriched-article/1");
    assertThat(text(article, Headers.NOVELTY)).isNull();
    assertThat(text(pipeline.stories().get(0), Headers.SCHEMA)).isEqualTo("story/1");
  }

  @Test
  void noTwoEventsOfATypeShareAnId() {
    Article first = Texts.article("a", Texts.HARBOUR);
    Article revised = Texts.article("a", Texts.HARBOUR + "\nThe pier is open.");
    pipeline.send(first, first, first, revised, Texts.article("b", Texts.HARBOUR), revised);

    List<TestRecord<String, Outcome>> outcomes = pipeline.outcomeRecords();
    assertThat(ids(outcomes)).hasSize(6).doesNotHaveDuplicates().contains("a/0@0", "b/0@4");
    List<TestRecord<String, Story>> stories = pipeline.stories();
    String story = stories.get(0).key();
    assertThat(ids(stories)).containsExactly(story + "/a", story + "/a/1", story + "/b");
    assertThat(ids(pipeline.enriched())).containsExactly("a", "a/1", "b");
    assertThat(ids(pipeline.statements())).hasSize(3).doesNotHaveDuplicates();
  }

  private static List<@Nullable String> ids(List<? extends TestRecord<?, ?>> records) {
    List<@Nullable String> ids = new ArrayList<>();
    records.forEach(record -> ids.add(text(record, "ce_id")));
    return ids;
  }

  private static @Nullable String text(TestRecord<?, ?> record, String header) {
    return Headers.text(new RecordHeaders(record.headers()), header);
  }

  @Test
  void aTimeBeforeKafkasFirstDropsNothing() {
    pipeline.send(
        Texts.article("old", Texts.ORCHARD, Instant.parse("1912-04-15T02:20:00Z"), Lane.BACKFILL),
        Texts.article("oldest", Texts.HARBOUR, Instant.MIN, Lane.BACKFILL));

    assertThat(pipeline.outcomes())
        .containsExactly(Outcome.Result.ENRICHED, Outcome.Result.ENRICHED);
  }

  @Test
  void aDecisionWithoutADraftIsBuriedAndStopsNothing() {
    pipeline.send(Texts.article("a", Texts.HARBOUR));
    pipeline.enriched();
    var decisions =
        pipeline.driver.createInputTopic(
            "tocsin-enrich-decisions-repartition",
            new StringSerializer(),
            new SmileSerde<>(Decision.class).serializer());
    Decision decision = new Decision("b", 0, Lane.LIVE, StoryRef.first("s"), List.of(), List.of());
    decisions.pipeInput("b", decision);

    assertThat(pipeline.deadLetters())
        .singleElement()
        .matches(l -> "complete".equals(Headers.text(l.headers(), DeadLetter.STEP)));
    pipeline.send(Texts.article("b", Texts.HARBOUR));
    assertThat(pipeline.enriched()).hasSize(1);
  }
}
