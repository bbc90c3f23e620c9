package org.tocsin.alert.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Counts what is found by day, and keeps the newest. */
final class DayCounter extends SimpleCollector {
  private final int samples;
  private final Days clock;
  private final PriorityQueue<Found> newest =
      new PriorityQueue<>(Comparator.comparingLong(Found::time).thenComparingInt(Found::document));
  private final Map<Long, long[]> days = new TreeMap<>();
  private long count;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private int base;
  private @Nullable NumericDocValues times;
  private long day = Long.MIN_VALUE;
  private long[] ofDay = {0};

  private record Found(long time, int document) {}

  /**
   * A counter.
   *
   * @param samples how many of the newest are kept
   */
  DayCounter(int samples, Days clock) {
    this.samples = samples;
    this.clock = clock;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    base = context.docBase;
    times = DocValues.getNumeric(context.reader(), StatementArchive.TIME);
  }

  @Override
  public void collect(int document) throws IOException {
    if (times == null || !times.advanceExact(document)) {
      return;
    }
    long time = times.longValue();
    count++;
    first = Math.min(first, time);
    last = Math.max(last, time);
    long epochDay = clock.of(time);
    if (epochDay != day) {
      day = epochDay;
      ofDay = days.computeIfAbsent(epochDay, d -> new long[1]);
    }
    ofDay[0]++;
    keep(time, base + document);
  }

  private void keep(long time, int document) {
    if (newest.size() < samples) {
      newest.add(new Found(time, document));
    } else if (samples > 0 && time > newest.element().time()) {
      newest.poll();
      newest.add(new Found(time, document));
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  long count() {
    return count;
  }

  /** Epoch milliseconds of the oldest. */
  long first() {
    return first;
  }

  /** Epoch milliseconds of the newest. */
  long last() {
    return last;
  }

  /** How many were found on a day since the epoch. */
  long on(long epochDay) {
    long[] counted = days.get(epochDay);
    return counted == null ? 0 : counted[0];
  }

  /** Numbers of the newest documents, the newest first. */
  List<Integer> newest() {
    List<Found> found = new ArrayList<>(newest);
    found.sort(Comparator.comparingLong(Found::time).thenComparingInt(Found::document).reversed());
    return found.stream().map(Found::document).toList();
  }
}
