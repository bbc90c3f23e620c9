package org.tocsin.enrich.topology;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tocsin.enrich.ArticleState;
import org.tocsin.enrich.Draft;
import org.tocsin.enrich.sketch.ArticleSketch;

/**
 * Notes that the article has been here, lays its draft aside and sends its sketch on. From here on
 * nothing can fail for the article's own sake.
 */
final class Remember extends ContextualProcessor<String, Analysed, String, ArticleSketch> {
  private KeyValueStore<String, ArticleState> states;
  private KeyValueStore<String, Draft> pending;

  @Override
  public void init(ProcessorContext<String, ArticleSketch> context) {
    super.init(context);
    states = context.getStateStore(Stored.ARTICLE_STATES.name());
    pending = context.getStateStore(Stored.PENDING.name());
  }

  @Override
  public void process(Record<String, Analysed> record) {
    Analysed analysed = record.value();
    String id = analysed.article().id();
    RecordMetadata from = context().recordMetadata().orElse(null);
    Draft draft =
        Draft.of(
            analysed.article(),
            analysed.revision(),
            analysed.analysis(),
            from == null ? null : from.partition(),
            from == null ? null : from.offset());
    pending.put(Stored.pendingKey(id, analysed.revision(), draft.lane()), draft);
    states.put(
        id,
        new ArticleState(
            ArticleState.content(analysed.article()),
            analysed.revision(),
            context().currentStreamTimeMs(),
            analysed.article().lane()));
    context().forward(record.withValue(analysed.sketch()));
  }
}
