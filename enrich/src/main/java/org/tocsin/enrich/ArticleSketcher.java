package org.tocsin.enrich;

import java.util.List;
import org.tocsin.contract.Article;
import org.tocsin.contract.CountryTag;
import org.tocsin.contract.Speaker;
import org.tocsin.contract.Statement;
import org.tocsin.enrich.novelty.Wording;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.sketch.SpeakerKey;
import org.tocsin.enrich.sketch.StatementSketch;
import org.tocsin.enrich.sketch.TextSketcher;

/** Makes the sketch of an article and its statements. */
public final class ArticleSketcher {
  private ArticleSketcher() {}

  /** All that is needed to compare an article with others. */
  public static ArticleSketch sketch(Article article, int revision, Analysis analysis) {
    List<StatementSketch> statements =
        analysis.telling().stream().map(s -> sketch(s.statement(), analysis.language())).toList();
    return new ArticleSketch(
        article.id(),
        revision,
        article.lane(),
        EventTime.of(article),
        article.published() != null,
        article.source(),
        article.url(),
        analysis.language(),
        analysis.countries().stream()
            .filter(country -> country.role() == CountryTag.Role.ABOUT)
            .map(CountryTag::code)
            .toList(),
        TextSketcher.sketch(article.text()),
        statements);
  }

  private static StatementSketch sketch(Statement statement, String language) {
    Speaker speaker = statement.speaker();
    return new StatementSketch(
        statement.id(),
        statement.kind(),
        SpeakerKey.of(speaker == null ? null : speaker.name()),
        Wording.of(statement.text(), language));
  }
}
