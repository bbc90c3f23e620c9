package org.tocsin.enrich;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.FirstSeen;
import org.tocsin.contract.Lane;
import org.tocsin.contract.StatementState;
import org.tocsin.contract.StoryCommand;
import org.tocsin.contract.StoryRef;
import org.tocsin.enrich.novelty.Finding;
import org.tocsin.enrich.novelty.NoveltyIndex;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.story.Placement;
import org.tocsin.enrich.story.StoryChange;
import org.tocsin.enrich.story.StoryIndex;
import org.tocsin.enrich.story.StoryOrder;

/**
 * Compares each article with those before it: which story it belongs to, which of its statements
 * are new. One after the other, in one total order; the same order gives the same decisions. For
 * each article {@link #relate}, then {@link #forget}; what the two return is to be kept and given
 * up in the {@link Memory}. After a restart all that is kept is handed back: {@link #restore} for
 * each article in its old order, then {@link #restored}.
 */
public final class Relater {
  private static final long NOBODY = -1;

  private final Windows windows;
  private final Memory memory;
  private final StoryIndex stories;
  private final Map<Lane, LaneMemory> lanes = new EnumMap<>(Lane.class);
  private long next;

  /** Numbers of articles whose place among the stories another text has taken. */
  private final List<Long> replaced = new ArrayList<>();

  /** Of articles handed back, whom they were compared with. */
  private final Map<String, String> leads = new HashMap<>();

  /** A relater that remembers nothing yet. */
  public Relater(Windows windows, Memory memory) {
    this.windows = windows;
    this.memory = memory;
    this.stories =
        new StoryIndex(
            windows.stories(), sequence -> memory.article(sequence).sketch(), memory::story);
    NoveltyIndex present = new NoveltyIndex(windows.novelty());
    lanes.put(Lane.LIVE, new LaneMemory(present));
    lanes.put(Lane.BACKFILL, new LaneMemory(present.past(windows.novelty())));
  }

  /** Decides on an article and remembers it. */
  public Relation relate(ArticleSketch sketch) {
    long sequence = next;
    LaneMemory lane = lane(sketch);
    List<Finding> said = lane.novelty.find(sketch);
    List<@Nullable FirstSeen> firsts = Finding.firsts(said);
    Standing arrived = Standing.of(sketch, firsts);
    Standing before = standing(sketch);
    Standing newer = before != null && before.outlasts(arrived) ? before : null;
    Long placed = stories.sequence(sketch.article());
    boolean takesPlace = newer == null || placed == null;
    if (takesPlace && placed != null) {
      replaced.add(placed);
    }
    Placement placement = takesPlace ? stories.place(sketch, sequence) : stories.beside(sketch);
    Instant clock = lane.clockAt(sketch.time());
    Remembered arrival =
        new Remembered(clock, sketch, takesPlace ? sketch.article() : null, firsts);
    lane.add(sequence, arrival);
    next = sequence + 1;
    Map<Long, Remembered> kept = kept(placement.change(), sequence, arrival);
    if (!takesPlace && !firsts.isEmpty()) {
      kept.put(sequence, arrival.saidOnly());
    }
    return new Relation(
        new Decision(
            sketch.article(),
            sketch.revision(),
            sketch.lane(),
            placement.ref(),
            firsts,
            Finding.changes(said)),
        sequence,
        kept,
        newer == null ? arrived : null,
        placement.change().stories(),
        states(sketch, before, arrived, newer));
  }

  /** The revision of an article that stands so far; null where none is remembered. */
  private @Nullable Standing standing(ArticleSketch sketch) {
    return sketch.revision() == 0 ? null : memory.standing(sketch.article());
  }

  private static List<StatementState> states(
      ArticleSketch sketch, @Nullable Standing before, Standing arrived, @Nullable Standing newer) {
    if (before == null) {
      return List.of();
    }
    return newer == null ? before.replacedBy(arrived, sketch) : arrived.replacedBy(newer, sketch);
  }

  private Map<Long, Remembered> kept(
      StoryChange change, long newcomer, @Nullable Remembered remembered) {
    Map<Long, Remembered> kept = new HashMap<>();
    for (StoryChange.Move move : change.moves()) {
      Remembered article =
          remembered != null && move.sequence() == newcomer
              ? remembered
              : memory.article(move.sequence());
      kept.put(move.sequence(), article.behind(move.lead()));
    }
    return kept;
  }

  /** What a command means at this moment, to be kept. */
  public StoryOrder order(StoryCommand command) {
    return stories.order(command);
  }

  /** Does what a person said. */
  public Obedience obey(StoryOrder order) {
    StoryChange change = stories.obey(order);
    return new Obedience(kept(change, NOBODY, null), change.stories());
  }

  /** The part of a remembered article in its story as it is now; null where it is forgotten. */
  public @Nullable StoryRef settled(String article) {
    return stories.ref(article);
  }

  /** Remembers an article from before a restart. */
  public void restore(long sequence, Remembered remembered) {
    String article = remembered.sketch().article();
    String lead = remembered.lead();
    if (lead != null) {
      stories.restore(remembered.sketch(), sequence);
      if (!lead.equals(article)) {
        leads.put(article, lead);
      } else {
        leads.remove(article);
      }
    }
    lane(remembered.sketch()).add(sequence, remembered);
    next = sequence + 1;
  }

  /**
   * Remembers commands from before a restart, after all articles.
   *
   * @return what left the windows while it was remembered again
   */
  public Forgotten restored(Iterable<StoryOrder> orders) {
    leads.forEach(stories::restoreLead);
    leads.clear();
    orders.forEach(stories::restore);
    return forget();
  }

  /** Forgets what has left the windows. */
  public Forgotten forget() {
    Set<Long> sequences = new LinkedHashSet<>();
    List<Long> placeless = new ArrayList<>(replaced);
    List<String> gone = new ArrayList<>();
    replaced.clear();
    stories.leftovers().forEach(story -> note(story, placeless, gone));
    for (LaneMemory lane : lanes.values()) {
      lane.forgetStories(
          windows.kept(),
          windows.articles(),
          item -> {
            StoryIndex.Gone story = stories.expire(item.article(), item.sequence());
            if (story != null) {
              note(story, placeless, gone);
            }
          });
      lane.forgetStatements(
          windows.novelty(),
          windows.statements(),
          item -> {
            if (!stories.holds(item.article(), item.sequence())) {
              sequences.add(item.sequence());
            }
          });
    }
    Map<Long, Remembered> saidOnly = new LinkedHashMap<>();
    for (long sequence : placeless) {
      if (isNeeded(sequence)) {
        saidOnly.put(sequence, memory.article(sequence).saidOnly());
      } else {
        sequences.add(sequence);
      }
    }
    return new Forgotten(List.copyOf(sequences), saidOnly, gone);
  }

  private static void note(StoryIndex.Gone story, List<Long> placeless, List<String> gone) {
    placeless.addAll(story.sequences());
    gone.add(story.story());
  }

  private boolean isNeeded(long sequence) {
    return lanes.values().stream().anyMatch(lane -> lane.needsStatements(sequence));
  }

  private LaneMemory lane(ArticleSketch sketch) {
    return Objects.requireNonNull(lanes.get(sketch.lane()));
  }

  /** How full the memory of each lane is. */
  public List<Fill> fills() {
    List<Fill> fills = new ArrayList<>();
    lanes.forEach((lane, remembered) -> fills.addAll(remembered.fills(lane, windows)));
    return fills;
  }
}
