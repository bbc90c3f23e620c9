package org.tocsin.enrich.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.CountryTag;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Outcome;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Statement;
import org.tocsin.contract.StatementState;
import org.tocsin.contract.Story;
import org.tocsin.enrich.Completed;
import org.tocsin.enrich.EnrichSettings;

/**
 * A record for integrators: key, value, and headers that tell of it without its body. Made right
 * before the sink, because what happens in between may lose headers.
 *
 * @param value null for a tombstone
 */
record Publication<V>(
    String key, @Nullable V value, org.apache.kafka.common.header.Headers headers) {
  static List<Publication<EnrichedArticle>> article(Completed completed) {
    EnrichedArticle article = completed.article();
    RecordHeaders headers = new RecordHeaders();
    String id = ofText(article.id(), article.revision(), article.lane());
    describe(headers, EnrichedArticle.class, id, completed.outcome().time())
        .set(Headers.LANGUAGE, article.language())
        .set(Headers.COUNTRIES, countries(article))
        .set(Headers.ACTORS, article.actors().stream().map(ActorTag::id).toList())
        .set(Headers.STORY, article.story().id())
        .set(Headers.LANE, article.lane().label());
    return List.of(new Publication<>(article.id(), article, headers));
  }

  static List<Publication<Sighting>> statements(Completed completed) {
    List<Publication<Sighting>> publications = new ArrayList<>();
    for (Sighting sighting : completed.sightings()) {
      publications.add(statement(sighting, completed));
    }
    return publications;
  }

  private static Publication<Sighting> statement(Sighting sighting, Completed completed) {
    EnrichedArticle article = completed.article();
    Statement statement = sighting.statement();
    RecordHeaders headers = new RecordHeaders();
    String id = ofText(statement.id(), article.revision(), article.lane());
    describe(headers, Sighting.class, id, completed.outcome().time())
        .set(Headers.LANGUAGE, article.language())
        .set(Headers.COUNTRIES, countries(article))
        .set(Headers.ACTORS, article.actors().stream().map(ActorTag::id).toList())
        .set(Headers.STORY, article.story().id())
        .set(Headers.NOVELTY, statement.novelty().label())
        .set(Headers.LANE, article.lane().label());
    return new Publication<>(statement.originalId(), sighting, headers);
  }

  static List<Publication<Story>> stories(Related related) {
    return related.told().stream().map(told -> story(told, related.cause())).toList();
  }

  private static Publication<Story> story(Related.Told told, String cause) {
    RecordHeaders headers = new RecordHeaders();
    Story story = told.story();
    if (story != null) {
      // Each article changes a story once at each revision, and each command once.
      describe(headers, Story.class, story.id() + "/" + cause, story.until())
          .set(Headers.STORY, story.id());
    }
    // Without a value the compacted topic forgets the story, which it would else keep for ever.
    return new Publication<>(told.id(), story, headers);
  }

  static List<Publication<StatementState>> states(Related related) {
    return related.states().stream().map(Publication::state).toList();
  }

  private static Publication<StatementState> state(StatementState state) {
    RecordHeaders headers = new RecordHeaders();
    String id =
        ofText(state.statement(), state.revision(), state.lane()) + "/" + state.state().label();
    describe(headers, StatementState.class, id, state.time())
        .set(Headers.LANE, state.lane().label());
    return new Publication<>(state.original(), state, headers);
  }

  static List<Publication<Outcome>> outcome(Outcome outcome) {
    RecordHeaders headers = new RecordHeaders();
    describe(headers, Outcome.class, eventId(outcome), outcome.time());
    return List.of(new Publication<>(outcome.article(), outcome, headers));
  }

  /** An article may come often; the place where it stood in its topic comes once. */
  private static String eventId(Outcome outcome) {
    return outcome.partition() == null || outcome.offset() == null
        ? outcome.article()
        : outcome.article() + "/" + outcome.partition() + "@" + outcome.offset();
  }

  /**
   * The first text goes by the plain id, later ones by {@code id/1}, {@code id/2}; in a back-fill
   * by {@code id/backfill}, since the same text may still come live.
   */
  static String ofText(String id, int revision, Lane lane) {
    String text = revision == 0 ? id : id + "/" + revision;
    return lane == Lane.LIVE ? text : text + "/" + lane.label();
  }

  private static Headers describe(RecordHeaders headers, Class<?> type, String id, Instant time) {
    return Headers.into(headers).describe(type, id, EnrichSettings.STAGE, time);
  }

  /** Codes of the countries the article is about, then of those it mentions. */
  private static List<String> countries(EnrichedArticle article) {
    return article.countries().stream()
        .sorted(Comparator.comparing(CountryTag::role))
        .map(CountryTag::code)
        .toList();
  }
}
