package org.tocsin.enrich.statement;

/** Finds where what a verb introduces begins: a clause, a wish, a quotation, a thing spoken of. */
final class ContentStarts {
  private static final int QUOTE_REACH = 24;

  private final Sentence sentence;
  private final NounPhrases phrases;
  private final Complements complements;

  ContentStarts(Sentence sentence, LanguagePack pack, NounPhrases phrases) {
    this.sentence = sentence;
    this.phrases = phrases;
    this.complements = new Complements(sentence, pack, phrases);
  }

  /** First piece of a clause alone. */
  int clause(int from, Verb verb) {
    return complements.of(from, verb);
  }

  /** First piece of what is introduced, or {@link Complements#NONE}. */
  int content(int from, Verb verb) {
    boolean wishes = verb.takes(Frame.FOR) || verb.takes(Frame.TO) || verb.takes(Frame.OBJTO);
    int clause = verb.clausal() || wishes ? clausal(from, verb) : Complements.NONE;
    if (clause != Complements.NONE) {
      return clause;
    }
    boolean quote = verb.takes(Frame.QUOTE) && quoteAhead(from);
    return quote ? from : complements.object(from, verb);
  }

  /** Whether the content found there is a thing and no clause. */
  boolean object(int from, int content, Verb verb) {
    if (content < 0 || complements.object(from, verb) != content) {
      return false;
    }
    boolean wishes = verb.takes(Frame.FOR) || verb.takes(Frame.TO) || verb.takes(Frame.OBJTO);
    return !((verb.clausal() || wishes) && complements.of(from, verb) != Complements.NONE);
  }

  private int clausal(int from, Verb verb) {
    int content = complements.of(from, verb);
    return content < 0 && quoteAhead(from) && !sentence.mark(from) ? from : content;
  }

  /** A quotation follows before the clause ends. */
  private boolean quoteAhead(int from) {
    for (int at = from; at < sentence.size() && at < from + QUOTE_REACH; at++) {
      if (sentence.quote(at) && !Works.named(sentence, at)) {
        return true;
      }
      if (endsClause(at)) {
        return false;
      }
    }
    return false;
  }

  /** What follows is an object: then nothing before the verb was said. */
  boolean objectAt(int at, Verb verb) {
    return !verb.takes(Frame.OBJ)
        && (phrases.nominal(at) || phrases.determiner(at))
        && !sentence.in(at + 1, WordClass.TIMES);
  }

  private boolean endsClause(int at) {
    Verb verb = sentence.verb(at);
    return sentence.is(at, Piece.Kind.DASH)
        || (sentence.is(at, Piece.Kind.STOP) && !sentence.word(at + 1))
        || (verb != null && verb.clausal() && !sentence.capital(at));
  }
}
