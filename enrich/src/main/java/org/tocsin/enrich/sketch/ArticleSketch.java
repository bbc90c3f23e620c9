package org.tocsin.enrich.sketch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Lane;

/**
 * What is sent of one article to the place that compares articles: the value of the internal topic
 * {@code sketches}.
 *
 * @param time event time
 */
public record ArticleSketch(
    String article,
    int revision,
    Lane lane,
    Instant time,
    String source,
    @Nullable String url,
    String language,
    TextSketch text,
    List<StatementSketch> statements) {
  public ArticleSketch {
    statements = List.copyOf(statements);
  }
}
