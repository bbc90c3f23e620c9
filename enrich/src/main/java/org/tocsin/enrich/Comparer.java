package org.tocsin.enrich;

import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Statement;
import org.tocsin.enrich.meaning.Meanings;
import org.tocsin.enrich.novelty.Comparison;
import org.tocsin.enrich.novelty.RepeatRule;
import org.tocsin.enrich.novelty.Wording;
import org.tocsin.enrich.sketch.SpeakerKey;
import org.tocsin.enrich.sketch.StatementSketch;

/**
 * Says whether one text repeats another, by the very rule that novelty uses: for {@code tocsin
 * compare}. Where both are English, the score takes their meaning into account, so that statements
 * can be ranked by it; whether one repeats the other is the rule's answer alone, for what
 * contradicts is as near in meaning as what agrees. For one thread.
 */
public final class Comparer {
  /** Stands for the one speaker of two texts that name none. */
  private static final SpeakerKey SOMEBODY = new SpeakerKey(0, (char) 0);

  /** How much meaning counts against words where statements are ranked. */
  private static final double MEANING = 2.0 / 3;

  private final Meanings meanings = new Meanings();

  /**
   * Compares two statements, the earlier one first. Where neither names a speaker, both are taken
   * to be by the same one.
   */
  public Comparison compare(
      String a, String b, @Nullable String speakerA, @Nullable String speakerB) {
    SpeakerKey keyA = SpeakerKey.of(speakerA);
    SpeakerKey keyB = SpeakerKey.of(speakerB);
    boolean nobody = keyA == null && keyB == null;
    Comparison comparison =
        RepeatRule.compare(
                sketch("a", a, nobody ? SOMEBODY : keyA), sketch("b", b, nobody ? SOMEBODY : keyB))
            .in(a, b);
    return Wording.isEnglish(a) && Wording.isEnglish(b)
        ? comparison.near(meanings.nearness(a, b), MEANING)
        : comparison;
  }

  private static StatementSketch sketch(String id, String text, @Nullable SpeakerKey speaker) {
    return new StatementSketch(id, Statement.Kind.DIRECT, speaker, Wording.of(text));
  }
}
