package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;

/**
 * Finds the noun phrase that ends or begins at a place, without a parser: a run of words that can
 * stand in one, over linking prepositions ({@code a spokesman for the ministry}).
 */
final class NounPhrases {
  private static final int LONGEST = 18;

  private final Sentence sentence;
  private final LanguagePack pack;

  NounPhrases(Sentence sentence, LanguagePack pack) {
    this.sentence = sentence;
    this.pack = pack;
  }

  boolean pronoun(int at) {
    return sentence.pronoun(at) || sentence.in(at, WordClass.FIRST);
  }

  boolean determiner(int at) {
    return sentence.in(at, WordClass.DETERMINERS);
  }

  /** Whether the word there may be part of a noun phrase. */
  boolean nominal(int at) {
    if (!sentence.word(at)) {
      return false;
    }
    String word = sentence.folded(at);
    if (sentence.capital(at) && !sentence.in(at, WordClass.TIMES) && at > 0 && !function(at)) {
      return true;
    }
    return !function(at)
        && !sentence.in(at, WordClass.TIMES)
        && !sentence.in(at, WordClass.ADVERBS)
        && !adverb(word)
        && (sentence.verb(at) == null || sentence.in(at, WordClass.TITLES));
  }

  private boolean function(int at) {
    return sentence.in(at, WordClass.CONJUNCTIONS)
        || sentence.in(at, WordClass.SUBORDINATORS)
        || sentence.in(at, WordClass.RELATIVES)
        || sentence.in(at, WordClass.PREPOSITIONS)
        || sentence.in(at, WordClass.FINITES)
        || sentence.in(at, WordClass.NEGATIONS)
        || sentence.in(at, WordClass.COMPLEMENTISERS)
        || sentence.pronoun(at)
        || sentence.in(at, WordClass.FIRST);
  }

  private boolean adverb(String word) {
    return pack.option(Option.APPOSITION)
        && word.length() > 4
        && word.endsWith("ly")
        && !word.endsWith("mily");
  }

  /** The phrase whose last piece stands just before {@code end}. */
  @Nullable NounPhrase before(int end) {
    int last = end - 1;
    if (pronoun(last)) {
      return new NounPhrase(last, end);
    }
    if (sentence.in(last, WordClass.OBJECTS)) {
      return null;
    }
    int from = coreBefore(skipParenthesis(last));
    if (from < 0) {
      return null;
    }
    while (links(from) && end - from < LONGEST) {
      int wider = coreBefore(skipParenthesis(from - 2));
      if (wider < 0) {
        break;
      }
      from = wider;
    }
    return dangling(from) ? nameAtEnd(from, end) : new NounPhrase(withPartner(from, end), end);
  }

  /** {@code Venn and Roe said}: both speak, if nothing but names stands there. */
  private int withPartner(int from, int end) {
    int left = from - 1;
    boolean joined = sentence.in(left, WordClass.CONJUNCTIONS) && names(from, end);
    int start = left;
    while (joined && sentence.capital(start - 1) && !function(start - 1)) {
      start--;
    }
    boolean apart = start < left && (start == 0 || sentence.mark(start - 1));
    return joined && apart ? start : from;
  }

  private boolean names(int from, int to) {
    for (int at = from; at < to; at++) {
      if (sentence.word(at) && !sentence.capital(at)) {
        return false;
      }
    }
    return true;
  }

  /** In an interview Roe said: the name behind a small noun is a phrase of its own. */
  private @Nullable NounPhrase nameAtEnd(int from, int end) {
    int name = end;
    while (name > from && (sentence.capital(name - 1) || initial(name - 1))) {
      name--;
    }
    boolean alone = name < end && name > from && !determiner(name - 1);
    return alone && !sentence.in(name - 1, WordClass.PREPOSITIONS)
        ? new NounPhrase(name, end)
        : null;
  }

  /** A phrase right behind a preposition is no subject: {@code to Kabul said}. */
  private boolean dangling(int from) {
    return sentence.in(from - 1, WordClass.PREPOSITIONS)
        && !sentence.in(from - 1, WordClass.SUBORDINATORS);
  }

  private boolean links(int from) {
    return sentence.in(from - 1, WordClass.LINKS)
        && (nominal(from - 2) || determiner(from - 2) || sentence.is(from - 2, Piece.Kind.CLOSE));
  }

  private int skipParenthesis(int at) {
    if (!sentence.is(at, Piece.Kind.CLOSE)) {
      return at;
    }
    int open = at;
    while (open > 0 && !sentence.is(open, Piece.Kind.OPEN)) {
      open--;
    }
    return open - 1;
  }

  /** First piece of the run of nominal words that ends at {@code last}; −1 if there is none. */
  private int coreBefore(int last) {
    int at = last;
    while (nominalInRun(at) && !determiner(at)) {
      at--;
    }
    if (determiner(at)) {
      return at == last ? (sentence.word(last) && pronominal(last) ? last : -1) : at;
    }
    return at == last ? -1 : at + 1;
  }

  private boolean nominalInRun(int at) {
    return nominal(at) || initial(at);
  }

  /** The stop behind an initial or a title inside a name: {@code Sen. Roe}, {@code J. Roe}. */
  private boolean initial(int at) {
    return sentence.is(at, Piece.Kind.STOP) && sentence.word(at - 1) && sentence.word(at + 1);
  }

  private boolean pronominal(int at) {
    return sentence.in(at, WordClass.PRONOMINALS);
  }

  /** The phrase that begins at {@code from}. */
  @Nullable NounPhrase after(int from) {
    if (pronoun(from)) {
      return new NounPhrase(from, from + 1);
    }
    int at = coreAfter(from);
    if (at == from) {
      return null;
    }
    while (sentence.in(at, WordClass.LINKS)
        && at - from < LONGEST
        && !sentence.folded(at).equals("on")) {
      int wider = coreAfter(at + 1);
      if (wider == at + 1) {
        break;
      }
      at = wider;
    }
    return new NounPhrase(from, at);
  }

  private boolean continues(int at, int first) {
    boolean opens = at == 0 && sentence.capital(0) && !function(0) && sentence.verb(0) == null;
    return (nominal(at) && !(at > first && (verbAfterName(at) || verbAfterNoun(at))))
        || opens
        || (initial(at) && at > first);
  }

  /** Roe |met, Roe |visited: a small word behind a name that reads like a past tense. */
  private boolean verbAfterName(int at) {
    String word = sentence.folded(at);
    boolean past =
        word.endsWith("ed")
            || sentence.in(at, WordClass.PASTS)
            || pack.option(Option.NOUN_CAPITALS);
    return past
        && !sentence.capital(at)
        && sentence.capital(at - 1)
        && !sentence.piece(at - 1).possessive();
  }

  /** The leader |stopped, the board |revised: a past tense behind a noun in small letters. */
  private boolean verbAfterNoun(int at) {
    return pack.option(Option.APPOSITION)
        && sentence.folded(at).endsWith("ed")
        && !sentence.capital(at)
        && !sentence.capital(at - 1)
        && nominal(at - 1);
  }

  private int coreAfter(int from) {
    int at = from;
    while (determiner(at)) {
      at++;
    }
    int words = at;
    while (continues(at, words) && !determiner(at) && at - from < LONGEST) {
      at++;
    }
    return at == words ? from : at;
  }
}
