package org.tocsin.alert.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is found by the values of a column, by their numbers within a segment and only then
 * by id: so it costs as much as there are documents, not as their names are long. Of the tens of
 * thousands of values that a page may have to do with, only those that it shows become text.
 */
final class ColumnCounter extends SimpleCollector {
  private final String column;
  private final BytesRefHash ids = new BytesRefHash();
  private final BytesRefHash pairs = new BytesRefHash();
  private final BytesRef id = new BytesRef();

  /** By the number of an id: how often, when last, and the number of the pair it had then. */
  private long[] counts = {};

  private long[] newest = {};
  private int[] named = {};

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
        add(values.lookupOrd(i), counted[i], last[i]);
      }
    }
  }

  /** An id goes by the name that it had last. */
  private void add(BytesRef pair, long count, long time) {
    id.bytes = pair.bytes;
    id.offset = pair.offset;
    id.length = Keys.idLength(pair);
    int added = ids.add(id);
    int place = number(added);
    counts = ArrayUtil.grow(counts, place + 1);
    newest = ArrayUtil.grow(newest, place + 1);
    named = ArrayUtil.grow(named, place + 1);
    counts[place] += count;
    if (added >= 0 || time > newest[place]) {
      newest[place] = time;
      named[place] = number(pairs.add(pair));
    }
  }

  /** What was there already comes with a sign. */
  private static int number(int added) {
    return added < 0 ? -added - 1 : added;
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  /** Those that are found most, first. */
  List<Count> most(int limit) {
    Comparator<Integer> mostFirst =
        Comparator.<Integer>comparingLong(place -> -counts[place])
            .thenComparing(place -> ids.get(place, new BytesRef()));
    PriorityQueue<Integer> best = new PriorityQueue<>(mostFirst.reversed());
    for (int place = 0; place < ids.size(); place++) {
      if (best.size() < limit) {
        best.add(place);
      } else if (limit > 0 && mostFirst.compare(place, best.element()) < 0) {
        best.poll();
        best.add(place);
      }
    }
    List<Integer> places = new ArrayList<>(best);
    places.sort(mostFirst);
    return places.stream().map(this::count).toList();
  }

  private Count count(int place) {
    String pair = pairs.get(named[place], new BytesRef()).utf8ToString();
    return new Count(
        Keys.id(pair), Keys.name(pair), counts[place], Instant.ofEpochMilli(newest[place]));
  }

  long of(String wanted) {
    int place = ids.find(new BytesRef(wanted));
    return place < 0 ? 0 : counts[place];
  }
}
