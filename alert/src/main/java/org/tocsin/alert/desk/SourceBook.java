package org.tocsin.alert.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.FetchState;

/**
 * The sources that articles have come from lately, or are to come from, and how each does. Those
 * that are configured always have a place; of the others, whose names are whatever a push says, the
 * one longest silent goes.
 */
final class SourceBook {
  private final Map<String, Known> configured = new HashMap<>();
  private final Map<String, Known> others;

  SourceBook() {
    this(20_000);
  }

  /**
   * A book.
   *
   * @param most sources that it knows beside those that are configured
   */
  SourceBook(int most) {
    this.others =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > most;
          }
        };
  }

  /**
   * A source.
   *
   * @param articles read since this instance began to read
   * @param latest published time of its latest article
   */
  record Entry(
      String source, int articles, int statements, @Nullable Instant latest, SourceHealth health) {}

  /** What is known of one. */
  private static final class Known {
    private final HourlyCount arrived = new HourlyCount();
    private int articles;
    private int statements;
    private @Nullable Instant latest;
    private @Nullable FetchState state;
  }

  private Known known(String source) {
    Known known = configured.get(source);
    return known == null ? others.computeIfAbsent(source, s -> new Known()) : known;
  }

  /**
   * Takes an article.
   *
   * @param arrived when its record was written
   */
  synchronized void take(EnrichedArticle article, Instant arrived) {
    Known known = known(article.source());
    known.articles++;
    known.statements += article.statements().size();
    known.latest = later(known.latest, article.published());
    known.arrived.add(arrived);
  }

  /** Takes how a source is; null where it is none any more. */
  synchronized void take(String source, @Nullable FetchState state) {
    Known known = known(source);
    known.state = state == null ? null : SourceHealth.essence(state);
    if (state != null) {
      others.remove(source);
      configured.put(source, known);
    } else {
      configured.remove(source);
      if (known.articles > 0) {
        others.put(source, known);
      } else {
        others.remove(source);
      }
    }
  }

  private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isAfter(b) ? a : b;
  }

  /** All sources, those with the most articles first. */
  synchronized List<Entry> all(Instant now) {
    return Stream.concat(configured.entrySet().stream(), others.entrySet().stream())
        .map(e -> entry(e.getKey(), e.getValue(), now))
        .sorted(Comparator.comparingInt(Entry::articles).reversed().thenComparing(Entry::source))
        .toList();
  }

  private static Entry entry(String source, Known known, Instant now) {
    return new Entry(
        source,
        known.articles,
        known.statements,
        known.latest,
        SourceHealth.of(known.state, known.arrived.ofDay(now), now));
  }

  /** How many sources should have been asked by now, and since when the longest waits. */
  synchronized Overdue overdue(Instant now) {
    int count = 0;
    Instant since = now;
    for (Known known : configured.values()) {
      FetchState state = known.state;
      if (state != null && state.status() != FetchState.Status.GONE && state.next().isBefore(now)) {
        count++;
        since = state.next().isBefore(since) ? state.next() : since;
      }
    }
    return new Overdue(count, since);
  }

  /** Sources that are asked late. */
  record Overdue(int count, Instant since) {}
}
