package org.tocsin.alert.archive;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.query.Expression;
import org.tocsin.alert.query.LuceneQueries;
import org.tocsin.alert.query.Query;
import org.tocsin.alert.query.QueryException;
import org.tocsin.alert.query.Subject;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Watch;

/**
 * Tries a query on the new statements of an archive: what it would have rung for, what it narrowly
 * missed, and what would change. Days are the desk's and count back from the newest statement, not
 * from the wall clock.
 */
public final class WatchTrial {
  private static final int HITS = 20;
  private static final int NEAR_MISSES = 10;
  private static final int PER_CLAUSE = 3;

  /** Parts of a query that are left out one at a time to find near misses. */
  private static final int CLAUSES = 20;

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final StatementArchive archive;
  private final ZoneId zone;
  private final Duration longest;

  /**
   * Trials.
   *
   * @param zone in which days begin
   */
  public WatchTrial(StatementArchive archive, ZoneId zone) {
    this(archive, zone, LONGEST);
  }

  WatchTrial(StatementArchive archive, ZoneId zone, Duration longest) {
    this.archive = archive;
    this.zone = zone;
    this.longest = longest;
  }

  /**
   * Tries a query.
   *
   * @param saved the watch in force that it would replace
   * @throws QueryException where its wildcards stand for too many words, or it takes too long
   */
  public Trial run(Query query, @Nullable Watch saved, int days) {
    return archive.search(
        all ->
            InTime.search(
                all.getIndexReader(),
                longest,
                searcher ->
                    new Run(searcher, new Days(zone), archive.newest(), days).trial(query, saved)));
  }

  /** One trial on one state of the archive. */
  private static final class Run {
    private final IndexSearcher searcher;
    private final Days clock;
    private final org.apache.lucene.search.Query within;

    Run(IndexSearcher searcher, Days clock, Instant newest, int days) {
      this.searcher = searcher;
      this.clock = clock;
      long from = newest.minus(Duration.ofDays(days)).toEpochMilli();
      this.within = LongPoint.newRangeQuery(StatementArchive.TIME, from, Long.MAX_VALUE);
    }

    Trial trial(Query query, @Nullable Watch saved) throws IOException {
      DayCounter all =
          count(new TermQuery(new Term(StatementArchive.NOVELTY, Novelty.NEW.label())), 0);
      DayCounter found = count(of(query.root()), HITS);
      List<Trial.Missed> missed = new ArrayList<>();
      List<Trial.NearMiss> nearMisses = new ArrayList<>();
      miss(query, missed, nearMisses);
      return new Trial(
          all.count(),
          all.count() == 0 ? null : Instant.ofEpochMilli(all.first()),
          all.count() == 0 ? null : Instant.ofEpochMilli(all.last()),
          found.count(),
          perDay(found.count(), all),
          days(found, all),
          hits(query, found),
          missed,
          nearMisses.subList(0, Math.min(NEAR_MISSES, nearMisses.size())),
          saved == null ? null : difference(query, saved));
    }

    private org.apache.lucene.search.Query of(Expression expression) {
      return news(counted(expression).of(expression));
    }

    private static org.apache.lucene.search.Query news(org.apache.lucene.search.Query query) {
      return new BooleanQuery.Builder()
          .add(query, Occur.FILTER)
          .add(new TermQuery(new Term(StatementArchive.NOVELTY, Novelty.NEW.label())), Occur.FILTER)
          .build();
    }

    /** A translator that counts outlets of what an expression wants but for their number. */
    private LuceneQueries counted(Expression wanted) {
      org.apache.lucene.search.Query rest =
          new LuceneQueries(number -> new MatchAllDocsQuery()).of(wanted);
      return new LuceneQueries(new OutletCounter(searcher, within, news(rest))::atLeast);
    }

    private DayCounter count(org.apache.lucene.search.Query query, int samples) throws IOException {
      return searcher.search(
          new BooleanQuery.Builder().add(query, Occur.FILTER).add(within, Occur.FILTER).build(),
          new Once<>(new DayCounter(samples, clock)));
    }

    /** What lacks one part of an AND: all others, and not that one. */
    private void miss(Query query, List<Trial.Missed> missed, List<Trial.NearMiss> nearMisses)
        throws IOException {
      if (!(query.root() instanceof Expression.And and)) {
        return;
      }
      for (int i = 0; i < Math.min(CLAUSES, and.parts().size()); i++) {
        Expression part = and.parts().get(i);
        List<Expression> others = new ArrayList<>(and.parts());
        others.remove(i);
        Expression rest = new Expression.And(others, and.where());
        DayCounter lacking =
            count(LuceneQueries.without(of(rest), counted(rest).of(part)), PER_CLAUSE);
        String clause = part.where().of(query.written());
        missed.add(new Trial.Missed(clause, lacking.count()));
        for (Sighting sighting : sightings(lacking)) {
          nearMisses.add(new Trial.NearMiss(sighting, clause));
        }
      }
    }

    private Trial.Difference difference(Query query, Watch saved) throws IOException {
      org.apache.lucene.search.Query now = of(query.root());
      org.apache.lucene.search.Query before = of(Query.parse(saved.query()).root());
      DayCounter added = count(LuceneQueries.without(now, before), PER_CLAUSE);
      DayCounter removed = count(LuceneQueries.without(before, now), PER_CLAUSE);
      return new Trial.Difference(
          saved.version(),
          count(before, 0).count(),
          added.count(),
          removed.count(),
          sightings(added),
          sightings(removed));
    }

    private List<Trial.Hit> hits(Query query, DayCounter found) throws IOException {
      List<Trial.Hit> hits = new ArrayList<>();
      for (Sighting sighting : sightings(found)) {
        Subject subject = Subject.of(sighting);
        int outlets = query.outlets(subject).orElse(1);
        hits.add(new Trial.Hit(sighting, query.match(subject, outlets).orElse(List.of())));
      }
      return hits;
    }

    private List<Sighting> sightings(DayCounter found) throws IOException {
      List<Sighting> sightings = new ArrayList<>();
      for (int document : found.newest()) {
        sightings.add(
            StatementArchive.read(
                searcher.storedFields().document(document, StatementArchive.STORED)));
      }
      return sightings;
    }

    private List<Trial.Day> days(DayCounter found, DayCounter all) {
      List<Trial.Day> days = new ArrayList<>();
      if (all.count() > 0) {
        long last = clock.of(all.last());
        for (long day = clock.of(all.first()); day <= last; day++) {
          days.add(new Trial.Day(LocalDate.ofEpochDay(day), found.on(day)));
        }
      }
      return days;
    }

    private static double perDay(long count, DayCounter all) {
      if (all.count() == 0) {
        return 0;
      }
      double minutes = Duration.ofMillis(all.last() - all.first()).toMinutes();
      return Math.round(count / Math.max(1, minutes / (24.0 * 60)) * 100) / 100.0;
    }
  }
}
