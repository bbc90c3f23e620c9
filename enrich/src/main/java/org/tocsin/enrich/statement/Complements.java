package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;

/**
 * Finds where what is said begins behind a verb, over addressee, times and places: {@code told
 * reporters in Oslo on Friday that |they …}.
 */
final class Complements {
  /** Nothing is said behind this verb. */
  static final int NONE = -1;

  private static final int REACH = 30;
  private static final int RELATIVE_REACH = 8;
  private static final int PLACES_REACH = 9;
  private static final int JUDGED_REACH = 10;

  private final Sentence sentence;
  private final LanguagePack pack;
  private final NounPhrases phrases;

  /** What was asked for last, since rules ask for the same again. */
  private @Nullable Verb asked;

  private int askedAt;
  private int answer;

  Complements(Sentence sentence, LanguagePack pack, NounPhrases phrases) {
    this.sentence = sentence;
    this.pack = pack;
    this.phrases = phrases;
  }

  /** First piece of what is said behind a verb that ends at {@code cueTo}, or {@link #NONE}. */
  int of(int cueTo, Verb verb) {
    if (asked != verb || askedAt != cueTo) {
      answer = look(cueTo, verb);
      askedAt = cueTo;
      asked = verb;
    }
    return answer;
  }

  private int look(int cueTo, Verb verb) {
    int wish = wish(cueTo, verb);
    return wish == NONE ? clause(cueTo, verb) : wish;
  }

  /** {@code vowed |to leave}, {@code urged |Roe to leave}, {@code called for |talks}. */
  private int wish(int at, Verb verb) {
    int preposition = overTimes(at);
    String linked = sentence.folded(preposition);
    if (verb.takes(Frame.FOR)
        && (linked.equals("for")
            || (!verb.clausal() && (linked.equals("on") || linked.equals("upon"))))) {
      return preposition + 1;
    }
    int to = sentence.in(at, WordClass.NEGATIONS) ? at + 1 : at;
    if (verb.takes(Frame.TO) && sentence.to(to) && bare(to + 1)) {
      boolean refuses = verb.takes(Frame.REFUSES);
      boolean silent = refuses && sentence.in(to + 1, WordClass.SPEECHES);
      return silent || ((refuses || to > at) && unnamed(to + 2)) ? NONE : at;
    }
    boolean pronoun = verb.takes(Frame.OBJTO) && sentence.in(at, WordClass.OBJECTS);
    NounPhrase named = verb.takes(Frame.OBJTO) && !pronoun ? phrases.after(at) : null;
    int behind = pronoun ? at + 1 : named == null ? NONE : named.to();
    return behind != NONE && infinitive(at + 1, behind) ? at : NONE;
  }

  /** {@code asked not to |be named|}, {@code declined to |be identified|}: nothing is said. */
  private boolean unnamed(int verb) {
    return sentence.in(verb, WordClass.IDENTIFIED) || sentence.in(verb + 1, WordClass.IDENTIFIED);
  }

  /** A verb may stand there, and no place or thing. */
  private boolean bare(int at) {
    return sentence.word(at) && !sentence.in(at, WordClass.PREPOSITIONS);
  }

  /** {@code called |on Friday for talks}, {@code called again for talks}. */
  private int overTimes(int from) {
    int at = from;
    while (sentence.in(at, WordClass.ADVERBS)
        || time(at)
        || (sentence.in(at, WordClass.PREPOSITIONS) && time(at + 1))) {
      at++;
    }
    return at;
  }

