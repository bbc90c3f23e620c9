package org.tocsin.enrich.story;

import java.util.Locale;
import org.tocsin.contract.StoryRef;
import org.tocsin.contract.StoryRef.Relation;

/**
 * Two articles of one story, as one of them sees it.
 *
 * @param home whether both are from the same source
 */
record Kin(Relation relation, Overlap overlap, boolean home) {
  /** The reference of this article in a story, compared with another one. */
  StoryRef ref(String story, String of) {
    return new StoryRef(
        story, relation, of, rounded(overlap.similarity()), rounded(overlap.inA()), reason());
  }

  private static double rounded(double share) {
    return Math.round(share * 1000) / 1000.0;
  }

  private String reason() {
    String mine = percent(overlap.inA()) + " of it stands in the other";
    String other = percent(overlap.inB()) + " of the other in it";
    String what =
        switch (relation) {
          case COPY -> home ? "published again by the same outlet" : "the same text";
          case EXCERPT -> "cut from the other";
          case REWRITE ->
              overlap.inB() >= Kinship.CONTAINED ? "an extended version" : "written from one base";
          default -> relation.label();
        };
    return what + ": " + mine + ", " + other + facts();
  }

  private String facts() {
    Overlap.Agreement numbers = overlap.numbers();
    return numbers.of() == 0
        ? ""
        : ", " + percent(numbers.share()) + " of " + numbers.of() + " numbers agree";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", Math.floor(share * 100));
  }

  /** Whether this is the stronger tie of the two. */
  boolean isCloserThan(Kin other) {
    int order = Double.compare(overlap.similarity(), other.overlap.similarity());
    return order == 0 ? overlap.mutual() > other.overlap.mutual() : order > 0;
  }
}
