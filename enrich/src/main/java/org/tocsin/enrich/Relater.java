package org.tocsin.enrich;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.FirstSeen;
import org.tocsin.contract.Lane;
import org.tocsin.enrich.novelty.NoveltyIndex;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.story.StoryIndex;
import org.tocsin.enrich.story.StoryMatch;

/**
 * Compares each article with those before it: which story it belongs to, which of its statements
 * are new. One after the other, in one total order; the same order gives the same decisions. Used
 * by {@link #relate}, then {@link #remember}, then {@link #forget}; after a restart every
 * remembered article is handed to {@link #recall} in its old order.
 */
public final class Relater {
  private final Windows windows;
  private final StoryIndex stories;
  private final NoveltyIndex novelty;
  private final Map<Lane, LaneMemory> lanes = new EnumMap<>(Lane.class);
  private long next;

  /** A relater that remembers nothing yet. */
  public Relater(Windows windows) {
    this.windows = windows;
    this.stories = new StoryIndex(windows.stories());
    this.novelty = new NoveltyIndex(windows.novelty());
  }

  /** Decides; nothing is remembered yet. */
  public Decision relate(ArticleSketch sketch) {
    StoryMatch match = stories.relate(sketch);
    List<@Nullable FirstSeen> firsts = novelty.relate(sketch);
    return new Decision(sketch.article(), sketch.revision(), match.ref(), match.steps(), firsts);
  }

  /** What is to be kept of a decided article. */
  public Remembered remember(ArticleSketch sketch, Decision decision) {
    Instant clock = lane(sketch).clockAt(sketch.time());
    return new Remembered(clock, sketch, decision);
  }

  /** The number under which the next article is kept; numbers only grow. */
  public long nextSequence() {
    return next;
  }

  /** Puts an article into the indices. */
  public void recall(long sequence, Remembered remembered) {
    Decision decision = remembered.decision();
    stories.add(remembered.sketch(), new StoryMatch(decision.story(), decision.steps()));
    novelty.add(remembered.sketch(), decision.firsts());
    lane(remembered.sketch()).add(LaneMemory.Item.of(sequence, remembered));
    next = sequence + 1;
  }

  /** Forgets what has left the windows. */
  public Forgotten forget() {
    List<Long> sequences = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (LaneMemory lane : lanes.values()) {
      lane.forgetStories(windows.stories(), windows.articles(), item -> forgetStory(item, gone));
      lane.forgetStatements(
          windows.novelty(),
          windows.statements(),
          item -> novelty.remove(item.article(), item.statements()));
      lane.forgetLogged(sequences::add);
    }
    return new Forgotten(sequences, gone);
  }

  private void forgetStory(LaneMemory.Item item, List<String> gone) {
    if (stories.revision(item.article()) == item.revision()) {
      stories.remove(item.article());
    }
    if (!stories.knows(item.story())) {
      gone.add(item.story());
    }
  }

  private LaneMemory lane(ArticleSketch sketch) {
    return lanes.computeIfAbsent(sketch.lane(), lane -> new LaneMemory());
  }

  /** Number of articles that can be compared with. */
  public int articles() {
    return stories.size();
  }

  /** Number of statements that can be compared with. */
  public int statements() {
    return novelty.size();
  }
}
