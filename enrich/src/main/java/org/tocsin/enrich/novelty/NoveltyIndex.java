package org.tocsin.enrich.novelty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.FirstSeen;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.sketch.Hashes;
import org.tocsin.enrich.sketch.Postings;
import org.tocsin.enrich.sketch.SpeakerKey;
import org.tocsin.enrich.sketch.StatementSketch;
import org.tocsin.enrich.sketch.Tally;

/**
 * The new statements of the last weeks, searchable by speaker and content word and, for statements
 * without a speaker, by runs of words. Only first sightings are kept: a repeat is compared with the
 * original, never with another repeat, so that meaning cannot drift. {@link #relate} only reads.
 */
public final class NoveltyIndex {
  /** Content words under which a statement can be found; a consistent sample of longer ones. */
  private static final int MOST_WORDS = 12;

  /** Runs of words under which it can be found without its speaker. */
  private static final int MOST_RUNS = 8;

  private static final int RUN = 3;

  /** Statements looked at under one hash, newest first. */
  private static final int MOST_POSTINGS = 256;

  /** Candidates that are compared in full. */
  private static final int MOST_COMPARED = 32;

  /** A repeat shares more than one word. */
  private static final int LEAST_HITS = 2;

  private final Duration window;
  private final Postings postings = new Postings();
  private final Tally tally = new Tally();
  private final List<@Nullable Entry> entries = new ArrayList<>();
  private final List<Integer> free = new ArrayList<>();
  private final Map<String, List<Entry>> byArticle = new HashMap<>();
  private long arrivals;
  private int size;

  private record Entry(
      int place, long arrival, String article, Instant time, StatementSketch sketch) {}

  /** A repeat found, and how sure that is. */
  private record Found(FirstSeen first, double score) {}

  /**
   * An empty index.
   *
   * @param window what was said further apart in event time is new again
   */
  public NoveltyIndex(Duration window) {
    this.window = window;
  }

  /** Number of statements remembered. */
  public int size() {
    return size;
  }

  /**
   * For each statement of an article its first sighting, or null where it is new; the index stays
   * as it is. What stands twice in the article is new once.
   */
  public List<@Nullable FirstSeen> relate(ArticleSketch article) {
    List<@Nullable FirstSeen> firsts = new ArrayList<>();
    List<StatementSketch> fresh = new ArrayList<>();
    for (StatementSketch statement : article.statements()) {
      Found found = among(fresh, article.article(), statement, search(statement, article.time()));
      firsts.add(found == null ? null : found.first);
      if (found == null) {
        fresh.add(statement);
      }
    }
    return firsts;
  }

  /** As {@link #relate}, and what the new statements change. */
  public List<Finding> find(ArticleSketch article) {
    return relate(article).stream().map(f -> new Finding(f, null)).toList();
  }

  private static @Nullable Found among(
      List<StatementSketch> fresh,
      String article,
      StatementSketch statement,
      @Nullable Found indexed) {
    Found best = indexed;
    for (StatementSketch earlier : fresh) {
      Comparison c = RepeatRule.compare(earlier, statement);
      if (c.repeat() && (best == null || c.score() > best.score)) {
        best = new Found(new FirstSeen(earlier.id(), article), c.score());
      }
    }
    return best;
  }

  private @Nullable Found search(StatementSketch statement, Instant time) {
    Found best = null;
    for (Entry entry : candidates(statement)) {
      if (Duration.between(entry.time, time).abs().compareTo(window) > 0) {
        continue;
      }
      Comparison c = RepeatRule.compare(entry.sketch, statement);
      if (c.repeat() && (best == null || c.score() > best.score)) {
        best = new Found(new FirstSeen(entry.sketch.id(), entry.article), c.score());
      }
    }
    return best;
  }

  /** The statements that share most, the earlier first. */
  private List<Entry> candidates(StatementSketch statement) {
    Set<Integer> keys = wordKeys(statement, Integer.MAX_VALUE);
    keys.addAll(runKeys(statement, Integer.MAX_VALUE));
    for (int key : keys) {
      postings.visit(key, MOST_POSTINGS, tally::hit);
    }
    return tally
        .finish(Math.min(LEAST_HITS, keys.size()), MOST_COMPARED, p -> at(p).arrival)
        .stream()
        .map(this::at)
        .sorted((x, y) -> Long.compare(x.arrival, y.arrival))
        .toList();
  }

  private Entry at(int place) {
    Entry entry = entries.get(place);
    if (entry == null) {
      throw new IllegalStateException("the table names an empty place: " + place);
    }
    return entry;
  }

  /** Remembers the statements of an article that are new. */
  public void add(ArticleSketch article, List<@Nullable FirstSeen> firsts) {
    for (int i = 0; i < firsts.size(); i++) {
      if (firsts.get(i) == null) {
        add(article, article.statements().get(i));
      }
    }
  }

  private void add(ArticleSketch article, StatementSketch statement) {
    Entry entry = new Entry(newPlace(), arrivals, article.article(), article.time(), statement);
    arrivals++;
    size++;
    entries.set(entry.place, entry);
    byArticle.computeIfAbsent(entry.article, a -> new ArrayList<>()).add(entry);
    keys(statement).forEach(key -> postings.add(key, entry.place));
  }

  private int newPlace() {
    if (free.isEmpty()) {
      entries.add(null);
      return entries.size() - 1;
    }
    return free.remove(free.size() - 1);
  }

  /** Forgets statements that were first seen in an article. */
  public void remove(String article, Set<String> statements) {
    List<Entry> known = byArticle.getOrDefault(article, List.of());
    for (Entry entry : List.copyOf(known)) {
      if (statements.contains(entry.sketch.id())) {
        keys(entry.sketch).forEach(key -> postings.remove(key, entry.place));
        entries.set(entry.place, null);
        free.add(entry.place);
        known.remove(entry);
        size--;
      }
    }
    if (known.isEmpty()) {
      byArticle.remove(article);
    }
  }

  private static Set<Integer> keys(StatementSketch statement) {
    Set<Integer> keys = wordKeys(statement, MOST_WORDS);
    keys.addAll(runKeys(statement, MOST_RUNS));
    return keys;
  }

  /** Speaker and content word; every word where a statement has few content words. */
  private static Set<Integer> wordKeys(StatementSketch statement, int most) {
    SpeakerKey speaker = statement.speaker();
    if (speaker == null) {
      return new TreeSet<>();
    }
    TreeSet<Integer> keys = new TreeSet<>();
    boolean all = Run.content(statement.words()) < 2;
    for (int word : statement.words()) {
      if (all || WordClass.of(word).isContent()) {
        keys.add((int) Hashes.join(speaker.last(), word >>> 5));
      }
    }
    return smallest(keys, most);
  }

  private static Set<Integer> runKeys(StatementSketch statement, int most) {
    int[] words = statement.words();
    TreeSet<Integer> keys = new TreeSet<>();
    for (int i = 0; i + RUN <= words.length; i++) {
      int[] run = Arrays.copyOfRange(words, i, i + RUN);
      keys.add((int) Hashes.join(Hashes.join(run[0] >>> 5, run[1] >>> 5), run[2] >>> 5));
    }
    return smallest(keys, most);
  }

  private static Set<Integer> smallest(NavigableSet<Integer> keys, int most) {
    while (keys.size() > most) {
      keys.pollLast();
    }
    return keys;
  }
}
