package org.tocsin.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article with all that enrich found in it. The text itself is not repeated: it stands in {@code
 * articles} under the same key.
 *
 * @param id the article's
 * @param revision 0 for the first text seen under this id, then counted up
 * @param language ISO 639-1 as detected; {@code und} where nothing can be said
 * @param languageConfidence how sure that is, between 0 and 1
 */
public record EnrichedArticle(
    String id,
    int revision,
    @Nullable String url,
    String source,
    @Nullable String title,
    String language,
    @Nullable Double languageConfidence,
    @Nullable Instant published,
    @Nullable String origin,
    Lane lane,
    StoryRef story,
    List<CountryTag> countries,
    List<ActorTag> actors,
    List<Statement> statements) {
  public EnrichedArticle {
    Checks.notBlank(id, "id");
    countries = List.copyOf(countries);
    actors = List.copyOf(actors);
    statements = List.copyOf(statements);
  }

  /** The same article with another part in a story. */
  public EnrichedArticle in(StoryRef part) {
    return new EnrichedArticle(
        id,
        revision,
        url,
        source,
        title,
        language,
        languageConfidence,
        published,
        origin,
        lane,
        part,
        countries,
        actors,
        statements);
  }
}