  /** {@code criticised |the plan for its cost}, {@code referred to |the plan}. */
  int object(int cueTo, Verb verb) {
    if (!verb.takes(Frame.NP)) {
      return NONE;
    }
    int at = cueTo;
    while (sentence.in(at, WordClass.ADVERBS) && !sentence.in(at, WordClass.OBJECTS)) {
      at++;
    }
    if (sentence.in(at, WordClass.VERB_PARTICLES) && !sentence.in(at, WordClass.LINKS)) {
      boolean about = sentence.in(at + 1, WordClass.TOPICS) && verb.takes(Frame.PREP);
      at += about || phrases.determiner(at + 1) || sentence.capital(at + 1) ? 1 : 0;
    }
    if (verb.clausal() && sentence.in(at, WordClass.REFLEXIVES)) {
      return NONE;
    }
    if (verb.takes(Frame.ABOUT) && sentence.to(at)) {
      at = topic(at);
    }
    boolean with = verb.takes(Frame.WITH) && sentence.in(at, WordClass.COMPANIONS);
    if (with) {
      at++;
    } else if (verb.takes(Frame.PREP) && !sentence.in(at++, WordClass.TOPICS)) {
      return NONE;
    } else if (verb.takes(Frame.WITH) && !verb.takes(Frame.PREP)) {
      return NONE;
    }
    if (verb.takes(Frame.PREP) && circumstance(at)) {
      return NONE;
    }
    boolean pronoun = sentence.in(at, WordClass.OBJECTS) && sentence.word(at + 1);
    boolean phrase =
        !sentence.in(at, WordClass.TIMES)
            && sentence.word(at)
            && (pronoun || phrases.after(at) != null);
    return phrase && (!verb.takes(Frame.AS) || judged(at)) ? at : NONE;
  }

  /** {@code sees |the plan as a failure|}. */
  private boolean judged(int from) {
    for (int at = from + 1; at < from + JUDGED_REACH && sentence.word(at); at++) {
      if (sentence.as(at)) {
        return !sentence.pronoun(at + 1) && sentence.word(at + 1);
      }
      if (sentence.in(at, WordClass.FINITES) || sentence.in(at, WordClass.CONJUNCTIONS)) {
        return false;
      }
    }
    return false;
  }

  /** {@code spoke on |condition of anonymity|}, {@code spoke on |a visit to the dam|}. */
  private boolean circumstance(int at) {
    NounPhrase phrase = phrases.after(at);
    int to = phrase == null ? at : phrase.to();
    for (int i = at; i < to && !sentence.in(i, WordClass.LINKS); i++) {
      if (sentence.in(i, WordClass.CIRCUMSTANCES)) {
        return true;
      }
    }
    return false;
  }

  /** {@code spoke to the council |about the plan}; a place that is no topic where none follows. */
  private int topic(int to) {
    NounPhrase whom = phrases.after(to + 1);
    if (whom == null) {
      return NONE;
    }
    return sentence.folded(whom.to()).equals("about") ? whom.to() : NONE;
  }

  private boolean infinitive(int from, int to) {
    int last = sentence.in(to, WordClass.NEGATIONS) ? to + 1 : to;
    for (int at = from; at <= last; at++) {
      if (sentence.to(at) && !phrases.determiner(at + 1)) {
        return true;
      }
    }
    return false;
  }

  private int clause(int cueTo, Verb verb) {
    int at = cueTo;
    boolean moved = false;
    if (verb.takes(Frame.OBJ)) {
      int behind = addressee(at);
      moved = behind > at;
      at = behind;
    } else if (verb.takes(Frame.OBJTO) && asks(addressee(at))) {
      return addressee(at);
    }
    while (at < sentence.size() && at - cueTo < REACH) {
      int start = startsAt(at);
      if (start != NONE) {
        return start;
      }
      int over = skip(at);
      if (over == at && moved && sentence.comma(at)) {
        over = overPlaces(at);
      }
      if (over == at) {
        boolean clause =
            verb.takes(Frame.ZERO) && clauseAt(at, moved) && (verb.takes(Frame.FREE) || finite(at));
        return clause ? at : NONE;
      }
      moved = true;
      at = over;
    }
    return NONE;
  }

