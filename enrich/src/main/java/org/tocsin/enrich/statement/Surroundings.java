package org.tocsin.enrich.statement;

/**
 * What stands around a cue in its sentence: words before it, a quotation, the end of its region.
 */
record Surroundings(Sentence sentence) {
  int wordsBefore(int at) {
    int words = 0;
    for (int i = 0; i < at; i++) {
      words += sentence.word(i) || sentence.quote(i) ? 1 : 0;
    }
    return words;
  }

  boolean quoteBefore(int at) {
    return sentence.quotes()
        && (sentence.quote(at - 1)
            || (sentence.quote(at - 2)
                && (sentence.comma(at - 1) || sentence.is(at - 1, Piece.Kind.DASH))));
  }

  int regionEnd(int from) {
    int at = from;
    while (sentence.word(at) || (sentence.is(at, Piece.Kind.STOP) && sentence.word(at + 1))) {
      at++;
    }
    return at;
  }

  /** {@code It is bad, Roe said, |that they left}: no verb right behind makes a relative clause. */
  private boolean complement(int at) {
    return sentence.in(at, WordClass.COMPLEMENTISERS)
        && !sentence.in(at + 1, WordClass.FINITES)
        && sentence.verb(at + 1) == null;
  }

  /** Behind the comma the reported clause goes on, rather than a remark of the reporter. */
  boolean goesOn(int to) {
    String next = sentence.folded(to + 1);
    Verb verb = sentence.verb(to + 1);
    return sentence.comma(to)
        && sentence.size() - to > 3
        && !(verb != null && verb.participle())
        && !next.endsWith("ing")
        && !sentence.in(to + 1, WordClass.CONJUNCTIONS)
        && (!sentence.in(to + 1, WordClass.RELATIVES) || complement(to + 1))
        && (!sentence.in(to + 1, WordClass.SUBORDINATORS)
            || sentence.in(to + 1, WordClass.CONTINUERS))
        && !sentence.quote(to + 1)
        && wordsBefore(to) < 24;
  }
}
