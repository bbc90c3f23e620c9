package org.tocsin.alert.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.FetchState;

/** The sources that articles have come from lately, or are to come from, and how each does. */
final class SourceBook {
  private static final int MOST = 20_000;

  private final Map<String, Known> sources = new TreeMap<>();

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

  private @Nullable Known known(String source) {
    return sources.size() < MOST
        ? sources.computeIfAbsent(source, s -> new Known())
        : sources.get(source);
  }

  /**
   * Takes an article.
   *
   * @param arrived when its record was written
   */
  synchronized void take(EnrichedArticle article, Instant arrived) {
    Known known = known(article.source());
    if (known != null) {
      known.articles++;
      known.statements += article.statements().size();
      known.latest = later(known.latest, article.published());
      known.arrived.add(arrived);
    }
  }

  /** Takes how a source is; null where it is none any more. */
  synchronized void take(String source, @Nullable FetchState state) {
    Known known = known(source);
    if (known != null) {
      known.state = state == null ? null : SourceHealth.essence(state);
      if (state == null && known.articles == 0) {
        sources.remove(source);
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
    return sources.entrySet().stream()
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
    for (Known known : sources.values()) {
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
