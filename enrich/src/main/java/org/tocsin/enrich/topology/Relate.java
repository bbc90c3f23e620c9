package org.tocsin.enrich.topology;

import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tocsin.contract.Story;
import org.tocsin.enrich.Decision;
import org.tocsin.enrich.Forgotten;
import org.tocsin.enrich.Relater;
import org.tocsin.enrich.Remembered;
import org.tocsin.enrich.Windows;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.story.StoryGrowth;

/**
 * Compares each article with those before it. The indices live in memory and are rebuilt from the
 * store {@code sketch-log}, which takes one write for each article.
 */
final class Relate extends ContextualProcessor<String, ArticleSketch, String, Related> {
  private final Windows windows;
  private Relater relater;
  private KeyValueStore<Long, Remembered> log;
  private KeyValueStore<String, Story> stories;

  Relate(Windows windows) {
    this.windows = windows;
  }

  @Override
  public void init(ProcessorContext<String, Related> context) {
    super.init(context);
    // A task that is revived after a fault is initialised again and must not count on its memory.
    relater = new Relater(windows);
    log = context.getStateStore(Stored.SKETCH_LOG.name());
    stories = context.getStateStore(Stored.STORY_STATES.name());
    try (KeyValueIterator<Long, Remembered> kept = log.all()) {
      while (kept.hasNext()) {
        KeyValue<Long, Remembered> entry = kept.next();
        relater.recall(entry.key, entry.value);
        relater.forget();
      }
    }
  }

  @Override
  public void process(Record<String, ArticleSketch> record) {
    ArticleSketch sketch = record.value();
    Decision decision = relater.relate(sketch);
    Remembered remembered = relater.remember(sketch, decision);
    long sequence = relater.nextSequence();
    Story story = StoryGrowth.grow(stories.get(decision.story().id()), sketch, decision.story());
    log.put(sequence, remembered);
    stories.put(story.id(), story);
    relater.recall(sequence, remembered);
    List<String> gone = forget(relater.forget());
    context().forward(record.withValue(new Related(decision, story, gone)));
  }

  /** Names the stories that were there to be forgotten: after a restart some are named again. */
  private List<String> forget(Forgotten forgotten) {
    forgotten.sequences().forEach(log::delete);
    return forgotten.stories().stream().filter(id -> stories.delete(id) != null).toList();
  }
}
