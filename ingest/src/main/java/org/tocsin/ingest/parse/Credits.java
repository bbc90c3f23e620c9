package org.tocsin.ingest.parse;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Article;
import org.tocsin.contract.Imprint;

/**
 * What a document says about the making of its article.
 *
 * @param authors names as printed, in order
 * @param site name of the outlet as the document tells it
 * @param modified when it was last changed
 */
public record Credits(
    List<String> authors, @Nullable String site, @Nullable OffsetDateTime modified) {
  public static final Credits NONE = new Credits(List.of(), null, null);

  private static final int MOST_AUTHORS = 20;
  private static final int LONGEST_NAME = 200;

  public Credits {
    authors = authors.stream().filter(a -> a.length() <= LONGEST_NAME).limit(MOST_AUTHORS).toList();
    site = site == null || site.isBlank() || site.length() > LONGEST_NAME ? null : site;
  }

  /** These credits; what they leave open is filled from others. */
  public Credits or(Credits other) {
    return new Credits(
        authors.isEmpty() ? other.authors : authors,
        site == null ? other.site : site,
        modified == null ? other.modified : modified);
  }

  /** As it stands in the article, with what can be said about the time it was published. */
  Imprint imprint(@Nullable OffsetDateTime published, Instant received) {
    return new Imprint(
        authors,
        site,
        modified == null ? null : modified.toInstant(),
        published == null ? null : published.getOffset().getId(),
        published != null && Article.implausible(published.toInstant(), received));
  }
}
