package org.tocsin.ingest.publish;

import org.jspecify.annotations.Nullable;

/**
 * How one input ended, once Kafka has it for certain.
 *
 * @param id of the article, or the best name of an input that is none
 * @param reason why it is not published; null where it is
 */
public record Receipt(String id, End end, @Nullable String reason) {
  /** The ways an input can end in ingest. */
  public enum End {
    PUBLISHED,
    REJECTED,
    DEAD_LETTERED
  }
}
