package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;

/**
 * Finds the subject of a reporting verb, to its left over auxiliaries, adverbs, times, appositions
 * and relative clauses, or to its right: {@code Roe, who chairs the board, also said}.
 */
final class Subjects {
  private static final int MOST_COMMAS = 4;
  private static final int LONGEST_ROLE = 6;
  private static final int REACH = 16;
  private static final int LONGEST_INSERTION = 6;

  private final Sentence sentence;
  private final LanguagePack pack;
  private final NounPhrases phrases;

  Subjects(Sentence sentence, LanguagePack pack, NounPhrases phrases) {
    this.sentence = sentence;
    this.pack = pack;
    this.phrases = phrases;
  }

  /** Where the verb group around the cue begins: {@code has also said}. */
  int groupStart(int cue) {
    int at = cue;
    while (skippable(at - 1) && !alone(at - 1)) {
      at--;
    }
    return inserted(at);
  }

  /** {@code |Both} think: what else stands before a subject is one where no subject is. */
  private boolean alone(int at) {
    return sentence.in(at, WordClass.PRONOMINALS)
        && (at == 0 || sentence.mark(at - 1) || sentence.in(at - 1, WordClass.CONJUNCTIONS));
  }

  /** {@code has, however, |said}, {@code have in the past |said}: from the auxiliary on. */
  private int inserted(int group) {
    boolean marked = sentence.comma(group - 1);
    for (int at = group - 2; at >= group - LONGEST_INSERTION; at--) {
      boolean opens = marked ? sentence.comma(at) : sentence.in(at, WordClass.PREPOSITIONS);
      if (opens && sentence.in(at - 1, WordClass.AUXILIARIES)) {
        return groupStart(at - 1);
      }
      if (!sentence.word(at) || sentence.verb(at) != null || sentence.in(at, WordClass.FINITES)) {
        return group;
      }
    }
    return group;
  }

  private boolean skippable(int at) {
    if (sentence.in(at, WordClass.AUXILIARIES)
        || sentence.in(at, WordClass.ADVERBS)
        || lyAdverb(at)
        || sentence.in(at, WordClass.TIMES)) {
      return true;
    }
    return (sentence.in(at, WordClass.PREPOSITIONS) && sentence.in(at + 1, WordClass.TIMES))
        || number(at);
  }

  private boolean number(int at) {
    return sentence.number(at) && sentence.in(at - 1, WordClass.TIMES);
  }

  /** {@code Kelly} behind the first word is a name. */
  private boolean lyAdverb(int at) {
    return sentence.endsInLy(at)
        && pack.option(Option.APPOSITION)
        && !sentence.in(at, WordClass.LY_NOUNS)
        && (at == 0 || !sentence.capital(at));
  }

  /** The subject that ends where the verb group begins. */
  @Nullable NounPhrase left(int group) {
    if (sentence.in(group - 1, WordClass.RELATIVES)) {
      int end = sentence.comma(group - 2) ? group - 2 : group - 1;
      boolean party = sentence.folded(end - 1).indexOf('-') == 1 && sentence.comma(end - 2);
      end = party && sentence.capital(end - 1) ? end - 2 : end;
      boolean that = sentence.in(group - 1, WordClass.COMPLEMENTISERS);
      NounPhrase antecedent = that ? null : phrases.antecedent(end);
      return antecedent == null ? new NounPhrase(group - 1, group) : antecedent;
    }
    if (sentence.comma(group - 1) || sentence.is(group - 1, Piece.Kind.DASH)) {
      return overApposition(group - 1);
    }
    if (sentence.is(group - 1, Piece.Kind.CLOSE)) {
      return overParenthesis(group - 1);
    }
    return phrases.before(group);
  }

  /** {@code Nobody}, {@code none of them}: what they say is not said. */
  boolean nobody(NounPhrase phrase) {
    for (int at = phrase.from(); at < phrase.to(); at++) {
      if (sentence.in(at, WordClass.PREPOSITIONS)) {
        return false;
      }
      if (sentence.in(at, WordClass.NOBODY) && !sentence.in(at - 1, WordClass.DEFINITE)) {
        return true;
      }
    }
    return sentence.no(phrase.from()) || sentence.no(phrase.from() - 1);
  }

  /** {@code |A man who had accused Roe of fraud| said}: who opens a sentence and goes on in it. */
  @Nullable NounPhrase overRelative(int group) {
    if (!sentence.holds(WordClass.RELATIVES)) {
      return null;
    }
    int start = sentence.in(0, WordClass.SUBORDINATORS) ? 1 : 0;
    while (start < group && opening(start)) {
      start++;
    }
    NounPhrase first = group - start > 3 ? phrases.after(start) : null;
    if (first == null || !sentence.in(first.to(), WordClass.RELATIVES)) {
      return null;
    }
    int verbs = 0;
    for (int at = first.to() + 1; at < group; at++) {
      Verb verb = sentence.verb(at);
      if (!sentence.word(at) || sentence.in(at, WordClass.RELATIVES) || opens(at, verb)) {
        return null;
      }
      verbs += inflected(at, verb) && !inflected(at - 1, sentence.verb(at - 1)) ? 1 : 0;
    }
    return verbs == 1 && !inflected(group - 1, sentence.verb(group - 1)) ? first : null;
  }

