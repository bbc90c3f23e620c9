package org.tocsin.alert.archive;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.Query;
import org.tocsin.alert.query.Field;
import org.tocsin.contract.Novelty;

/**
 * Counts what the archives hold of the last days, which are the desk's. They count back from the
 * newest entry, not from the wall clock.
 */
public final class Statistics {
  private static final int MOST = 1_000;

  private final StatementArchive statements;
  private final AlertArchive alerts;
  private final ZoneId zone;

  /** New statements by country: those that have to do with it, and those that are about it. */
  public record CountryCount(String code, long statements, long about) {}

  /**
   * Statistics.
   *
   * @param zone in which days begin
   */
  public Statistics(StatementArchive statements, AlertArchive alerts, ZoneId zone) {
    this.statements = statements;
    this.alerts = alerts;
    this.zone = zone;
  }

  /**
   * Who made most of the new statements.
   *
   * @param names words that their names begin with; any where there are none
   */
  public List<Count> speakers(List<String> names, int days, int limit) {
    ColumnCounter speakers = new ColumnCounter(StatementArchive.SPEAKERS);
    Selection wanted = fresh(days).named(StatementArchive.SPEAKER_KEY, Field.SPEAKER, names);
    statements(wanted, speakers);
    return speakers.most(limit);
  }

  /** The countries of the new statements. */
  public List<CountryCount> countries(int days) {
    ColumnCounter all = new ColumnCounter(StatementArchive.COUNTRIES);
    ColumnCounter about = new ColumnCounter(StatementArchive.ABOUTS);
    statements(fresh(days), all, about);
    return all.most(MOST).stream()
        .map(c -> new CountryCount(c.id(), c.count(), about.of(c.id())))
        .toList();
  }

  /** The new statements of a speaker, by id or name. */
  public Portrait ofSpeaker(String id, int days, int limit) {
    return portrait(
        fresh(days).any(StatementArchive.SPEAKER_KEY, List.of(Keys.lower(id))), days, limit);
  }

  /** The new statements that have to do with a country. */
  public Portrait ofCountry(String code, int days, int limit) {
    return portrait(fresh(days).any(Field.COUNTRY.label(), List.of(code)), days, limit);
  }

  private Selection fresh(int days) {
    return new Selection()
        .any(StatementArchive.NOVELTY, List.of(Novelty.NEW.label()))
        .between(since(statements.newest(), days), null);
  }

  /** The beginning of the first of so many days. */
  private Instant since(Instant newest, int days) {
    Days clock = new Days(zone);
    return clock.begin(clock.of(newest.toEpochMilli()) - days + 1);
  }

  private Portrait portrait(Selection wanted, int days, int limit) {
    Days clock = new Days(zone);
    DayCounter byDay = new DayCounter(0, clock);
    ColumnCounter speakers = new ColumnCounter(StatementArchive.SPEAKERS);
    ColumnCounter countries = new ColumnCounter(StatementArchive.COUNTRIES);
    ColumnCounter actors = new ColumnCounter(StatementArchive.ACTORS);
    statements(wanted, byDay, speakers, countries, actors);
    List<Trial.Day> columns = new ArrayList<>();
    long last = clock.of(statements.newest().toEpochMilli());
    for (long day = last - days + 1; day <= last; day++) {
      columns.add(new Trial.Day(LocalDate.ofEpochDay(day), byDay.on(day)));
    }
    return new Portrait(columns, speakers.most(limit), countries.most(limit), actors.most(limit));
  }

  private void statements(Selection wanted, Collector... counters) {
    statements.search(
        searcher -> {
          Query query = StatementArchive.query(searcher, wanted);
          return count(searcher, query, counters);
        });
  }

  private static boolean count(IndexSearcher searcher, Query query, Collector... counters)
      throws IOException {
    searcher.search(query, new Once<>(MultiCollector.wrap(counters)));
    return true;
  }

  /** The watches that rang most for a speaker, by id or name. */
  public List<Count> watchesOfSpeaker(String id, int days, int limit) {
    return watches(
        new Selection().any(AlertArchive.SPEAKER_KEY, List.of(Keys.lower(id))), days, limit);
  }

  /** The watches that rang most for statements that have to do with a country. */
  public List<Count> watchesOfCountry(String code, int days, int limit) {
    return watches(new Selection().any(Field.COUNTRY.label(), List.of(code)), days, limit);
  }

  private List<Count> watches(Selection wanted, int days, int limit) {
    ColumnCounter watches = new ColumnCounter(AlertArchive.WATCHES);
    wanted
        .any(AlertArchive.HELD, List.of(AlertArchive.RANG))
        .between(since(alerts.newest(), days), null);
    alerts.search(searcher -> count(searcher, AlertArchive.query(wanted), watches));
    return watches.most(limit);
  }

  /** What each watch did, and what people made of it. */
  public List<WatchFigures> figures(int days) {
    Days clock = new Days(zone);
    WatchCounter counter = new WatchCounter(clock);
    Instant newest = alerts.newest();
    Selection wanted = new Selection().between(since(newest, days), null);
    alerts.search(searcher -> count(searcher, AlertArchive.query(wanted), counter));
    return counter.figures(clock.of(newest.toEpochMilli()), days);
  }
}