  /** {@code asked Roe |whether}, {@code asked Roe |about}. */
  private boolean asks(int at) {
    boolean question = sentence.in(at, WordClass.QUESTIONS) || sentence.in(at, WordClass.REQUESTED);
    return question && sentence.word(at + 1);
  }

  private int addressee(int at) {
    if (sentence.in(at, WordClass.OBJECTS)) {
      return at + 1;
    }
    NounPhrase to = phrases.after(at);
    if (to == null || sentence.quote(at)) {
      return at;
    }
    boolean joined = sentence.in(to.to(), WordClass.CONJUNCTIONS);
    NounPhrase other = joined ? phrases.after(to.to() + 1) : null;
    boolean both =
        other != null
            && (sentence.in(other.to(), WordClass.COMPLEMENTISERS)
                || (sentence.capital(at) && sentence.capital(other.from())));
    return other != null && both ? other.to() : to.to();
  }

  private int startsAt(int at) {
    if (sentence.in(at, WordClass.COMPLEMENTISERS)) {
      return sentence.folded(at).indexOf('\'') > 0 ? at : at + 1;
    }
    if (sentence.quote(at) && !Works.named(sentence, at)) {
      return at;
    }
    if (sentence.is(at, Piece.Kind.COLON)) {
      return sentence.has(at + 1) ? at + 1 : NONE;
    }
    if (sentence.comma(at)) {
      return behindComma(at);
    }
    boolean relative = sentence.in(at, WordClass.RELATIVES) && phrases.nominal(at - 1);
    boolean question = sentence.in(at, WordClass.QUESTIONS) && !relative;
    return question && sentence.size() - at > 3 ? at : NONE;
  }

  private int behindComma(int at) {
    if (sentence.quote(at + 1)) {
      return at + 1;
    }
    if (!pack.option(Option.COMMA_CLAUSE)) {
      return NONE;
    }
    return sentence.in(at + 1, WordClass.COMPLEMENTISERS) ? at + 2 : bareClause(at + 1);
  }

  /** {@code sagte, er komme}: a clause without conjunction behind a comma. */
  private int bareClause(int at) {
    boolean clause = phrases.pronoun(at) || phrases.determiner(at) || phrases.nominal(at);
    return clause && pack.option(Option.BARE_CLAUSE) && sentence.size() - at > 3 ? at : NONE;
  }

  private int skip(int at) {
    if (sentence.in(at, WordClass.ADVERBS) || time(at) || day(at) || particle(at)) {
      return at + 1;
    }
    if (sentence.in(at, WordClass.PREPOSITIONS) && !counts(at)) {
      return overPhrase(at + 1);
    }
    if (sentence.is(at, Piece.Kind.OPEN)) {
      return overParenthesis(at);
    }
    return sentence.comma(at) ? overInsertion(at) : sentence.quote(at) ? at + 1 : at;
  }

  /** {@code pointed |out that}. */
  private boolean particle(int at) {
    return sentence.in(at, WordClass.VERB_PARTICLES)
        && sentence.in(at + 1, WordClass.COMPLEMENTISERS);
  }

  private boolean day(int at) {
    return number(at) && sentence.in(at - 1, WordClass.TIMES);
  }

  /** {@code about half}, {@code over 300}: how many, not where. */
  private boolean counts(int at) {
    boolean some = sentence.in(at + 1, WordClass.PRONOMINALS);
    return sentence.in(at, WordClass.APPROXIMATORS) && (number(at + 1) || some);
  }

  private boolean number(int at) {
    return sentence.word(at) && Character.isDigit(sentence.piece(at).text().charAt(0));
  }

  private boolean time(int at) {
    boolean determiner = phrases.determiner(at);
    return determiner ? sentence.in(at + 1, WordClass.TIMES) : sentence.in(at, WordClass.TIMES);
  }

  private int overPhrase(int at) {
    int from = at;
    while (time(from)) {
      from++;
    }
    if (from > at) {
      return from;
    }
    NounPhrase phrase = phrases.after(at);
    return phrase == null ? at - 1 : phrase.to();
  }

