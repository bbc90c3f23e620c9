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
 * @param imprint who wrote it where, and what else it says about itself
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
    Lane lane,
    Imprint imprint) {

  /** A published time further ahead of the reception than this is a fault of the source. */
  private static final Duration CREDIBLE_AHEAD = Duration.ofDays(1);

  /** Before the web there were no articles on it. */
  private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

  public Article {
    Checks.notBlank(id, "id");
    Checks.notBlank(text, "text");
    // Records of earlier versions have none.
    imprint = imprint == null ? Imprint.NONE : imprint;
  }

  /** An article that says nothing else about itself. */
  public Article(
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
    this(id, url, source, title, text, language, published, received, origin, lane, Imprint.NONE);
  }

  /** Whether a source cannot mean this time of publication: before the web, or tomorrow. */
  public static boolean implausible(Instant published, Instant received) {
    return published.isBefore(FIRST) || published.isAfter(received.plus(CREDIBLE_AHEAD));
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
