package org.tocsin.alert.archive;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Counts alerts by watch: on which day they rang or were held back, and with which verdict. */
final class WatchCounter extends SimpleCollector {
  private final Map<String, Tally> tallies = new TreeMap<>();
  private final Days clock;
  private @Nullable Segment segment;

  WatchCounter(Days clock) {
    this.clock = clock;
  }

  /** What is counted of one watch: by day since the epoch, those that rang and those held back. */
  private static final class Tally {
    private final Map<Long, long[]> days = new HashMap<>();
    private final Map<String, Long> verdicts = new HashMap<>();
  }

  private record Segment(
      NumericDocValues times,
      SortedDocValues watches,
      SortedDocValues held,
      SortedDocValues verdicts) {}

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    segment =
        new Segment(
            DocValues.getNumeric(context.reader(), TopicIndex.TIME),
            DocValues.getSorted(context.reader(), AlertArchive.WATCHES),
            DocValues.getSorted(context.reader(), AlertArchive.HELD),
            DocValues.getSorted(context.reader(), AlertArchive.VERDICTS));
  }

  @Override
  public void collect(int document) throws IOException {
    Segment here = segment;
    if (here == null || !here.times().advanceExact(document)) {
      return;
    }
    String watch = Keys.id(text(here.watches(), document));
    Tally tally = tallies.computeIfAbsent(watch, w -> new Tally());
    long day = clock.of(here.times().longValue());
    boolean rang = text(here.held(), document).equals(AlertArchive.RANG);
    tally.days.computeIfAbsent(day, d -> new long[2])[rang ? 0 : 1]++;
    String verdict = text(here.verdicts(), document);
    if (!verdict.equals(AlertArchive.NONE)) {
      tally.verdicts.merge(verdict, 1L, Long::sum);
    }
  }

  private static String text(SortedDocValues values, int document) throws IOException {
    return values.advanceExact(document)
        ? values.lookupOrd(values.ordValue()).utf8ToString()
        : AlertArchive.NONE;
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  /**
   * The figures of so many days.
   *
   * @param last day since the epoch
   */
  List<WatchFigures> figures(long last, int days) {
    List<WatchFigures> figures = new ArrayList<>();
    tallies.forEach((id, tally) -> figures.add(figures(id, tally, last, days)));
    return figures;
  }

  private static WatchFigures figures(String id, Tally tally, long last, int days) {
    List<WatchFigures.Day> columns = new ArrayList<>();
    for (long day = last - days + 1; day <= last; day++) {
      long[] counts = tally.days.getOrDefault(day, new long[2]);
      columns.add(new WatchFigures.Day(LocalDate.ofEpochDay(day), counts[0], counts[1]));
    }
    return WatchFigures.of(id, columns, tally.verdicts);
  }
}
