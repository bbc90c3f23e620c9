package org.tocsin.enrich.novelty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ChangedFrom;
import org.tocsin.contract.FirstSeen;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.sketch.StatementSketch;
import org.tocsin.enrich.sketch.Tally;

/**
 * The statements of the last weeks, searchable by speaker and content word and, for statements
 * without a speaker, by runs of words. Statements that say one thing stand together under the one
 * that came first; other wordings of it are found too, as long as they contradict no fact of the
 * first, so that meaning cannot drift. Where a statement turns out to say what two others said, the
 * two become one. {@link #find} only reads.
 *
 * <p>History has an index of its own beside that of the present: what is said now is compared with
 * what was heard live, what was said then with both.
 */
public final class NoveltyIndex {
  /** Candidates that are compared in full. */
  private static final int MOST_COMPARED = 24;

  /** Wordings kept of one thing said, beside the first. */
  private static final int MOST_WORDINGS = 4;

  private final long minutes;
  private final @Nullable NoveltyIndex present;
  private final Buckets buckets = new Buckets();
  private final Sayings sayings = new Sayings();
  private final Tally tally = new Tally();

  /**
   * An empty index.
   *
   * @param window what was said further apart in event time is new again
   */
  public NoveltyIndex(Duration window) {
    this(window, null);
  }

  private NoveltyIndex(Duration window, @Nullable NoveltyIndex present) {
    this.minutes = window.toMinutes();
    this.present = present;
  }

  /** An empty index of history, beside this one of the present, which it leaves as it is. */
  public NoveltyIndex past(Duration window) {
    return new NoveltyIndex(window, this);
  }

  /** Number of statements remembered, other wordings of repeats included. */
  public int size() {
    return sayings.size();
  }

  /** For each statement of an article its first sighting, or null where it is new. */
  public List<@Nullable FirstSeen> relate(ArticleSketch article) {
    return Finding.firsts(find(article));
  }

  /**
   * What is known of each statement of an article; the index stays as it is. What stands twice in
   * the article is new once.
   */
  public List<Finding> find(ArticleSketch article) {
    List<Finding> findings = new ArrayList<>();
    Siblings fresh = new Siblings(tally);
    for (StatementSketch statement : article.statements()) {
      Best best = new Best();
      if (present != null) {
        present.look(statement, article.time(), best);
      }
      look(statement, article.time(), best);
      for (StatementSketch earlier : fresh.like(statement, MOST_COMPARED)) {
        FirstSeen name = new FirstSeen(earlier.id(), article.article());
        best.see(RepeatRule.compare(earlier, statement), name);
      }
      Finding finding = best.finding();
      findings.add(finding);
      if (finding.first() == null) {
        fresh.add(statement);
      }
    }
    return findings;
  }

  private void look(StatementSketch statement, Instant time, Best best) {
    matches(statement, time).forEach(m -> best.see(m.comparison, name(m)));
  }

  private FirstSeen name(Match match) {
    return sayings.name(sayings.first(match.place));
  }

  /**
   * Remembers the statements of an article, by what was decided of them. What history repeats of
   * the present is known there already.
   */
  public void add(ArticleSketch article, List<@Nullable FirstSeen> firsts) {
    for (int i = 0; i < firsts.size(); i++) {
      StatementSketch statement = article.statements().get(i);
      FirstSeen first = firsts.get(i);
      if (first == null) {
        keep(article, statement, false);
      } else {
        repeat(article, statement, first);
      }
    }
  }

  private int keep(ArticleSketch article, StatementSketch statement, boolean wording) {
    int place = sayings.add(article, statement, wording);
    Keys.kept(statement.speaker(), statement.words()).forEach(key -> buckets.add(key, place));
    return place;
  }

  /** Joins what it shows to be one, and keeps its wording if that is another. */
  private void repeat(ArticleSketch article, StatementSketch statement, FirstSeen named) {
    Integer place = sayings.find(named);
    if (place == null) {
      return;
    }
    List<Match> matches = matches(statement, article.time());
    int first = sayings.first(place);
    for (Match match : matches) {
      first = joined(first, sayings.first(match.place), match.comparison);
    }
    boolean known = matches.stream().anyMatch(m -> m.comparison.score() == 1);
    if (!known && sayings.others(first) < MOST_WORDINGS) {
      sayings.join(first, keep(article, statement, true));
    }
  }

  /** The first of two things said that a statement repeats both, if they are one. */
  private int joined(int one, int other, Comparison comparison) {
    boolean apart = one != other && comparison.repeat() && agree(one, other);
    if (!apart) {
      return one;
    }
    boolean inOrder = order(one) < order(other);
    int first = inOrder ? one : other;
    sayings.join(first, inOrder ? other : one);
    return first;
  }

  private boolean agree(int one, int other) {
    Comparison c = RepeatRule.compare(Kept.sketch(sayings.at(one)), Kept.sketch(sayings.at(other)));
    return c.change() == null;
  }

  private int order(int place) {
    return Kept.order(sayings.at(place));
  }

  /** Forgets statements that were first seen in an article, and the wordings of their repeats. */
  public void remove(String article, Set<String> statements) {
    for (int place : sayings.places(article, statements)) {
      sayings.wordingsOf(place).forEach(this::remove);
      remove(place);
    }
  }

  private void remove(int place) {
    StatementSketch sketch = Kept.sketch(sayings.at(place));
    Keys.kept(sketch.speaker(), sketch.words()).forEach(key -> buckets.remove(key, place));
    sayings.remove(place);
  }

  /** A statement kept, and what a later one is to it. */
  private record Match(int place, Comparison comparison) {}

  /** The comparisons with what shares most, the earlier first. */
  private List<Match> matches(StatementSketch statement, Instant time) {
    for (int key : Keys.sought(statement.speaker(), statement.words())) {
      buckets.visit(key, tally::hit);
    }
    return tally.finish(1, MOST_COMPARED, this::order).stream()
        .filter(place -> inWindow(place, time))
        .sorted(Comparator.comparingInt(this::order))
        .map(place -> compare(place, statement))
        .toList();
  }

  private boolean inWindow(int place, Instant time) {
    return Math.abs((long) Kept.minutes(sayings.at(place)) - Kept.minutes(time)) <= minutes;
  }

  /** Another wording does not count where the first contradicts. */
  private Match compare(int place, StatementSketch statement) {
    Comparison comparison = RepeatRule.compare(Kept.sketch(sayings.at(place)), statement);
    int first = sayings.first(place);
    if (comparison.repeat() && first != place) {
      Comparison direct = RepeatRule.compare(Kept.sketch(sayings.at(first)), statement);
      return new Match(place, direct.change() == null ? comparison : direct);
    }
    return new Match(place, comparison);
  }

  /** The nearest repeat seen, and the nearest statement that is changed. */
  private static final class Best {
    private @Nullable FirstSeen first;
    private @Nullable ChangedFrom change;
    private double likeness;
    private double nearness;

    void see(Comparison comparison, FirstSeen earlier) {
      Change changed = comparison.change();
      if (comparison.repeat() && comparison.score() > likeness) {
        likeness = comparison.score();
        first = earlier;
      } else if (changed != null && comparison.score() > nearness) {
        nearness = comparison.score();
        change = new ChangedFrom(earlier.statement(), earlier.article(), changed.what());
      }
    }

    Finding finding() {
      return new Finding(first, first == null ? change : null);
    }
  }
}