  private int overParenthesis(int at) {
    int close = at;
    while (sentence.has(close) && !sentence.is(close, Piece.Kind.CLOSE)) {
      close++;
    }
    return close + 1;
  }

  /** {@code said, however, that}: a few words between commas with a conjunction behind them. */
  private int overInsertion(int at) {
    for (int i = at + 2; i < at + 8; i++) {
      if (sentence.comma(i) && sentence.in(i + 1, WordClass.COMPLEMENTISERS)) {
        return i + 1;
      }
    }
    return at;
  }

  /** {@code told a meeting in Tarn, New Holm, on Monday |that}: names and times between commas. */
  private int overPlaces(int comma) {
    for (int at = comma + 1; at < comma + PLACES_REACH; at++) {
      if (sentence.in(at, WordClass.COMPLEMENTISERS)) {
        return at;
      }
      boolean place =
          sentence.comma(at)
              || sentence.is(at, Piece.Kind.STOP)
              || sentence.capital(at)
              || time(at)
              || day(at)
              || sentence.in(at, WordClass.PREPOSITIONS);
      if (!place) {
        return comma;
      }
    }
    return comma;
  }

  /** Whether a verb follows: what is claimed may be a thing, and is then not said. */
  private boolean finite(int from) {
    for (int at = from; at < sentence.size(); at++) {
      String word = sentence.folded(at);
      Verb verb = sentence.verb(at);
      boolean past = at > from && !sentence.capital(at) && word.endsWith("ed");
      boolean finite = sentence.in(at, WordClass.FINITES) || sentence.in(at, WordClass.CONTRACTED);
      boolean noun =
          phrases.determiner(at - 1)
              && (sentence.in(at, WordClass.NOUNS) || sentence.in(at, WordClass.BASES));
      if (past || finite || (verb != null && !verb.participle() && !noun)) {
        return true;
      }
      boolean shared =
          sentence.in(at, WordClass.CONJUNCTIONS) && sentence.in(at + 1, WordClass.FINITES);
      boolean another = at > from && (sentence.in(at, WordClass.SUBORDINATORS) || shared);
      if (another || sentence.comma(at) || sentence.in(at, WordClass.RELATIVES)) {
        return false;
      }
    }
    return false;
  }

  /** {@code a strike that analysts say |could end}: the relative pronoun is the subject. */
  private boolean gap(int at) {
    if (!sentence.in(at, WordClass.FINITES) || sentence.size() - at < 3) {
      return false;
    }
    int before = at - 1;
    while (before > 0
        && sentence.word(before)
        && !sentence.in(before, WordClass.RELATIVES)
        && !sentence.folded(before).equals("what")) {
      before--;
    }
    boolean what =
        sentence.in(before, WordClass.RELATIVES) || sentence.folded(before).equals("what");
    return what && at - before > 2 && at - before < RELATIVE_REACH;
  }

  /** Whether a clause without conjunction may begin here. */
  private boolean clauseAt(int at, boolean moved) {
    String word = sentence.folded(at);
    boolean closed =
        !sentence.word(at)
            || sentence.size() - at < 3
            || sentence.in(at, WordClass.FINITES)
            || sentence.in(at, WordClass.NEGATIONS)
            || (sentence.in(at, WordClass.PREPOSITIONS) && !counts(at))
            || sentence.in(at, WordClass.CONJUNCTIONS)
            || sentence.in(at, WordClass.RELATIVES)
            || word.equals("to")
            || word.equals("so")
            || (sentence.in(at, WordClass.SUBORDINATORS) && !word.equals("if"));
    return (!closed || (!moved && gap(at)))
        && (!moved
            || counts(at)
            || sentence.in(at, WordClass.CONTRACTED)
            || phrases.pronoun(at)
            || word.equals("there")
            || phrases.determiner(at)
            || phrases.nominal(at));
  }
}
