package org.tocsin.alert.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Novelty;

/** Finds the statements that at least so many outlets carried, counted at the first question. */
final class OutletCounter {
  private final IndexSearcher searcher;
  private final Query within;
  private @Nullable Map<Long, Set<Long>> repeats;

  OutletCounter(IndexSearcher searcher, Query within) {
    this.searcher = searcher;
    this.within = within;
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
    collect(
        NumericDocValuesField.newSlowSetQuery(StatementArchive.ORIGINAL, near), Novelty.NEW, all);
    return NumericDocValuesField.newSlowSetQuery(StatementArchive.ORIGINAL, originals(all, number));
  }

  private static long[] originals(Map<Long, Set<Long>> outlets, int number) {
    return outlets.entrySet().stream()
        .filter(e -> e.getValue().size() >= number)
        .mapToLong(Map.Entry::getKey)
        .toArray();
  }

  /** The outlets of later sightings: few statements have any. */
  private Map<Long, Set<Long>> later() {
    Map<Long, Set<Long>> known = repeats;
    if (known == null) {
      known = new HashMap<>();
      collect(new MatchAllDocsQuery(), Novelty.REPEAT, known);
      repeats = known;
    }
    return known;
  }

  private void collect(Query query, Novelty novelty, Map<Long, Set<Long>> into) {
    try {
      searcher.search(
          new BooleanQuery.Builder()
              .add(within, Occur.FILTER)
              .add(new TermQuery(new Term(StatementArchive.NOVELTY, novelty.label())), Occur.FILTER)
              .add(query, Occur.FILTER)
              .build(),
          new Once<>(new Pairs(into)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Collects which outlets carried which statement. */
  private static final class Pairs extends SimpleCollector {
    private final Map<Long, Set<Long>> into;
    private @Nullable NumericDocValues originals;
    private @Nullable NumericDocValues names;

    Pairs(Map<Long, Set<Long>> into) {
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
