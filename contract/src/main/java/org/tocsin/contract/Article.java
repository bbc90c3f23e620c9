package org.tocsin.contract;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One published item at one URL, as ingest hands it on. A changed text under the same id is a
 * revision of the same article.
 *
 * @param id stable over re-fetches, see {@link ArticleId}; the record key
 * @param url canonical address
 * @param source name of the outlet or of the configured source
 * @param title headline as handed in
 * @param text plain text as handed in; every offset into it counts UTF-16 code units
 * @param language ISO 639-1 code as declared by the source; enrich decides for itself
 * @param published when the source says it was published
 * @param received when ingest took it in
 * @param origin the file, feed or client it came from
 */
public record Article(
    String id,
    @Nullable String url,
    String source,
    @Nullable String title,
    String text,
    @Nullable String language,
    @Nullable Instant published,
    Instant received,
    @Nullable String origin,
    Lane lane) {

  /** A published time further ahead of the reception than this is a fault of the source. */
  private static final Duration CREDIBLE_AHEAD = Duration.ofDays(1);

  public Article {
    Checks.notBlank(id, "id");
    Checks.notBlank(text, "text");
  }

  /**
   * The time that counts in topologies: the published time, or the reception where there is none.
   */
  public Instant eventTime() {
    return published == null || published.isAfter(received.plus(CREDIBLE_AHEAD))
        ? received
        : published;
  }
}