  /** Another clause may begin there. */
  private boolean opens(int at, @Nullable Verb verb) {
    return (verb != null && verb.takes(Frame.ZERO))
        || sentence.in(at, WordClass.CONJUNCTIONS)
        || (sentence.in(at, WordClass.SUBORDINATORS) && !sentence.in(at, WordClass.PREPOSITIONS));
  }

  private boolean inflected(int at, @Nullable Verb verb) {
    boolean past = sentence.endsInEd(at) && !sentence.capital(at);
    return past
        || verb != null
        || sentence.in(at, WordClass.FINITES)
        || sentence.in(at, WordClass.AUXILIARIES)
        || sentence.in(at, WordClass.PASTS);
  }

  private @Nullable NounPhrase overParenthesis(int close) {
    return phrases.before(close + 1);
  }

  /**
   * Between the commas stands a name (taken), or an apposition or relative clause (passed over).
   */
  private @Nullable NounPhrase overApposition(int comma) {
    int commas = 0;
    for (int at = comma - 1; at > 0 && commas < MOST_COMMAS; at--) {
      if (sentence.quote(at)) {
        return null;
      }
      if (!sentence.comma(at) && !sentence.is(at, Piece.Kind.DASH)) {
        continue;
      }
      commas++;
      NounPhrase found = apposed(at, comma);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable NounPhrase apposed(int open, int close) {
    NounPhrase head = phrases.before(open);
    if (head == null || Character.isDigit(sentence.piece(head.from()).text().charAt(0))) {
      return null;
    }
    if (!allCapital(head) && (name(open + 1, close) || endsInName(open + 1, close))) {
      return new NounPhrase(open + 1, close);
    }
    boolean named =
        sentence.capital(open - 1) && phrases.nominal(open + 1) && !sentence.capital(open + 1);
    return apposition(open + 1) || named ? head : null;
  }

  /**
   * Where the description begins that a name in commas follows: {@code “…,” |its leader, Ann Roe,|
   * said}; where the name itself begins if there is none.
   */
  int describedFrom(NounPhrase name) {
    int comma = name.from() - 1;
    boolean apposed = sentence.comma(comma) && sentence.comma(name.to());
    NounPhrase head = apposed ? phrases.before(comma) : null;
    return head == null || allCapital(head) ? name.from() : head.from();
  }

  private boolean allCapital(NounPhrase head) {
    for (int at = head.from(); at < head.to(); at++) {
      if (sentence.word(at) && !sentence.capital(at)) {
        return false;
      }
    }
    return true;
  }

  /** Two to four capitalised words and nothing else. */
  private boolean name(int from, int to) {
    int words = 0;
    for (int at = from; at < to; at++) {
      boolean part =
          sentence.capital(at)
              || sentence.in(at, WordClass.PARTICLES)
              || sentence.is(at, Piece.Kind.STOP);
      if (!part || sentence.in(at, WordClass.BODIES)) {
        return false;
      }
      words += sentence.word(at) ? 1 : 0;
    }
    return words >= 2 && words <= 4;
  }

  /** {@code the teacher Ann Roe}: nothing but words of one phrase, the name last. */
  private boolean endsInName(int from, int to) {
    int start = to;
    while (start > from && (sentence.capital(start - 1) || initial(start - 1))) {
      start--;
    }
    int at = phrases.determiner(from) ? from + 1 : from;
    while (at < start && phrases.nominal(at) && !sentence.capital(at)) {
      at++;
    }
    boolean described = at == start && start > from && start - from < LONGEST_ROLE;
    return described && !sentence.piece(start - 1).possessive() && name(start, to);
  }

  private boolean initial(int at) {
    return sentence.is(at, Piece.Kind.STOP);
  }

  private boolean apposition(int at) {
    String word = sentence.folded(at);
    return sentence.in(at, WordClass.RELATIVES)
        || phrases.determiner(at)
        || sentence.in(at, WordClass.TITLES)
        || (sentence.word(at) && Character.isDigit(sentence.piece(at).text().charAt(0)))
        || owner(at)
        || (sentence.capital(at) && word.indexOf('-') == 1)
        || sentence.in(at, WordClass.ADVERBS)
        || sentence.in(at, WordClass.PREPOSITIONS)
        || sentence.in(at, WordClass.SUBORDINATORS)
        || (sentence.in(at, WordClass.CONJUNCTIONS) && sentence.is(at - 1, Piece.Kind.DASH))
        || word.endsWith("ing")
        || word.endsWith("ed");
  }

  /** {@code Roe's}, {@code Ann Roe's}, {@code the late Ann Roe's}. */
  private boolean owner(int from) {
    int at = from;
    while (sentence.capital(at) && at - from < 4 && !sentence.piece(at).possessive()) {
      at++;
    }
    return sentence.word(at) && sentence.piece(at).possessive();
  }

  /** The subject right of the cue: {@code said Ann Roe, the chair}. */
  @Nullable NounPhrase right(int cueTo) {
    NounPhrase found = phrases.after(cueTo);
    boolean clause = sentence.in(cueTo, WordClass.COMPLEMENTISERS);
    if (clause || found == null || !endsWell(found)) {
      return null;
    }
    return withName(found);
  }

  /** The name in commas behind a description: {@code the chief of the board, |Ann Roe|, in May}. */
  NounPhrase withName(NounPhrase described) {
    int from = described.to() + 1;
    int to = from;
    while (sentence.word(to) || (initial(to) && sentence.word(to + 1) && to > from)) {
      to++;
    }
    boolean role = sentence.comma(described.to()) && describes(described);
    return role && name(from, to) ? new NounPhrase(from, to) : described;
  }

  private boolean describes(NounPhrase phrase) {
    boolean title = false;
    for (int at = phrase.from(); at < phrase.to(); at++) {
      title |= sentence.in(at, WordClass.TITLES) && !sentence.capital(at);
    }
    boolean definite = phrases.determiner(phrase.from());
    return title || (definite && !sentence.capital(phrase.to() - 1));
  }

  /** An inverted subject is not followed by a verb of its own. */
  private boolean endsWell(NounPhrase found) {
    boolean pronoun = phrases.pronoun(found.from());
    if (pronoun && sentence.in(found.from(), WordClass.CONTRACTED)) {
      return false;
    }
    if (pronoun) {
      return sentence.mark(found.to())
          || sentence.in(found.to(), WordClass.PREPOSITIONS)
          || sentence.in(found.to(), WordClass.TIMES);
    }
    return !sentence.in(found.to(), WordClass.FINITES)
        && sentence.verb(found.to()) == null
        && !phrases.verbAfter(found.to())
        && !sentence.in(found.to(), WordClass.AUXILIARIES)
        && !sentence.in(found.to(), WordClass.NEGATIONS);
  }

  /** The subject of the sentence as a whole: the first phrase behind openings set off by commas. */
  @Nullable NounPhrase main(int before) {
    int at = 0;
    while (at < before && at < sentence.size()) {
      if (opening(at)) {
        at++;
      } else if (circumstance(at)) {
        int comma = commaAfter(at, before);
        if (comma < 0) {
          return null;
        }
        at = comma + 1;
      } else {
        return firstPhrase(at, before);
      }
    }
    return null;
  }

  private boolean circumstance(int at) {
    return sentence.in(at, WordClass.PREPOSITIONS)
        || sentence.in(at, WordClass.SUBORDINATORS)
        || (pack.option(Option.APPOSITION) && (sentence.endsInIng(at) || participle(at)));
  }

  /** {@code |Asked| whether he would go, Roe laughed and said}, {@code |Reached| by phone, …}. */
  private boolean participle(int at) {
    return at == 0
        && (sentence.in(at, WordClass.ASKED) || sentence.endsInEd(at))
        && (sentence.in(at + 1, WordClass.QUESTIONS)
            || sentence.in(at + 1, WordClass.PREPOSITIONS));
  }

  private boolean opening(int at) {
    return sentence.mark(at)
        || sentence.in(at, WordClass.CONJUNCTIONS)
        || sentence.in(at, WordClass.QUESTIONS)
        || sentence.in(at, WordClass.ADVERBS)
        || sentence.in(at, WordClass.TIMES)
        || lyAdverb(at);
  }

  private int commaAfter(int at, int before) {
    for (int i = at; i < before; i++) {
      if (sentence.comma(i)) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable NounPhrase firstPhrase(int at, int before) {
    if (at == 0 && sentence.in(at, WordClass.HEADERS)) {
      return null;
    }
    NounPhrase found = phrases.after(at);
    if (found == null || found.to() > before) {
      return null;
    }
    NounPhrase named = allCapital(found) ? null : namedBehind(behindRelative(found), before);
    return named == null ? found : named;
  }

  private @Nullable NounPhrase namedBehind(int comma, int before) {
    int close = sentence.comma(comma) ? commaAfter(comma + 1, before) : -1;
    boolean named = close > 0 && (name(comma + 1, close) || endsInName(comma + 1, close));
    return named ? new NounPhrase(comma + 1, close) : null;
  }

  /** {@code A baker who rises at two|, Ann Roe, …}. */
  private int behindRelative(NounPhrase found) {
    int comma = commaAfter(found.to(), Math.min(sentence.size(), found.to() + REACH));
    boolean clause = sentence.in(found.to(), WordClass.RELATIVES);
    return clause && comma > 0 ? comma : found.to();
  }
}
