package org.tocsin.enrich.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Story;
import org.tocsin.contract.StoryCommand;
import org.tocsin.enrich.Forgotten;
import org.tocsin.enrich.Memory;
import org.tocsin.enrich.MemoryMeters;
import org.tocsin.enrich.Obedience;
import org.tocsin.enrich.Relater;
import org.tocsin.enrich.Relation;
import org.tocsin.enrich.Remembered;
import org.tocsin.enrich.Standing;
import org.tocsin.enrich.Windows;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.story.StoryOrder;

/**
 * Compares each article with those before it, and does what people said about stories. The indices
 * live in memory and are rebuilt from the stores, which take two writes for each article.
 */
final class Relate extends ContextualProcessor<String, Relatable, String, Related> {
  private final Windows windows;
  private final Duration revisions;
  private final MemoryMeters meters;
  private Relater relater;
  private KeyValueStore<Long, Remembered> log;
  private KeyValueStore<String, Standing> standings;
  private KeyValueStore<String, Story> stories;
  private KeyValueStore<String, StoryOrder> orders;

  /** What left the windows while it was remembered again; to be given up at the next arrival. */
  private Forgotten left = Forgotten.NOTHING;

  /**
   * A place to compare articles.
   *
   * @param revisions how long an article's revisions are known as such
   */
  Relate(Windows windows, Duration revisions, MemoryMeters meters) {
    this.windows = windows;
    this.meters = meters;
    this.revisions = revisions;
  }

  @Override
  public void init(ProcessorContext<String, Related> context) {
    super.init(context);
    log = context.getStateStore(Stored.SKETCH_LOG.name());
    standings = context.getStateStore(Stored.STANDINGS.name());
    Sweep.schedule(context, standings, Standing::seen, revisions);
    stories = context.getStateStore(Stored.STORY_STATES.name());
    orders = context.getStateStore(Stored.STORY_ORDERS.name());
    // A task that is revived after a fault is initialised again and must not count on its memory.
    recall();
  }

  private final class Stores implements Memory {
    @Override
    public Remembered article(long sequence) {
      Remembered remembered = log.get(sequence);
      if (remembered == null) {
        throw new IllegalStateException("article " + sequence + " is not in the sketch log");
      }
      return remembered;
    }

    @Override
    public @Nullable Standing standing(String article) {
      return standings.get(article);
    }

    @Override
    public @Nullable Story story(String id) {
      return stories.get(id);
    }
  }

  private void recall() {
    relater = new Relater(windows, new Stores());
    try (KeyValueIterator<Long, Remembered> kept = log.all()) {
      while (kept.hasNext()) {
        KeyValue<Long, Remembered> entry = kept.next();
        relater.restore(entry.key, entry.value);
      }
    }
    List<StoryOrder> said = new ArrayList<>();
    try (KeyValueIterator<String, StoryOrder> given = orders.all()) {
      given.forEachRemaining(order -> said.add(order.value));
    }
    left = relater.restored(said);
  }

  @Override
  public void process(Record<String, Relatable> record) {
    context().forward(record.withValue(decide(record.value())));
  }

  /** What fails half way leaves no half of it behind: the memory is what the stores say. */
  private Related decide(Relatable value) {
    try {
      return value instanceof Relatable.Sketch sketch
          ? relate(sketch.sketch())
          : obey(((Relatable.Command) value).command());
    } catch (RuntimeException e) {
      recall();
      throw e;
    }
  }

  private Related relate(ArticleSketch sketch) {
    Relation relation = relater.relate(sketch);
    keep(relation.kept());
    Standing standing = relation.standing();
    if (standing != null) {
      standings.put(sketch.article(), standing.seenAt(context().currentStreamTimeMs()));
    }
    return new Related(
        Publication.ofText(sketch.article(), sketch.revision(), sketch.lane()),
        relation.decision(),
        told(relation.stories()),
        relation.states());
  }

  private Related obey(StoryCommand command) {
    if (orders.get(command.id()) != null) {
      return new Related("command/" + command.id(), null, List.of(), List.of());
    }
    StoryOrder order = relater.order(command);
    orders.put(command.id(), order);
    Obedience obedience = relater.obey(order);
    keep(obedience.kept());
    return new Related("command/" + command.id(), null, told(obedience.stories()), List.of());
  }

  private void keep(Map<Long, Remembered> kept) {
    kept.forEach(log::put);
  }

  /** Stores the stories that changed; those that are over are told without a value. */
  private List<Related.Told> told(List<Story> changed) {
    List<Related.Told> told = new ArrayList<>();
    for (Story story : changed) {
      if (story.movedTo() == null) {
        stories.put(story.id(), story);
      } else {
        stories.delete(story.id());
      }
      told.add(new Related.Told(story.id(), story));
    }
    giveUp(left, told);
    left = Forgotten.NOTHING;
    giveUp(relater.forget(), told);
    meters.show(relater.fills());
    return told;
  }

  private void giveUp(Forgotten forgotten, List<Related.Told> told) {
    keep(forgotten.saidOnly());
    forgotten.sequences().forEach(log::delete);
    for (String story : forgotten.stories()) {
      stories.delete(story);
      told.add(new Related.Told(story, null));
    }
  }
}
