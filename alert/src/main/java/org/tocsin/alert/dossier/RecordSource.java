package org.tocsin.alert.dossier;

import java.util.Optional;
import org.tocsin.contract.Article;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Story;

/** Single records of the topics that a dossier quotes; empty where there are none any more. */
public interface RecordSource {
  /** The article as it came in. */
  Optional<Article> article(String id);

  /** The article with its tags. */
  Optional<EnrichedArticle> enriched(String id);

  /** The latest state of a story. */
  Optional<Story> story(String id);
}
