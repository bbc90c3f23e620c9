package org.tocsin.enrich.statement;

import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is held by nobody in particular: {@code the bridge is expected to open}, {@code the
 * plan seems to fail}, {@code it appears that they left}. The whole clause is what is held.
 */
record HearsayCues(Sentence sentence, Subjects subjects) {
  private static final Verb HELD = new Verb(EnumSet.noneOf(Frame.class), false);

  @Nullable Attribution at(int at) {
    int group = sentence.in(at, WordClass.SEEMINGS) ? seeming(at) : passive(at);
    int from = group < 0 ? -1 : start(group, at);
    return from < 0
        ? null
        : new Attribution(
            Attribution.Shape.LEADING,
            at,
            at + 1,
            from,
            from,
            null,
            HELD,
            false,
            Attribution.HEARSAY);
  }

  /** {@code is widely expected to}: where the verb group begins; −1 where it is not one. */
  private int passive(int participle) {
    if (!sentence.in(participle, WordClass.HEARSAY) || !infinitive(participle + 1)) {
      return -1;
    }
    int be = participle - 1;
    while (sentence.in(be, WordClass.ADVERBS) || sentence.folded(be).endsWith("ly")) {
      be--;
    }
    be = sentence.in(be, WordClass.NEGATIONS) ? be - 1 : be;
    return sentence.in(be, WordClass.PASSIVES) ? subjects.groupStart(be) : -1;
  }

  /** {@code seemed tired}, {@code appears to work}, but not {@code appeared on stage}. */
  private int seeming(int verb) {
    int next = verb + 1;
    while (sentence.in(next, WordClass.ADVERBS)) {
      next++;
    }
    boolean says =
        infinitive(next)
            || (sentence.word(next)
                && !sentence.to(next)
                && !sentence.in(next, WordClass.PREPOSITIONS)
                && !sentence.in(next, WordClass.TIMES)
                && !sentence.in(next, WordClass.CONJUNCTIONS)
                && !sentence.endsInIng(next));
    int group = subjects.groupStart(verb);
    boolean real = !sentence.to(group - 1) && !sentence.in(group - 1, WordClass.FINITES);
    return says && real ? group : -1;
  }

  private boolean infinitive(int at) {
    int to = sentence.in(at, WordClass.ADVERBS) ? at + 1 : at;
    Verb verb = sentence.verb(to + 1);
    boolean reports = verb != null && verb.clausal();
    return sentence.to(to) && sentence.word(to + 1) && !reports;
  }

  /** The subject opens what is held; of {@code it seems that} the clause alone is. */
  private int start(int group, int verb) {
    boolean clause = sentence.in(verb + 1, WordClass.COMPLEMENTISERS);
    if (clause) {
      return verb + 2;
    }
    if (sentence.in(group - 1, WordClass.RELATIVES)) {
      return group - 1;
    }
    NounPhrase subject = subjects.left(group);
    return subject == null || subjects.nobody(subject) ? -1 : subject.from();
  }
}
