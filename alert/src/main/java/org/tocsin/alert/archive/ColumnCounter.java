package org.tocsin.alert.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is found by the values of a column, by their numbers within a segment and only then
 * by name: so it costs as much as there are documents, not as their names are long.
 */
final class ColumnCounter extends SimpleCollector {
  private static final Comparator<Count> MOST_FIRST =
      Comparator.comparingLong(Count::count).reversed().thenComparing(Count::id);

  private final String column;
  private final Map<String, Count> counts = new HashMap<>();
  private @Nullable SortedSetDocValues values;
  private @Nullable NumericDocValues times;
  private long[] counted = {};
  private long[] last = {};

  ColumnCounter(String column) {
    this.column = column;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    SortedSetDocValues ofSegment = DocValues.getSortedSet(context.reader(), column);
    values = ofSegment;
    times = DocValues.getNumeric(context.reader(), TopicIndex.TIME);
    counted = new long[(int) ofSegment.getValueCount()];
    last = new long[counted.length];
  }

  @Override
  public void collect(int document) throws IOException {
    if (values == null || times == null || !values.advanceExact(document)) {
      return;
    }
    long time = times.advanceExact(document) ? times.longValue() : 0;
    for (int i = values.docValueCount(); i > 0; i--) {
      int value = (int) values.nextOrd();
      last[value] = counted[value]++ == 0 ? time : Math.max(last[value], time);
    }
  }

  @Override
  public void finish() throws IOException {
    for (int i = 0; i < counted.length && values != null; i++) {
      if (counted[i] > 0) {
        String pair = values.lookupOrd(i).utf8ToString();
        Count count =
            new Count(Keys.id(pair), Keys.name(pair), counted[i], Instant.ofEpochMilli(last[i]));
        counts.merge(count.id(), count, ColumnCounter::add);
      }
    }
  }

  /** Goes by the name that it had last. */
  private static Count add(Count a, Count b) {
    Count later = a.last().isBefore(b.last()) ? b : a;
    return new Count(a.id(), later.name(), a.count() + b.count(), later.last());
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  /** Those that are found most, first. */
  List<Count> most(int limit) {
    return counts.values().stream().sorted(MOST_FIRST).limit(limit).toList();
  }

  long of(String id) {
    Count count = counts.get(id);
    return count == null ? 0 : count.count();
  }
}
