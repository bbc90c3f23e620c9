package org.tocsin.enrich.novelty;

import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Statement.Kind;
import org.tocsin.enrich.sketch.SpeakerKey;
import org.tocsin.enrich.sketch.StatementSketch;

/**
 * Decides whether a later statement repeats an earlier one. In doubt it is new: ringing twice is a
 * smaller harm than silence. But for a version that adds much or adds figures to words already
 * said, the answer does not depend on which of the two came first.
 */
public final class RepeatRule {
  /** Content words that a cut-out must have to be recognised without the rest. */
  private static final int TELLING_CUT = 5;

  /** Content words that are enough for a cut-out of half of the rest or of several words. */
  private static final int TELLING_HALF = 2;

  /** Words that a statement of unknown speaker must have to be recognised. */
  private static final int TELLING_WORDS = 6;

  /** Shared weight from which on words count as the same, said in another way. */
  private static final double REWORDED = 0.72;

  /** Shared weight from which on it is the same but for a name, if all else is there. */
  private static final double RENAMED = 0.5;

  private static final int TELLING_SHARED = 3;

  /** A longer version may have this many times the content and still count as the same. */
  private static final double LONGER = 2;

  private final int[] a;
  private final int[] b;
  private final Shared shared;
  private final boolean reported;

  private RepeatRule(StatementSketch earlier, StatementSketch later) {
    this.a = earlier.words();
    this.b = later.words();
    this.shared = Shared.of(a, b);
    this.reported = earlier.kind() == Kind.INDIRECT || later.kind() == Kind.INDIRECT;
  }

  /** Compares two statements, the earlier one first. */
  public static Comparison compare(StatementSketch earlier, StatementSketch later) {
    return new RepeatRule(earlier, later).compare(Speakers.of(earlier.speaker(), later.speaker()));
  }

  private Comparison compare(Speakers speakers) {
    if (speakers == Speakers.DIFFER) {
      return different("different speakers");
    }
    boolean known = speakers == Speakers.AGREE;
    if (!known && Math.min(a.length, b.length) < TELLING_WORDS) {
      return different("a speaker is unknown and the words are few");
    }
    Comparison verbatim = verbatim();
    if (verbatim != null) {
      return verbatim;
    }
    return known ? reworded() : different("a speaker is unknown and the words differ");
  }

  private Comparison different(String reason) {
    return Comparison.different(shared.score(), reason);
  }

  /** The same words, or one cut out of the other; null where it is neither. */
  private @Nullable Comparison verbatim() {
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
    if (!tells(part, Run.content(part), Run.content(whole))
        || Run.governed(whole, at, part.length)) {
      return null;
    }
    if (cut) {
      return Comparison.repeat(Math.max(shared.score(), 0.95), "cut out of it");
    }
    return addsLittle()
        ? Comparison.repeat(Math.max(shared.score(), 0.9), "a little longer")
        : null;
  }

  private static boolean tells(int[] words, int part, int whole) {
    boolean much = part * 2 >= whole || words.length >= TELLING_WORDS;
    return part >= TELLING_CUT || (part >= TELLING_HALF && much);
  }

  /** The one place where the order of arrival counts: new words with new figures are news. */
  private boolean addsLittle() {
    return Run.content(b) <= LONGER * Run.content(a)
        && Run.count(b, WordClass.NUMBER) <= Run.count(a, WordClass.NUMBER);
  }

  private Comparison reworded() {
    boolean renamed = shared.wording() < REWORDED;
    boolean near = shared.wording() >= RENAMED && shared.content() >= TELLING_SHARED - 1;
    if (!near || (shared.content() < TELLING_SHARED && shared.missing() > 0)) {
      return near ? orChanged(true) : different("too few words in common");
    }
    return orChanged(renamed);
  }

  /** New where a fact differs, or where too much does. */
  private Comparison orChanged(boolean loose) {
    Change change = Facts.change(a, b, reported);
    if (change != null && (!loose || isRenaming(change))) {
      return Comparison.changed(shared.score(), change);
    }
    return loose || change != null
        ? different("too few words in common")
        : Comparison.repeat(Math.max(shared.score(), REWORDED), "the same in other words");
  }

  /** Whether the change alone makes the words differ: one name, one number for another. */
  private boolean isRenaming(Change change) {
    return change.from() >= 0 && change.to() >= 0 && shared.missing() <= 4;
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
