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
 * @param dated whether the article says itself when it was published
 * @param countries codes of the countries that it is about
 */
public record ArticleSketch(
    String article,
    int revision,
    Lane lane,
    Instant time,
    boolean dated,
    String source,
    @Nullable String url,
    String language,
    List<String> countries,
    TextSketch text,
    List<StatementSketch> statements) {
  public ArticleSketch {
    countries = List.copyOf(countries);
    statements = List.copyOf(statements);
  }

  /** The same without its text. */
  public ArticleSketch saidOnly() {
    return new ArticleSketch(
        article,
        revision,
        lane,
        time,
        dated,
        source,
        url,
        language,
        countries,
        TextSketch.NONE,
        statements);
  }
}
