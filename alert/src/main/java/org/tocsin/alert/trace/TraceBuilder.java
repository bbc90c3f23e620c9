package org.tocsin.alert.trace;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Article;
import org.tocsin.contract.DeadLetter;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Outcome;
import org.tocsin.contract.Statement;
import org.tocsin.contract.StoryRef;

/**
 * Gathers what the topics say of one article, in whatever order it comes. Not safe for concurrent
 * use. What one article may gather is bounded.
 */
public final class TraceBuilder {
  private static final int MOST = 500;

  private final String article;
  private @Nullable String url;
  private @Nullable String source;
  private @Nullable String title;
  private @Nullable StoryRef story;
  private boolean complete = true;
  private final Set<Trace.Place> received = new LinkedHashSet<>();
  private final Set<Outcome> outcomes = new LinkedHashSet<>();
  private final Map<String, Trace.Said> statements = new LinkedHashMap<>();
  private final Map<String, Trace.Rang> alerts = new LinkedHashMap<>();
  private final Set<Trace.Buried> deadLetters = new LinkedHashSet<>();

  public TraceBuilder(String article) {
    this.article = article;
  }

  /** Notes the article as it was received. */
  public void take(Article record, Trace.Place place) {
    add(received, place);
    url = record.url();
    source = record.source();
    title = record.title();
  }

  /** Notes how the article, or one of its revisions, ended. */
  public void take(Outcome outcome) {
    add(outcomes, outcome);
    Integer partition = outcome.partition();
    Long offset = outcome.offset();
    if (outcome.stage() == Outcome.Stage.ENRICH && partition != null && offset != null) {
      add(received, new Trace.Place(partition, offset));
    }
  }

  /** Notes the enriched article. */
  public void take(EnrichedArticle record) {
    url = record.url();
    source = record.source();
    title = record.title();
    story = record.story();
    record.statements().forEach(this::take);
  }

  private void take(Statement statement) {
    if (statements.size() < MOST) {
      statements.put(
          statement.id(),
          new Trace.Said(
              statement.id(),
              statement.originalId(),
              statement.novelty(),
              statement.speaker() == null ? null : statement.speaker().name(),
              statement.text()));
    }
  }

  /** Notes an alert that the article rang or is a later sighting for; others are left out. */
  public void take(Alert alert) {
    boolean first = alert.sighting().article().id().equals(article);
    boolean later = alert.later().stream().anyMatch(l -> l.article().equals(article));
    if ((first || later) && alerts.size() < MOST) {
      alerts.putIfAbsent(
          alert.id(), new Trace.Rang(alert.id(), alert.watch().id(), first, alert.rung()));
    }
  }

  /** Notes a record of the article that could not be processed. */
  public void take(DeadLetter letter, int partition, long offset) {
    add(
        deadLetters,
        new Trace.Buried(
            partition, offset, letter.stage(), letter.step(), letter.message(), letter.time()));
  }

  /** Notes that there may be more, which there was no time to read. */
  public void cutShort() {
    complete = false;
  }

  public Trace build() {
    return new Trace(
        article,
        url,
        source,
        title,
        List.copyOf(received),
        List.copyOf(outcomes),
        story,
        List.copyOf(statements.values()),
        List.copyOf(alerts.values()),
        List.copyOf(deadLetters),
        complete);
  }

  private static <T> void add(Set<T> set, T value) {
    if (set.size() < MOST) {
      set.add(value);
    }
  }
}
