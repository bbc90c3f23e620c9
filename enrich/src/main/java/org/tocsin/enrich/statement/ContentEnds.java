package org.tocsin.enrich.statement;

/**
 * Finds where what is reported without marks stops and the reporter goes on: {@code said the dam
 * was safe|, adding that …}; {@code criticised the plan|, which …}.
 */
record ContentEnds(Sentence sentence, LanguagePack pack) {
  private static final int FEWEST = 2;
  private static final int OCCASION_REACH = 6;
  private static final int CLAUSE_REACH = 6;

  /** The end of a reported clause that begins at {@code from} and may reach to {@code to}. */
  int ofClause(int from, int to) {
    for (int at = from + FEWEST; at < to; at++) {
      boolean mark = sentence.comma(at) || sentence.is(at, Piece.Kind.DASH);
      if ((mark && remark(at + 1)) || occasion(at, WordClass.UTTERANCES)) {
        return at;
      }
    }
    return to;
  }

  /** Behind the last words in marks the reporter may go on: {@code “…” |as she put it}. */
  int behindQuote(int quote, int to) {
    for (int at = quote + 1; at < to; at++) {
      int first = sentence.comma(at) ? at + 1 : at;
      boolean put = sentence.as(first) && sentence.pronoun(first + 1);
      if (put || (first > at && remark(first)) || occasion(at, WordClass.UTTERANCES)) {
        return at;
      }
    }
    return to;
  }

  /** {@code |in an interview}, {@code |at a rally}: where it was said is not what was said. */
  private boolean occasion(int preposition, WordClass nouns) {
    if (!sentence.in(preposition, WordClass.VENUES)
        || !sentence.in(preposition + 1, WordClass.INDEFINITE)) {
      return false;
    }
    for (int at = preposition + 2; at < preposition + OCCASION_REACH; at++) {
      boolean closed = !sentence.word(at) || sentence.in(at, WordClass.PREPOSITIONS);
      if (closed || sentence.in(at, nouns)) {
        return !closed;
      }
    }
    return false;
  }

  /** The end of a thing somebody speaks of. */
  int ofObject(int from, int to) {
    for (int at = from + 1; at < to; at++) {
      if (sentence.mark(at) && !name(at)) {
        return list(at) ? to : at;
      }
      if (sentence.in(at, WordClass.CONJUNCTIONS) && verbal(at + 1)) {
        return at;
      }
      boolean clause = sentence.in(at, WordClass.REMARKS) && !phrasal(at);
      if (clause || meanwhile(at) || time(at) || occasion(at, WordClass.OCCASIONS)) {
        return at;
      }
    }
    return to;
  }

  /** The end of what a criticism or the like is about: a thing, or a question as a whole. */
  int ofTopic(int from, int to) {
    if (sentence.in(from, WordClass.QUESTIONS)) {
      return to;
    }
    boolean relative = false;
    for (int at = from + 1; at < to; at++) {
      relative |= sentence.in(at, WordClass.RELATIVES) || sentence.pronoun(at);
      Verb verb = sentence.verb(at);
      boolean acts =
          sentence.in(at, WordClass.FINITES)
              || (sentence.in(at, WordClass.PASTS) && !sentence.capital(at))
              || (verb != null && !verb.participle() && !sentence.in(at, WordClass.NOUNS));
      boolean another = sentence.in(at, WordClass.CONJUNCTIONS) && verbal(at + 1);
      boolean mark = sentence.mark(at) && !name(at);
      if (mark || another || time(at) || (acts && !relative) || sentence.as(at)) {
        return at;
      }
    }
    return to;
  }

  /** {@code claimed victory |as the count was halted}: another clause begins. */
  private boolean meanwhile(int as) {
    if (!sentence.as(as)) {
      return false;
    }
    for (int at = as + 2; at < as + CLAUSE_REACH && sentence.word(at); at++) {
      if (sentence.in(at, WordClass.RELATIVES)) {
        return false;
      }
      if (sentence.in(at, WordClass.FINITES)) {
        return true;
      }
    }
    return false;
  }

  /** {@code condemned the raid as a failure}: the thing goes on. */
  private boolean phrasal(int at) {
    return sentence.as(at) && !sentence.pronoun(at + 1);
  }

  /** A dot or hyphen inside a name, a bracket. */
  private boolean name(int at) {
    return !sentence.comma(at)
        && !sentence.is(at, Piece.Kind.DASH)
        && !sentence.is(at, Piece.Kind.COLON);
  }

  /** {@code wages, rents and taxes}: short words between commas and a conjunction. */
  private boolean list(int comma) {
    int at = comma + 1;
    while (sentence.word(at) && at - comma < 7) {
      boolean small = sentence.in(at, WordClass.CONJUNCTIONS);
      if (small && at > comma + 1) {
        return !verbal(at + 1);
      }
      if (sentence.verb(at) != null || sentence.in(at, WordClass.RELATIVES) || small) {
        return false;
      }
      at++;
    }
    return false;
  }

  private boolean time(int at) {
    boolean prepositional =
        sentence.in(at, WordClass.PREPOSITIONS) && sentence.in(at + 1, WordClass.TIMES);
    return prepositional
        || (sentence.in(at, WordClass.TIMES)
            && sentence.capital(at)
            && !sentence.in(at - 1, WordClass.DETERMINERS)
            && !sentence.capital(at - 1));
  }

  private boolean verbal(int at) {
    String word = sentence.folded(at);
    Verb verb = sentence.verb(at);
    return (verb != null && !sentence.capital(at))
        || sentence.in(at, WordClass.FINITES)
        || sentence.in(at, WordClass.PASTS)
        || sentence.in(at, WordClass.ADVERBS)
        || (sentence.pronoun(at) && !sentence.in(at, WordClass.DETERMINERS))
        || (word.endsWith("ed") && !sentence.capital(at));
  }

  private boolean remark(int at) {
    return sentence.in(at, WordClass.REMARKS);
  }
}
