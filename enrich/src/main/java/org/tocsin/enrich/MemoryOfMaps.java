package org.tocsin.enrich;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Story;

/** Memory without Kafka, for one run of {@code tag}. */
final class MemoryOfMaps implements Memory {
  private final Map<Long, Remembered> articles = new HashMap<>();

  @Override
  public Remembered article(long sequence) {
    Remembered remembered = articles.get(sequence);
    if (remembered == null) {
      throw new IllegalStateException("article " + sequence + " is not kept");
    }
    return remembered;
  }

  @Override
  public @Nullable Story story(String id) {
    return null;
  }

  void keep(Relation relation) {
    articles.putAll(relation.kept());
  }

  void forget(Forgotten forgotten) {
    forgotten.sequences().forEach(articles::remove);
  }
}
