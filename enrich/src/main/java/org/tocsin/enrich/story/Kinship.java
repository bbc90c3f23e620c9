package org.tocsin.enrich.story;

import org.jspecify.annotations.Nullable;
import org.tocsin.contract.StoryRef.Relation;

/**
 * Whether two texts are one story, and what the one is to the other. All thresholds stand here. The
 * answer does not depend on which of the two is asked about first, but for the name of it: what is
 * an excerpt of the other has the other as its fuller version.
 */
final class Kinship {
  /** From here on a text counts as contained in the other. */
  static final double CONTAINED = 0.75;

  /** From here on a text counts as written from the other. */
  static final double REWRITTEN = 0.48;

  /** The same for two texts of one outlet on different days, which share background paragraphs. */
  static final double REWRITTEN_LATER_AT_HOME = 0.6;

  /** Fewer shared shingles are a phrase, not a text, unless the texts are as short as that. */
  private static final double LEAST_SHARED = 8;

  /** Texts as equal as this are copies; only other figures can still make them two forms. */
  private static final double SAME_TEXT = 0.9;

  private static final double SHORT_COPY = 0.95;

  /** What is sent out again after this is more likely a form than a copy. */
  private static final int DAY_MINUTES = 24 * 60;

  /**
   * A form that is filled in again every day (a market report, a weather report) shares its words
   * but not its figures and names.
   */
  private static final double SAME_NUMBERS = 0.6;

  private static final double SAME_NUMBERS_LATER = 0.8;
  private static final double SAME_NUMBERS_IN_COPY = 0.9;
  private static final double SAME_NAMES = 0.5;
  private static final int FEW_NUMBERS = 2;
  private static final int FEW_NAMES = 4;

  private Kinship() {}

  /**
   * The relation of the first text to the second; null where they are strangers.
   *
   * @param home whether both are from the same source
   * @param minutes between the two
   */
  static @Nullable Relation of(Overlap o, boolean home, long minutes) {
    if (o.shared() < LEAST_SHARED && o.resemblance() < SHORT_COPY) {
      return null;
    }
    boolean later = minutes > DAY_MINUTES;
    if (o.resemblance() > SAME_TEXT
        && o.mutual() > SAME_TEXT
        && !o.numbers().differs(FEW_NUMBERS, SAME_NUMBERS_IN_COPY)) {
      return Relation.COPY;
    }
    if (o.numbers().differs(FEW_NUMBERS, later ? SAME_NUMBERS_LATER : SAME_NUMBERS)
        || o.names().differs(FEW_NAMES, SAME_NAMES)) {
      return null;
    }
    double enough = home && later ? REWRITTEN_LATER_AT_HOME : REWRITTEN;
    return o.similarity() >= enough ? relation(o) : null;
  }

  private static Relation relation(Overlap o) {
    if (o.mutual() >= CONTAINED) {
      return Relation.COPY;
    }
    return o.inA() >= CONTAINED ? Relation.EXCERPT : Relation.REWRITE;
  }
}
