package org.tocsin.enrich.novelty;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Statement.Kind;
import org.tocsin.enrich.sketch.SpeakerKey;
import org.tocsin.enrich.sketch.StatementSketch;

/**
 * Decides whether a later statement repeats an earlier one. In doubt it is new: ringing twice is a
 * smaller harm than silence.
 */
public final class RepeatRule {
  /** Content words that a cut-out must have to be recognised without the rest. */
  private static final int TELLING_CUT = 5;

  /** Words that a statement of unknown speaker must have to be recognised. */
  private static final int TELLING_WORDS = 6;

  /** Shared weight from which on words count as the same, said in another way. */
  private static final double REWORDED = 0.75;

  private static final int TELLING_SHARED = 4;

  /** A longer version may bring this much more content, by factor, and still say nothing new. */
  private static final double LONGER = 1.5;

  private RepeatRule() {}

  /** Compares two statements, the earlier one first. */
  public static Comparison compare(StatementSketch earlier, StatementSketch later) {
    int[] a = earlier.words();
    int[] b = later.words();
    Shared shared = Shared.of(a, b);
    Speakers speakers = Speakers.of(earlier.speaker(), later.speaker());
    if (speakers == Speakers.DIFFER) {
      return Comparison.different(shared.score(), "different speakers");
    }
    boolean known = speakers == Speakers.AGREE;
    if (!known && Math.min(a.length, b.length) < TELLING_WORDS) {
      return Comparison.different(shared.score(), "a speaker is unknown and the words are few");
    }
    Comparison verbatim = verbatim(a, b, shared.score());
    if (verbatim != null || !known) {
      return verbatim != null
          ? verbatim
          : Comparison.different(shared.score(), "a speaker is unknown and the words differ");
    }
    return reworded(a, b, shared, reported(earlier, later));
  }

  private static boolean reported(StatementSketch earlier, StatementSketch later) {
    return earlier.kind() == Kind.INDIRECT || later.kind() == Kind.INDIRECT;
  }

  /** The same words, or one cut out of the other; null where it is neither. */
  private static @Nullable Comparison verbatim(int[] a, int[] b, double score) {
    boolean cut = b.length <= a.length;
    int[] part = cut ? b : a;
    int[] whole = cut ? a : b;
    int at = part.length == 0 ? -1 : Run.find(part, whole);
    if (at < 0) {
      return null;
    }
    if (part.length == whole.length) {
      return Comparison.repeat(1, "the same words");
    }
    if (Run.content(part) < TELLING_CUT || Run.governed(whole, at)) {
      return null;
    }
    if (cut) {
      return Comparison.repeat(Math.max(score, 0.95), "cut out of it");
    }
    return addsLittle(a, b) ? Comparison.repeat(Math.max(score, 0.9), "a little longer") : null;
  }

  private static boolean addsLittle(int[] a, int[] b) {
    Set<Integer> numbers = Facts.of(a).numbers();
    return Run.content(b) <= LONGER * Run.content(a) && numbers.containsAll(Facts.of(b).numbers());
  }

  private static Comparison reworded(int[] a, int[] b, Shared shared, boolean reported) {
    if (shared.score() < REWORDED || shared.content() < TELLING_SHARED) {
      return Comparison.different(shared.score(), "too few words in common");
    }
    String conflict = Facts.conflict(Facts.of(a), Facts.of(b), reported);
    if (conflict != null) {
      return Comparison.different(shared.score(), conflict);
    }
    return Shared.inOrder(a, b)
        ? Comparison.repeat(shared.score(), "the same in other words")
        : Comparison.different(shared.score(), "the names change places");
  }

  /** Whether two speakers are the same, as far as is known. */
  private enum Speakers {
    AGREE,
    DIFFER,
    UNKNOWN;

    static Speakers of(@Nullable SpeakerKey a, @Nullable SpeakerKey b) {
      if (a == null || b == null) {
        return UNKNOWN;
      }
      return a.agrees(b) ? AGREE : DIFFER;
    }
  }
}
