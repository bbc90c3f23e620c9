package org.tocsin.alert.desk;

import java.time.Instant;
import java.util.Optional;
import org.tocsin.alert.dossier.RecordSource;
import org.tocsin.alert.trace.RecordFinder;
import org.tocsin.alert.trace.RecordFinder.Which;
import org.tocsin.contract.Article;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Story;
import org.tocsin.contract.Topic;
import org.tocsin.contract.Topics;

/** Single records of the topics, found by the places that the desk remembers. */
public final class TopicRecords implements RecordSource {
  private final RecordFinder finder;
  private final DeskView view;

  public TopicRecords(RecordFinder finder, DeskView view) {
    this.finder = finder;
    this.view = view;
  }

  private <V> Optional<V> find(Topic<?, V> topic, String key, Instant time, Which which) {
    return finder.find(topic, key, view.place(topic, key), time, which);
  }

  @Override
  public Optional<Article> article(String id, Instant time) {
    return find(Topics.ARTICLES, id, time, Which.FIRST);
  }

  @Override
  public Optional<EnrichedArticle> enriched(String id, Instant time) {
    return find(Topics.ARTICLES_ENRICHED, id, time, Which.FIRST);
  }

  @Override
  public Optional<Story> story(String id, Instant time) {
    return find(Topics.STORIES, id, time, Which.LAST);
  }
}
