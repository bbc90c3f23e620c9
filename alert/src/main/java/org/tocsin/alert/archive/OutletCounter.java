package org.tocsin.alert.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.query.QueryException;
import org.tocsin.contract.Novelty;

/**
 * Finds the statements that at least so many outlets carried, counted at the first question, and
 * only for those that everything else in a query finds: so it takes as much memory as they do.
 */
final class OutletCounter {
  /** Statements whose outlets are counted at once. */
  static final int MOST = 500_000;

  private final IndexSearcher searcher;
  private final Query within;
  private final Query rest;
  private final int most;
  private @Nullable Map<Long, Set<Long>> repeats;

  /**
   * A counter.
   *
   * @param within what is counted at all
   * @param rest finds whatever a query wants, or more, but for its numbers of outlets
   */
  OutletCounter(IndexSearcher searcher, Query within, Query rest) {
    this(searcher, within, rest, MOST);
  }

  OutletCounter(IndexSearcher searcher, Query within, Query rest, int most) {
    this.searcher = searcher;
    this.within = within;
    this.rest = rest;
    this.most = most;
  }

  Query atLeast(int number) {
    if (number <= 1) {
      return new MatchAllDocsQuery();
    }
    Map<Long, Set<Long>> later = later();
    long[] near = originals(later, number - 1);
    Map<Long, Set<Long>> all = new HashMap<>();
    for (long original : near) {
      all.put(original, new HashSet<>(later.getOrDefault(original, Set.of())));
    }
    Query those = NumericDocValuesField.newSlowSetQuery(StatementArchive.ORIGINAL, near);
    search(of(Novelty.NEW, those), new Pairs(near, all));
    return NumericDocValuesField.newSlowSetQuery(StatementArchive.ORIGINAL, originals(all, number));
  }

  private static long[] originals(Map<Long, Set<Long>> outlets, int number) {
    return outlets.entrySet().stream()
        .filter(e -> e.getValue().size() >= number)
        .mapToLong(Map.Entry::getKey)
        .sorted()
        .toArray();
  }

  /** The outlets of later sightings: few statements have any. */
  private Map<Long, Set<Long>> later() {
    Map<Long, Set<Long>> known = repeats;
    if (known == null) {
      known = new HashMap<>();
      search(of(Novelty.REPEAT, new MatchAllDocsQuery()), new Pairs(wanted(), known));
      repeats = known;
    }
    return known;
  }

  private long[] wanted() {
    Originals originals = new Originals(most);
    search(rest, originals);
    return originals.sorted();
  }

  private static Query of(Novelty novelty, Query query) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(StatementArchive.NOVELTY, novelty.label())), Occur.FILTER)
        .add(query, Occur.FILTER)
        .build();
  }

  private void search(Query query, Collector into) {
    try {
      searcher.search(
          new BooleanQuery.Builder().add(within, Occur.FILTER).add(query, Occur.FILTER).build(),
          new Once<>(into));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Collects statements, by the numbers of their first sightings. */
  private static final class Originals extends SimpleCollector {
    private final int most;
    private long[] found = new long[1_024];
    private int size;
    private @Nullable NumericDocValues originals;

    Originals(int most) {
      this.most = most;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      originals = DocValues.getNumeric(context.reader(), StatementArchive.ORIGINAL);
    }

    @Override
    public void collect(int document) throws IOException {
      if (originals != null && originals.advanceExact(document)) {
        if (size == found.length) {
          makeRoom();
        }
        found[size++] = originals.longValue();
      }
    }

    /** Each statement once; so much again where they still fill the half. */
    private void makeRoom() {
      long[] sorted = sorted();
      size = sorted.length;
      found = Arrays.copyOf(sorted, Math.max(1_024, 2 * size));
    }

    long[] sorted() {
      long[] sorted = Arrays.stream(found, 0, size).sorted().distinct().toArray();
      if (sorted.length > most) {
        throw new QueryException(
            0,
            "outlets are counted for " + most + " statements at most, and the rest finds more",
            "ask for more words, or for fewer days");
      }
      return sorted;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  /** Collects which outlets carried which of some statements. */
  private static final class Pairs extends SimpleCollector {
    private final long[] wanted;
    private final Map<Long, Set<Long>> into;
    private @Nullable NumericDocValues originals;
    private @Nullable NumericDocValues names;

    Pairs(long[] wanted, Map<Long, Set<Long>> into) {
      this.wanted = wanted;
      this.into = into;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      originals = DocValues.getNumeric(context.reader(), StatementArchive.ORIGINAL);
      names = DocValues.getNumeric(context.reader(), StatementArchive.OUTLET);
    }

    @Override
    public void collect(int document) throws IOException {
      if (originals != null
          && names != null
          && originals.advanceExact(document)
          && Arrays.binarySearch(wanted, originals.longValue()) >= 0
          && names.advanceExact(document)) {
        into.computeIfAbsent(originals.longValue(), o -> new HashSet<>(2)).add(names.longValue());
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
