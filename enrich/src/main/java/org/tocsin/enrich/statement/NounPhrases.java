package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;

/**
 * Finds the noun phrase that ends or begins at a place, without a parser: a run of words that can
 * stand in one, over linking prepositions ({@code a spokesman for the ministry}).
 */
final class NounPhrases {
  private static final int LONGEST = 18;
  private static final WordClasses FUNCTIONS =
      WordClasses.of(
          WordClass.CONJUNCTIONS,
          WordClass.SUBORDINATORS,
          WordClass.RELATIVES,
          WordClass.QUESTIONS,
          WordClass.PREPOSITIONS,
          WordClass.FINITES,
          WordClass.CONTRACTED,
          WordClass.NEGATIONS,
          WordClass.COMPLEMENTISERS,
          WordClass.HE,
          WordClass.SHE,
          WordClass.THEY,
          WordClass.IT,
          WordClass.FIRST);

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
    if (function(at) || sentence.in(at, WordClass.TIMES)) {
      return false;
    }
    if (sentence.capital(at) && at > 0) {
      return true;
    }
    return !sentence.in(at, WordClass.ADVERBS)
        && (sentence.in(at, WordClass.LY_NOUNS) || !adverb(at))
        && (sentence.verb(at) == null || sentence.in(at, WordClass.TITLES));
  }

  private boolean function(int at) {
    return sentence.in(at, FUNCTIONS);
  }

  private boolean adverb(int at) {
    return sentence.endsInLy(at)
        && pack.option(Option.APPOSITION)
        && !sentence.folded(at).endsWith("mily");
  }

  /** The phrase whose last piece stands just before {@code end}. */
  @Nullable NounPhrase before(int end) {
    int last = end - 1;
    if (pronoun(last)) {
      return new NounPhrase(last, end);
    }
    if (sentence.in(last, WordClass.OBJECTS)) {
      return ofThem(last, end);
    }
    int from = coreBefore(skipParenthesis(last));
    if (from < 0) {
      return null;
    }
    if (introducesCount(from)) {
      return new NounPhrase(from + 1, end);
    }
    while (links(from) && end - from < LONGEST) {
      int wider = coreBefore(skipParenthesis(from - 2));
      if (wider < 0) {
        break;
      }
      from = wider;
    }
    if (clipped(from, end)) {
      return null;
    }
    int counted = counted(from);
    if (counted < from) {
      return new NounPhrase(counted, end);
    }
    return dangling(from) ? nameAtEnd(from, end) : new NounPhrase(withPartner(from, end), end);
  }

  /**
   * {@code a copy she |provided to the board|}, {@code , |based on a report|}: a verb and what
   * belongs to it are no phrase, nor is {@code |fueled| calls}.
   */
  private boolean clipped(int from, int end) {
    boolean past = sentence.endsInEd(from) || sentence.in(from, WordClass.PASTS);
    boolean subject =
        (sentence.pronoun(from - 1) && !determiner(from - 1))
            || sentence.in(from - 1, WordClass.RELATIVES);
    boolean object = sentence.in(from + 1, WordClass.PREPOSITIONS);
    boolean alone = past && sentence.word(from) && from + 1 == end;
    return pack.option(Option.APPOSITION)
        && past
        && !sentence.capital(from)
        && (subject || object || alone);
  }

  /** {@code things that people |claim|}: before many, that is no determiner but an object. */
  boolean gapped(NounPhrase phrase) {
    int last = phrase.to() - 1;
    return phrase.to() - phrase.from() > 1
        && sentence.in(phrase.from(), WordClass.COMPLEMENTISERS)
        && (many(last) || sentence.in(last, WordClass.PLURALS));
  }

  /** {@code said that 31 people}: before a count, that is no determiner. */
  private boolean introducesCount(int from) {
    return pack.option(Option.APPOSITION)
        && sentence.in(from, WordClass.COMPLEMENTISERS)
        && !sentence.in(from - 1, WordClass.PREPOSITIONS)
        && number(from + 1);
  }

  /**
   * Whom a relative pronoun means: {@code from |Ann Roe|, who}; of what adjectives are linked to,
   * the last alone: {@code important to |the owners|, who}.
   */
  @Nullable NounPhrase antecedent(int end) {
    NounPhrase whole = before(end);
    boolean loose =
        whole == null || bareFrom(whole) || (who(end) && sentence.in(end - 1, WordClass.TITLES));
    int core = loose ? coreBefore(end - 1) : -1;
    boolean named = core >= 0 && (sentence.capital(core) || determiner(core) || many(end - 1));
    boolean place = sentence.in(core - 1, WordClass.VENUES);
    return named && !place ? new NounPhrase(core, end) : whole;
  }

  /** {@code the book of |a senator| who}: of things and people, the people are meant. */
  private boolean who(int end) {
    int pronoun = sentence.comma(end) ? end + 1 : end;
    return sentence.in(pronoun, WordClass.QUESTIONS) && !sentence.folded(pronoun).equals("which");
  }

  private boolean bareFrom(NounPhrase phrase) {
    return !determiner(phrase.from()) && !sentence.capital(phrase.from());
  }

  /** A single thing without an article, {@code deal}, {@code worth}: it does not speak. */
  boolean bare(NounPhrase phrase) {
    boolean several = false;
    for (int at = phrase.from(); at < phrase.to(); at++) {
      several |=
          many(at)
              || sentence.capital(at)
              || pronoun(at)
              || determiner(at)
              || number(at)
              || sentence.in(at, WordClass.PLURALS)
              || sentence.in(at, WordClass.TITLES)
              || sentence.in(at, WordClass.BODIES)
              || sentence.in(at, WordClass.MEDIA)
              || sentence.in(at, WordClass.RELATIVES);
    }
    return pack.option(Option.APPOSITION) && !several;
  }

  /**
   * Whether the phrase may name a thing: {@code the poll}, but neither {@code she} nor {@code Roe}.
   */
  boolean thing(@Nullable NounPhrase phrase) {
    int last = phrase == null ? -1 : phrase.to() - 1;
    return phrase != null
        && !pronoun(last)
        && (!sentence.capital(last)
            || (last == 0 && sentence.in(0, WordClass.FINDINGS))
            || sentence.titleCase()
            || sentence.in(last, WordClass.BODIES));
  }

  /** {@code most of them}, {@code one of us}. */
  private @Nullable NounPhrase ofThem(int last, int end) {
    boolean of =
        sentence.in(last - 1, WordClass.LINKS) && sentence.in(last - 2, WordClass.PRONOMINALS);
    return of ? new NounPhrase(last - 2, end) : null;
  }

  /**
   * {@code |about three in} 10, {@code |nearly nine out of} 10, {@code |at least} 300: from there.
   */
  private int counted(int from) {
    int at = from;
    if (number(at) && number(at - 2) && sentence.in(at - 1, WordClass.PREPOSITIONS)) {
      at -= 2;
    } else if (number(at)
        && number(at - 3)
        && sentence.in(at - 1, WordClass.PREPOSITIONS)
        && sentence.in(at - 2, WordClass.PREPOSITIONS)) {
      at -= 3;
    }
    boolean least = sentence.in(at - 1, WordClass.EXTREMES);
    boolean more =
        sentence.in(at - 1, WordClass.SUBORDINATORS) && sentence.in(at - 2, WordClass.EXTREMES);
    if (number(at) && (least || more)) {
      at -= 2;
    } else if (sentence.in(at, WordClass.EXTREMES) && sentence.folded(at - 1).equals("at")) {
      at--;
    }
    boolean about = number(at) && sentence.in(at - 1, WordClass.APPROXIMATORS);
    return about ? at - 1 : at;
  }

  /** A count in digits or in words. */
  private boolean number(int at) {
    return sentence.number(at)
        || (determiner(at) && pronominal(at))
        || sentence.in(at, WordClass.SHARES);
  }

  /** {@code Venn and Roe said}: both speak, if nothing but names stands there. */
  private int withPartner(int from, int end) {
    int left = from - 1;
    boolean joined = sentence.in(left, WordClass.CONJUNCTIONS) && names(from, end);
    int start = left;
    while (joined && sentence.capital(start - 1) && !function(start - 1)) {
      start--;
    }
    if (!joined && sentence.in(left, WordClass.CONJUNCTIONS) && many(end - 1) && many(left - 1)) {
      joined = true;
      start = Math.max(0, coreBefore(left - 1));
    }
    boolean apart =
        start < left
            && (start == 0
                || sentence.mark(start - 1)
                || sentence.in(start - 1, WordClass.COMPLEMENTISERS));
    return joined && apart ? start : from;
  }

  /** {@code economists}: small letters, plural by its ending. */
  private boolean many(int at) {
    return pack.option(Option.APPOSITION)
        && sentence.endsInOneS(at)
        && sentence.folded(at).length() > 3
        && (at == 0 || !sentence.capital(at))
        && (at == 0 || nominal(at));
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
    int at = homonym(last) ? last - 1 : last;
    while (nominalInRun(at) && !determiner(at)) {
      at--;
    }
    if (determiner(at)) {
      return at == last ? (sentence.word(last) && pronominal(last) ? last : -1) : at;
    }
    return at == last ? -1 : at + 1;
  }

  /** {@code refugee |advocates} said, {@code the |reports} show: no verb stands before a verb. */
  private boolean homonym(int last) {
    boolean noun = sentence.in(last, WordClass.NOUNS) || sentence.in(last, WordClass.BASES);
    boolean small = noun && pack.option(Option.APPOSITION) && !sentence.capital(last);
    return small
        && (determiner(last - 1)
            || (nominal(last - 1)
                && (determiner(last - 2) || last == 1 || sentence.capital(last - 1)))
            || (sentence.word(last - 1) && sentence.piece(last - 1).possessive()));
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
    return inside(at, first)
        || (at > first && compound(at))
        || (nominal(at) && !(at > first && (verbAfterName(at) || verbAfterNoun(at))))
        || opens
        || (initial(at) && at > first);
  }

  /** {@code a press |call}: a base behind one thing is a noun. */
  private boolean compound(int at) {
    return sentence.in(at, WordClass.BASES)
        && (!sentence.endsInS(at - 1) || sentence.folded(at - 1).endsWith("ss"))
        && !sentence.capital(at)
        && !sentence.in(at - 1, WordClass.PLURALS)
        && nominal(at - 1);
  }

  /**
   * Behind a determiner: {@code the |ruling}, {@code the |proposed wall}, {@code the |last debate}.
   */
  private boolean inside(int at, int first) {
    boolean opened = at == first && determiner(at - 1) && !sentence.in(at - 1, WordClass.OBJECTS);
    if (!opened || !pack.option(Option.APPOSITION) || !sentence.word(at) || function(at)) {
      return false;
    }
    return sentence.verb(at) != null
        ? modifies(at) || sentence.in(at, WordClass.NOUNS) || !nominal(at + 1)
        : nominal(at + 1);
  }

  private boolean modifies(int at) {
    return sentence.endsInEd(at) || sentence.endsInIng(at);
  }

  /** A word that reads like a past tense stands right behind a phrase. */
  boolean verbAfter(int at) {
    return sentence.word(at) && pack.option(Option.APPOSITION) && verbAfterName(at);
  }

  /** Roe |met, Roe |visited: a small word behind a name that reads like a past tense. */
  private boolean verbAfterName(int at) {
    boolean past =
        sentence.endsInEd(at)
            || sentence.in(at, WordClass.PASTS)
            || pack.option(Option.NOUN_CAPITALS);
    return past
        && !sentence.capital(at)
        && sentence.capital(at - 1)
        && !sentence.piece(at - 1).possessive();
  }

  /** The leader |stopped, the board |revised: a past tense behind a noun in small letters. */
  private boolean verbAfterNoun(int at) {
    boolean past = sentence.endsInEd(at) || (sentence.in(at, WordClass.PASTS) && many(at - 1));
    return pack.option(Option.APPOSITION)
        && past
        && !sentence.capital(at)
        && !sentence.capital(at - 1)
        && nominal(at - 1);
  }

  /** {@code |current and former| officials}: two adjectives that say which. */
  private int overPair(int at) {
    boolean pair =
        sentence.in(at, WordClass.PAIRED)
            && sentence.in(at + 1, WordClass.CONJUNCTIONS)
            && sentence.in(at + 2, WordClass.PAIRED);
    return pair && nominal(at + 3) ? at + 3 : at;
  }

  private int coreAfter(int from) {
    int at = from;
    while (determiner(at)) {
      at++;
    }
    at = overPair(at);
    int words = at;
    while (continues(at, words) && !determiner(at) && at - from < LONGEST) {
      at++;
    }
    return at == words ? from : at;
  }
}
