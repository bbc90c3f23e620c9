package org.tocsin.enrich;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Story;

/** Memory without Kafka, for one run of {@code tag}. */
final class MemoryOfMaps implements Memory {
  /** As many as answers are given again: of others no revision is known as one. */
  private static final int MOST_STANDINGS = 20_000;

  private final Map<Long, Remembered> articles = new HashMap<>();
  private final Map<String, Standing> standings =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Standing> eldest) {
          return size() > MOST_STANDINGS;
        }
      };

  @Override
  public Remembered article(long sequence) {
    Remembered remembered = articles.get(sequence);
    if (remembered == null) {
      throw new IllegalStateException("article " + sequence + " is not kept");
    }
    return remembered;
  }

  @Override
  public @Nullable Standing standing(String article) {
    return standings.get(article);
  }

  @Override
  public @Nullable Story story(String id) {
    return null;
  }

  void keep(Relation relation) {
    articles.putAll(relation.kept());
    Standing standing = relation.standing();
    if (standing != null) {
      standings.put(relation.decision().article(), standing);
    }
  }

  void forget(Forgotten forgotten) {
    articles.putAll(forgotten.saidOnly());
    forgotten.sequences().forEach(articles::remove);
  }
}
