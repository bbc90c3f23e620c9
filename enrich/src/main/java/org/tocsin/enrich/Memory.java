package org.tocsin.enrich;

import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Story;

/** What a {@link Relater} keeps outside of itself and reads again: a store, or a map. */
public interface Memory {
  /**
   * A remembered article.
   *
   * @throws IllegalStateException where there is none of this number: memory and index have come
   *     apart
   */
  Remembered article(long sequence);

  /** The revision of an article that stands; null where none is known. */
  @Nullable Standing standing(String article);

  /** What was told of a story last; null where nothing is kept. */
  @Nullable Story story(String id);
}
