package org.tocsin.enrich.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.CountryTag;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Outcome;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Statement;
import org.tocsin.contract.Story;
import org.tocsin.enrich.Completed;
import org.tocsin.enrich.EnrichSettings;

/**
 * A record for integrators: key, value, and headers that tell of it without its body. Made right
 * before the sink, because what happens in between may lose headers.
 */
record Publication<V>(String key, V value, org.apache.kafka.common.header.Headers headers) {
  static List<Publication<EnrichedArticle>> article(Completed completed) {
    EnrichedArticle article = completed.article();
    String id = article.revision() == 0 ? article.id() : article.id() + "." + article.revision();
    RecordHeaders headers = new RecordHeaders();
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
    describe(headers, Sighting.class, statement.id(), completed.outcome().time())
        .set(Headers.LANGUAGE, article.language())
        .set(Headers.COUNTRIES, countries(article))
        .set(Headers.ACTORS, article.actors().stream().map(ActorTag::id).toList())
        .set(Headers.STORY, article.story().id())
        .set(Headers.NOVELTY, statement.novelty().label())
        .set(Headers.LANE, article.lane().label());
    return new Publication<>(statement.originalId(), sighting, headers);
  }

  static List<Publication<Story>> story(Related related) {
    Story story = related.story();
    RecordHeaders headers = new RecordHeaders();
    describe(headers, Story.class, story.id() + "." + story.size(), story.until())
        .set(Headers.STORY, story.id());
    return List.of(new Publication<>(story.id(), story, headers));
  }

  static List<Publication<Outcome>> outcome(Outcome outcome) {
    RecordHeaders headers = new RecordHeaders();
    describe(headers, Outcome.class, outcome.article(), outcome.time());
    return List.of(new Publication<>(outcome.article(), outcome, headers));
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
