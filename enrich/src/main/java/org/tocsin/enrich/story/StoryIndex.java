package org.tocsin.enrich.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ArticleId;
import org.tocsin.contract.StoryRef;
import org.tocsin.contract.StoryRef.Relation;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.sketch.Postings;
import org.tocsin.enrich.sketch.Tally;
import org.tocsin.enrich.sketch.TextSketch;

/**
 * The articles of the last days, searchable by what they share with a new one. {@link #relate} only
 * reads; {@link #add} and {@link #remove} change. Nothing depends on anything but their order.
 *
 * <p>An article joins a story if it is kin to the story's first article, or to one that is; never
 * over a longer chain.
 */
public final class StoryIndex {
  /** Articles that are this far from the first of their story are not compared with. */
  private static final int MAX_STEPS = 2;

  /** A sentence that stands in so many stories is furniture. */
  private static final int FURNITURE = 3;

  /** Values looked at under one hash; more are furniture or a very large story. */
  private static final int MOST_POSTINGS = 64;

  /** Candidates that are compared in full. */
  private static final int MOST_COMPARED = 48;

  private final Duration window;
  private final Postings bands = new Postings();
  private final Postings sentences = new Postings();
  private final Tally tally = new Tally();
  private final List<@Nullable Entry> entries = new ArrayList<>();
  private final List<Integer> free = new ArrayList<>();
  private final Map<String, Entry> byArticle = new HashMap<>();
  private final Map<String, List<Entry>> stories = new HashMap<>();
  private long arrivals;

  /**
   * An empty index.
   *
   * @param window articles further apart in event time belong to different stories
   */
  public StoryIndex(Duration window) {
    this.window = window;
  }

  /** An indexed article. */
  private record Entry(
      int place, long arrival, ArticleSketch sketch, String story, int steps, boolean searchable) {}

  /** A comparison that held. */
  private record Kin(Entry entry, Overlap overlap, Relation relation) {}

  /** Number of articles remembered. */
  public int size() {
    return byArticle.size();
  }

  /** Whether any article of a story is remembered. */
  public boolean knows(String story) {
    return stories.containsKey(story);
  }

  /** Places an article; the index stays as it is. */
  public StoryMatch relate(ArticleSketch sketch) {
    Entry earlier = byArticle.get(sketch.article());
    if (earlier != null) {
      double similarity = Overlap.of(sketch.text(), earlier.sketch.text(), Set.of()).similarity();
      return match(earlier.story, Relation.REVISION, sketch.article(), similarity, earlier.steps);
    }
    StoryMatch placed = place(sketch);
    return sketch.revision() == 0
        ? placed
        : match(placed.ref().id(), Relation.REVISION, sketch.article(), 0, placed.steps());
  }

  private StoryMatch place(ArticleSketch sketch) {
    Set<Integer> furniture = new HashSet<>();
    Kin best = null;
    for (Entry entry : candidates(sketch.text(), furniture)) {
      Kin kin = compare(sketch, entry, furniture);
      if (kin != null && (best == null || closer(kin, best))) {
        best = kin;
      }
    }
    if (best == null) {
      String story = ArticleId.hash("story", sketch.article());
      return new StoryMatch(new StoryRef(story, Relation.FIRST, null, 1), 0);
    }
    return match(
        best.entry.story,
        best.relation,
        best.entry.sketch.article(),
        best.overlap.similarity(),
        steps(sketch, best, furniture));
  }

  private static StoryMatch match(
      String story, Relation relation, String of, double similarity, int steps) {
    double rounded = Math.round(similarity * 1000) / 1000.0;
    return new StoryMatch(new StoryRef(story, relation, of, rounded), steps);
  }

  private static boolean closer(Kin kin, Kin best) {
    int order = Double.compare(kin.overlap.similarity(), best.overlap.similarity());
    if (order == 0) {
      order = Double.compare(kin.overlap.resemblance(), best.overlap.resemblance());
    }
    return order == 0 ? kin.entry.arrival < best.entry.arrival : order > 0;
  }

