package org.tocsin.alert.desk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.trace.Trace;
import org.tocsin.alert.trace.TraceBuilder;
import org.tocsin.contract.Alert;
import org.tocsin.contract.DeadLetter;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Outcome;

/** The ways of the latest articles, by id and by address; bounded. */
final class TraceLog {
  private final int capacity;
  private final Map<String, TraceBuilder> traces = new LinkedHashMap<>();
  private final Map<String, String> byUrl = new HashMap<>();
  private final Map<String, String> urls = new HashMap<>();

  TraceLog(int capacity) {
    this.capacity = capacity;
  }

  synchronized void take(Outcome outcome) {
    of(outcome.article()).take(outcome);
  }

  synchronized void take(EnrichedArticle article) {
    of(article.id()).take(article);
    String url = article.url();
    if (url != null) {
      String before = urls.put(article.id(), url);
      forget(before, article.id());
      byUrl.put(url, article.id());
    }
  }

  /** An address leads to the article that came last there, as long as that is known. */
  private void forget(@Nullable String url, String article) {
    if (url != null) {
      byUrl.remove(url, article);
    }
  }

  synchronized void take(Alert alert) {
    of(alert.sighting().article().id()).take(alert);
    if (!alert.later().isEmpty()) {
      of(alert.later().get(alert.later().size() - 1).article()).take(alert);
    }
  }

  synchronized void take(String article, DeadLetter letter, int partition, long offset) {
    of(article).take(letter, partition, offset);
  }

  private TraceBuilder of(String article) {
    TraceBuilder builder = traces.computeIfAbsent(article, TraceBuilder::new);
    if (traces.size() > capacity) {
      String oldest = traces.keySet().iterator().next();
      traces.remove(oldest);
      forget(urls.remove(oldest), oldest);
    }
    return builder;
  }

  /** The trace of an article by its id or its address. */
  synchronized Optional<Trace> trace(String idOrUrl) {
    @Nullable TraceBuilder builder = traces.get(byUrl.getOrDefault(idOrUrl, idOrUrl));
    return Optional.ofNullable(builder).map(TraceBuilder::build).filter(t -> !t.unknown());
  }
}
