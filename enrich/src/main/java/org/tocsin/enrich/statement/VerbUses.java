package org.tocsin.enrich.statement;

/**
 * Tells whether a form that may report is used so: {@code claims} in {@code jobless claims} is not.
 */
record VerbUses(Sentence sentence, NounPhrases phrases) {
  /** Whether the verb is used as one: not negated, passive, an infinitive or part of a name. */
  boolean reports(int at) {
    if (sentence.capital(at) && at > 0 && !sentence.titleCase() && sentence.word(at - 1)) {
      return false;
    }
    int before = at - 1;
    while (sentence.in(before, WordClass.ADVERBS) && !sentence.in(before, WordClass.NEGATIONS)) {
      before--;
    }
    boolean participle = sentence.endsInIng(at);
    Verb verb = sentence.verb(at);
    if (verb != null && verb.takes(Frame.WOULD)) {
      return sentence.folded(before).equals("would");
    }
    if (verb != null && verb.takes(Frame.MADE)) {
      return sentence.in(maker(before), WordClass.MAKERS);
    }
    if (verb != null && verb.takes(Frame.STATE)) {
      return sentence.in(before, WordClass.PASSIVES) || sentence.in(before, WordClass.CONTRACTED);
    }
    if (!participle && undergone(at, before)) {
      return false;
    }
    if (sentence.in(at, WordClass.BASES) && !base(at, before)) {
      return false;
    }
    boolean article =
        sentence.in(at - 1, WordClass.DETERMINERS) && !sentence.in(at - 1, WordClass.PRONOMINALS);
    boolean governed =
        sentence.in(at - 1, WordClass.PREPOSITIONS) && !sentence.in(at - 1, WordClass.TIMES);
    boolean counted = sentence.word(at - 1) && sentence.piece(at - 1).number();
    boolean noun =
        sentence.in(at, WordClass.NOUNS)
            && (article || governed || counted || acts(at + 1) || bareNoun(at - 1));
    boolean modal =
        sentence.in(before, WordClass.FINITES)
            && !sentence.in(before, WordClass.AUXILIARIES)
            && !sentence.in(before, WordClass.PASSIVES);
    boolean negated =
        sentence.in(before, WordClass.NEGATIONS) || sentence.in(before - 1, WordClass.NEGATIONS);
    return (!negated || denies(at, before))
        && (!modal || denies(at, before))
        && !noun
        && (participle || !sentence.in(before, WordClass.PASSIVES));
  }

  /**
   * {@code rules |written| by clerks}, {@code a post |cited| as proof}: it is done to the thing.
   */
  private boolean undergone(int at, int before) {
    boolean active = sentence.in(before, WordClass.AUXILIARIES) || sentence.pronoun(before);
    boolean by =
        sentence.in(at + 1, WordClass.AGENTS)
            && sentence.folded(at + 1).equals("by")
            && !sentence.endsInIng(at + 2)
            && !sentence.in(at + 2, WordClass.CIRCUMSTANCES)
            && !sentence.in(at + 2, WordClass.TIMES);
    Verb verb = sentence.verb(at);
    boolean as =
        verb != null
            && !verb.clausal()
            && sentence.endsInEd(at)
            && sentence.as(at + 1)
            && !sentence.pronoun(at + 2);
    return !active && (by || as);
  }

  /** {@code |made| clear}, {@code |made| it clear}. */
  private int maker(int at) {
    return sentence.in(at, WordClass.IT) ? at - 1 : at;
  }

  /** {@code does not think that}: the opinion of the opposite. */
  private boolean denies(int at, int before) {
    Verb verb = sentence.verb(at);
    return verb != null && verb.takes(Frame.NEG) && sentence.in(before, WordClass.DENIALS);
  }

  /** {@code the ministry reports |show}: behind its verb none stands. */
  private boolean acts(int at) {
    Verb next = sentence.verb(at);
    return next != null && !next.participle() && !sentence.capital(at);
  }

  /** {@code did |claim}, {@code went on to |claim}, {@code critics of the plan |claim}. */
  private boolean base(int at, int before) {
    boolean infinitive = sentence.to(before);
    if (infinitive
        || denies(at, before)
        || sentence.in(before, WordClass.SUPPORTS)
        || plural(before)) {
      return true;
    }
    NounPhrase subject = sentence.word(before) ? phrases.before(before + 1) : null;
    return subject != null && (severalBeforeLink(subject) || reports(before, subject));
  }

  /** {@code fund-raising |reports| show}: a noun in a phrase of its own. */
  private boolean reports(int last, NounPhrase subject) {
    return sentence.in(last, WordClass.NOUNS)
        && sentence.folded(last).endsWith("s")
        && subject.to() == last + 1;
  }

  /** {@code |voters in the| north}: the noun before the first preposition tells how many. */
  private boolean severalBeforeLink(NounPhrase subject) {
    for (int at = subject.from() + 1; at < subject.to(); at++) {
      if (sentence.in(at, WordClass.LINKS)) {
        return plural(at - 1);
      }
    }
    return false;
  }

  /** {@code critics |claim}: a form that is also a noun needs many before it. */
  private boolean plural(int at) {
    return sentence.in(at, WordClass.THEY)
        || sentence.in(at, WordClass.FIRST)
        || sentence.in(at, WordClass.PRONOMINALS)
        || sentence.in(at, WordClass.PLURALS)
        || sentence.in(at, WordClass.RELATIVES)
        || (sentence.endsInOneS(at) && phrases.nominal(at));
  }

  /** {@code jobless} claims: in small letters, no title, nothing before it that makes a phrase. */
  private boolean bareNoun(int at) {
    boolean small = sentence.word(at) && !sentence.capital(at) && phrases.nominal(at);
    boolean bare = sentence.mark(at - 1) || sentence.in(at - 1, WordClass.PREPOSITIONS);
    return small && bare && !sentence.in(at, WordClass.TITLES);
  }
}
