package org.tocsin.enrich;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tocsin.contract.Article;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.StoryRef;
import org.tocsin.service.Settings;

/**
 * Enriches one article after the other without Kafka, by the very classes that the topology uses:
 * for {@code tocsin tag}. Not safe for concurrent use.
 *
 * <p>An article handed in again unchanged gets its first answer again.
 */
public final class Enricher {
  /** Answers kept to be given again. */
  private static final int MOST_ANSWERS = 20_000;

  private final Analyser analyser;
  private final MemoryOfMaps log = new MemoryOfMaps();
  private final Relater relater;
  private final int mostStatements;
  private final Map<String, Answer> answers =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
          return size() > MOST_ANSWERS;
        }
      };

  private record Answer(String content, EnrichedArticle article) {}

  public Enricher(Analyser analyser, Settings settings) {
    this.analyser = analyser;
    this.relater = new Relater(Windows.of(settings).forBatch(), log);
    this.mostStatements = settings.get(EnrichSettings.MAX_STATEMENTS);
  }

  /** Enriches an article that comes after all those handed in before. */
  public EnrichedArticle enrich(Article article) {
    String content = ArticleState.content(article);
    Answer known = answers.get(article.id());
    if (known != null && known.content.equals(content)) {
      return known.article;
    }
    int revision = known == null ? 0 : known.article.revision() + 1;
    Analysis analysis = analyser.analyse(article).withAtMost(mostStatements);
    Decision decision = decide(article, revision, analysis);
    Draft draft = Draft.of(article, revision, analysis, null, null);
    EnrichedArticle enriched = Completer.complete(draft, decision).article();
    answers.put(article.id(), new Answer(content, enriched));
    return enriched;
  }

  /**
   * The article with its story as it is known now, that is, with regard to what came after it. An
   * article that left the window keeps what was said of it.
   */
  public EnrichedArticle settle(EnrichedArticle article) {
    StoryRef now = relater.settled(article.id());
    boolean revised = article.story().relation() == StoryRef.Relation.REVISION;
    return now == null || revised ? article : article.in(now);
  }

  private Decision decide(Article article, int revision, Analysis analysis) {
    var sketch = ArticleSketcher.sketch(article, revision, analysis);
    Relation relation = relater.relate(sketch);
    log.keep(relation);
    log.forget(relater.forget());
    return relation.decision();
  }
}
