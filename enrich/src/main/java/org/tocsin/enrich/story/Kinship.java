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
  static final double REWRITTEN = 0.5;

  /** The same within one outlet, whose articles share captions and background paragraphs. */
  static final double REWRITTEN_AT_HOME = 0.6;

  /** Fewer shared shingles are a phrase, not a text, unless the texts are as short as that. */
  private static final double LEAST_SHARED = 8;

  /**
   * A form that is filled in again every day (a market report, a weather report) shares its words
   * but not its figures.
   */
  private static final double SAME_NUMBERS = 0.5;

  private Kinship() {}

  /**
   * The relation of the newer text to the older one; null where they are strangers.
   *
   * @param home whether both are from the same source
   */
  static @Nullable Relation of(Overlap o, boolean home) {
    if (o.shared() < LEAST_SHARED && o.resemblance() < 1) {
      return null;
    }
    if (Math.min(o.inNew(), o.inOld()) >= CONTAINED) {
      return Relation.COPY;
    }
    if (o.inNew() >= CONTAINED) {
      return Relation.EXCERPT;
    }
    if (o.inOld() >= CONTAINED) {
      return Relation.REWRITE;
    }
    double enough = home ? REWRITTEN_AT_HOME : REWRITTEN;
    return o.similarity() >= enough && o.numbers() >= SAME_NUMBERS ? Relation.REWRITE : null;
  }
}
