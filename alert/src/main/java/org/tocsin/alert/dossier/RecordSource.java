package org.tocsin.alert.dossier;

import java.time.Instant;
import java.util.Optional;
import org.tocsin.contract.Article;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Story;

/**
 * Single records of the topics that a dossier quotes; empty where there are none any more. Each is
 * asked for with the time of an article that it belongs to, from which on it is looked for.
 */
public interface RecordSource {
  /** The article as it came in. */
  Optional<Article> article(String id, Instant time);

  /** The article with its tags. */
  Optional<EnrichedArticle> enriched(String id, Instant time);

  /** The latest state of a story, as far as it is found. */
  Optional<Story> story(String id, Instant time);
}