  /** One more than the article it was found by, or 1 where it is kin to the first as well. */
  private int steps(ArticleSketch sketch, Kin best, Set<Integer> furniture) {
    if (best.entry.steps == 0) {
      return 1;
    }
    for (Entry first : members(best.entry.story)) {
      if (first.steps == 0 && compare(sketch, first, furniture) != null) {
        return 1;
      }
    }
    return best.entry.steps + 1;
  }

  private List<Entry> members(String story) {
    return stories.getOrDefault(story, List.of());
  }

  private @Nullable Kin compare(ArticleSketch sketch, Entry entry, Set<Integer> furniture) {
    Duration apart = Duration.between(entry.sketch.time(), sketch.time()).abs();
    if (apart.compareTo(window) > 0) {
      return null;
    }
    Overlap overlap = Overlap.of(sketch.text(), entry.sketch.text(), furniture);
    boolean home = entry.sketch.source().equals(sketch.source());
    Relation relation = Kinship.of(overlap, home);
    return relation == null ? null : new Kin(entry, overlap, relation);
  }

  /** Articles that share a band or a sentence, those that share most first. */
  private List<Entry> candidates(TextSketch text, Set<Integer> furniture) {
    for (int band : text.bands()) {
      bands.visit(band, MOST_POSTINGS, tally::hit);
    }
    for (int sentence : text.sentences()) {
      List<Integer> places = new ArrayList<>();
      sentences.visit(sentence, MOST_POSTINGS, places::add);
      if (stories(places) >= FURNITURE) {
        furniture.add(sentence);
      } else {
        places.forEach(tally::hit);
      }
    }
    return tally.finish(1, MOST_COMPARED, place -> at(place).arrival).stream()
        .map(this::at)
        .toList();
  }

  private long stories(List<Integer> places) {
    return places.size() < FURNITURE
        ? 0
        : places.stream().map(place -> at(place).story).distinct().count();
  }

  private Entry at(int place) {
    Entry entry = entries.get(place);
    if (entry == null) {
      throw new IllegalStateException("the table names an empty place: " + place);
    }
    return entry;
  }

  /** Remembers a placed article; a revision takes the place of the text before. */
  public void add(ArticleSketch sketch, StoryMatch match) {
    remove(sketch.article());
    boolean searchable = match.steps() < MAX_STEPS;
    Entry entry =
        new Entry(newPlace(), arrivals, sketch, match.ref().id(), match.steps(), searchable);
    arrivals++;
    entries.set(entry.place, entry);
    byArticle.put(sketch.article(), entry);
    stories.computeIfAbsent(entry.story, s -> new ArrayList<>()).add(entry);
    if (searchable) {
      for (int band : sketch.text().bands()) {
        bands.add(band, entry.place);
      }
      for (int sentence : sketch.text().sentences()) {
        sentences.add(sentence, entry.place);
      }
    }
  }

  private int newPlace() {
    if (free.isEmpty()) {
      entries.add(null);
      return entries.size() - 1;
    }
    return free.remove(free.size() - 1);
  }

  /** Forgets an article. */
  public void remove(String article) {
    Entry entry = byArticle.remove(article);
    if (entry == null) {
      return;
    }
    if (entry.searchable) {
      for (int band : entry.sketch.text().bands()) {
        bands.remove(band, entry.place);
      }
      for (int sentence : entry.sketch.text().sentences()) {
        sentences.remove(sentence, entry.place);
      }
    }
    entries.set(entry.place, null);
    free.add(entry.place);
    List<Entry> members = members(entry.story);
    members.remove(entry);
    if (members.isEmpty()) {
      stories.remove(entry.story);
    }
  }

  /** The revision that is remembered of an article; -1 for none. */
  public int revision(String article) {
    Entry entry = byArticle.get(article);
    return entry == null ? -1 : entry.sketch.revision();
  }
}
