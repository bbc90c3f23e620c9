package org.tocsin.ingest.parse;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Json;

/**
 * One line of JSON for one draft, as {@code tocsin parse} prints it and {@code tag}, {@code replay}
 * and the push API read it. Every line has every field; what is not known is null.
 */
@JsonPropertyOrder({
  "id",
  "url",
  "source",
  "title",
  "text",
  "language",
  "published",
  "origin",
  "authors",
  "site",
  "modified"
})
public record ArticleLine(
    String id,
    @Nullable String url,
    @Nullable String source,
    @Nullable String title,
    @Nullable String text,
    @Nullable String language,
    @Nullable OffsetDateTime published,
    String origin,
    List<String> authors,
    @Nullable String site,
    @Nullable OffsetDateTime modified) {

  public static ArticleLine of(ArticleDraft draft) {
    return new ArticleLine(
        draft.stableId(),
        draft.url(),
        draft.source(),
        draft.title(),
        draft.text(),
        draft.language(),
        draft.published(),
        draft.origin(),
        draft.credits().authors(),
        draft.credits().site(),
        draft.credits().modified());
  }

  /** The line, without a line break. */
  public String json() {
    return Json.line(this);
  }
}
