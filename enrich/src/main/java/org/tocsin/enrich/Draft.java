package org.tocsin.enrich;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Article;
import org.tocsin.contract.Lane;

/**
 * An analysed article that waits for its decision, without its text: the value of the store {@code
 * pending}.
 *
 * @param time event time
 * @param received when ingest took it in; null in drafts of earlier versions
 * @param zone offset from UTC in which the source wrote its time; null where it did not
 * @param partition the article came in; null outside Kafka
 * @param offset of the article in its partition; null outside Kafka
 */
public record Draft(
    String id,
    int revision,
    @Nullable String url,
    String source,
    @Nullable String title,
    @Nullable Instant published,
    @Nullable String origin,
    Lane lane,
    Instant time,
    @Nullable Instant received,
    @Nullable String zone,
    @Nullable Integer partition,
    @Nullable Long offset,
    Analysis analysis) {
  /** The draft of an article. */
  public static Draft of(
      Article article,
      int revision,
      Analysis analysis,
      @Nullable Integer partition,
      @Nullable Long offset) {
    return new Draft(
        article.id(),
        revision,
        article.url(),
        article.source(),
        article.title(),
        article.published(),
        article.origin(),
        article.lane(),
        EventTime.of(article),
        EventTime.received(article),
        article.imprint().zone(),
        partition,
        offset,
        analysis);
  }
}
