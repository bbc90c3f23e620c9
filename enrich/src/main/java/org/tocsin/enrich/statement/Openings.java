package org.tocsin.enrich.statement;

/**
 * Tells a clause that somebody may have said from the opening of a sentence: {@code But on Monday}.
 */
record Openings(Sentence sentence, LanguagePack pack) {
  /** Whether the pieces make a clause rather than a time, a place or a circumstance. */
  boolean clause(int from, int to) {
    int first = from;
    while (first < to && (sentence.mark(first) || sentence.in(first, WordClass.CONJUNCTIONS))) {
      first++;
    }
    int last = to;
    while (last > first && sentence.mark(last - 1)) {
      last--;
    }
    if (last - first < (pack.option(Option.TERSE) ? 2 : 3)
        || relative(last - 1, to)
        || sentence.in(last - 1, WordClass.CONJUNCTIONS)) {
      return false;
    }
    return !circumstance(first) || comma(first, last) || (last - first > 4 && finite(first, last));
  }

  /** {@code the dam that |Roe said}; but {@code they can do that, |Roe said}. */
  private boolean relative(int at, int to) {
    boolean pronoun = sentence.in(at, WordClass.COMPLEMENTISERS) && sentence.mark(to - 1);
    return sentence.in(at, WordClass.RELATIVES) && !pronoun;
  }

  /** Whether a verb stands behind the first word. */
  boolean finite(int from, int to) {
    for (int at = from + 1; at < to; at++) {
      boolean past = sentence.endsInEd(at) && !sentence.capital(at);
      Verb verb = sentence.verb(at);
      boolean reports = verb != null && !verb.participle() && !sentence.in(at, WordClass.NOUNS);
      if (past
          || reports
          || sentence.in(at, WordClass.FINITES)
          || sentence.in(at, WordClass.CONTRACTED)
          || sentence.in(at, WordClass.PASTS)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the pieces are a time, a place or a mere connection: {@code At the same time,}. */
  boolean circumstance(int from, int to) {
    int first = from;
    while (first < to && (sentence.mark(first) || sentence.in(first, WordClass.CONJUNCTIONS))) {
      first++;
    }
    return first == to || circumstance(first);
  }

  private boolean circumstance(int at) {
    String word = sentence.folded(at);
    return sentence.in(at, WordClass.PREPOSITIONS)
        || sentence.in(at, WordClass.TIMES)
        || sentence.in(at, WordClass.SUBORDINATORS)
        || sentence.in(at, WordClass.ADVERBS)
        || word.endsWith("ing")
        || word.endsWith("ed");
  }

  private boolean comma(int from, int to) {
    for (int at = from; at < to; at++) {
      if (sentence.comma(at)) {
        return true;
      }
    }
    return false;
  }
}
