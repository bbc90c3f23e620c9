package org.tocsin.enrich.statement;

import org.tocsin.contract.Statement;

/** How many words of a stretch are the reporter's and how many stand in marks. */
record Shares(int words, int quoted) {
  static Shares of(Sentence sentence, int from, int to) {
    int words = 0;
    int quoted = 0;
    for (int at = from; at < to; at++) {
      words += sentence.word(at) ? 1 : 0;
      quoted += sentence.quote(at) ? sentence.piece(at).words() : 0;
    }
    return new Shares(words, quoted);
  }

  Statement.Kind kind() {
    if (quoted == 0) {
      return Statement.Kind.INDIRECT;
    }
    return words == 0 ? Statement.Kind.DIRECT : Statement.Kind.MIXED;
  }
}
