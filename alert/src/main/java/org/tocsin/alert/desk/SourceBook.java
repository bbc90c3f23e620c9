package org.tocsin.alert.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.EnrichedArticle;

/** The sources that articles have come from lately, with their latest article. */
final class SourceBook {
  private static final int MOST = 20_000;

  private final Map<String, Entry> sources = new HashMap<>();

  /**
   * A source.
   *
   * @param articles read since this instance began to read
   * @param latest published time of its latest article
   */
  record Entry(String source, int articles, int statements, @Nullable Instant latest) {}

  synchronized void take(EnrichedArticle article) {
    if (sources.size() >= MOST && !sources.containsKey(article.source())) {
      return;
    }
    Entry one = new Entry(article.source(), 1, article.statements().size(), article.published());
    sources.merge(article.source(), one, SourceBook::add);
  }

  private static Entry add(Entry a, Entry b) {
    return new Entry(
        a.source(),
        a.articles() + b.articles(),
        a.statements() + b.statements(),
        later(a.latest(), b.latest()));
  }

  private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isAfter(b) ? a : b;
  }

  /** All sources, those with the most articles first. */
  synchronized List<Entry> all() {
    return sources.values().stream()
        .sorted(Comparator.comparingInt(Entry::articles).reversed().thenComparing(Entry::source))
        .toList();
  }
}
