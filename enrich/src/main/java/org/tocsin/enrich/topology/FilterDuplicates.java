package org.tocsin.enrich.topology;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tocsin.contract.Article;
import org.tocsin.contract.Outcome;
import org.tocsin.enrich.ArticleState;
import org.tocsin.enrich.EventTime;

/**
 * Tells duplicates and revisions from new articles. What it lets through is remembered only after
 * it has been analysed, so that an article that failed is not taken for its own duplicate when it
 * is sent again. What it holds back is remembered anew: an article that a feed offers for months
 * stays known for as long as it comes. What a back-fill brought passes once more when it comes
 * live: nobody has heard of it yet.
 */
final class FilterDuplicates extends ContextualProcessor<String, Article, String, Known> {
  private final Duration window;
  private KeyValueStore<String, ArticleState> states;

  FilterDuplicates(Duration window) {
    this.window = window;
  }

  @Override
  public void init(ProcessorContext<String, Known> context) {
    super.init(context);
    states = context.getStateStore(Stored.ARTICLE_STATES.name());
    Sweep.schedule(context, states, ArticleState::seen, window);
  }

  @Override
  public void process(Record<String, Article> record) {
    Article article = record.value();
    ArticleState known = states.get(article.id());
    if (known == null) {
      context().forward(record.withValue(new Known.Fresh(article, 0)));
    } else if (!known.matches(article)) {
      context().forward(record.withValue(new Known.Fresh(article, known.revision() + 1)));
    } else if (known.comesAlive(article)) {
      context().forward(record.withValue(new Known.Fresh(article, known.revision())));
    } else {
      states.put(article.id(), known.seenAt(context().currentStreamTimeMs()));
      context().forward(record.withValue(duplicate(article)));
    }
  }

  private Known duplicate(Article article) {
    RecordMetadata from = context().recordMetadata().orElse(null);
    return new Known.Duplicate(
        new Outcome(
            article.id(),
            Outcome.Stage.ENRICH,
            Outcome.Result.DUPLICATE,
            "the same text under the same id",
            article.id(),
            from == null ? null : from.partition(),
            from == null ? null : from.offset(),
            EventTime.of(article)));
  }
}
