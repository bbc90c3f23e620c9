package org.tocsin.enrich.story;

import org.jspecify.annotations.Nullable;
import org.tocsin.contract.StoryRef.Relation;

/**
 * What two texts are to each other, from what they share. The thresholds are the only ones there
 * are.
 */
final class Kinship {
  /** From here on a text counts as contained in the other. */
  static final double CONTAINED = 0.75;

  /** From here on a text counts as written from the other. */
  static final double REWRITTEN = 0.35;

  /** Fewer shared shingles are a phrase, not a text, unless the texts are as short as that. */
  private static final double LEAST_SHARED = 8;

  /** Same words, other figures: a form that is filled in again every day. */
  private static final double SAME_NUMBERS = 0.34;

  private Kinship() {}

  /** The relation of the newer text to the older one; null where they are strangers. */
  static @Nullable Relation of(Overlap o) {
    if (o.shared() < LEAST_SHARED && o.resemblance() < 1) {
      return null;
    }
    if (Math.min(o.inNew(), o.inOld()) >= CONTAINED) {
      return o.numbers() >= SAME_NUMBERS ? Relation.COPY : null;
    }
    if (o.inNew() >= CONTAINED) {
      return Relation.EXCERPT;
    }
    return o.similarity() >= REWRITTEN ? Relation.REWRITE : null;
  }
}
