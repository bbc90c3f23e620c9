package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;

/**
 * Finds the name in a noun phrase: {@code Ann Roe} in {@code Norway's trade minister Ann Roe}. A
 * name behind a preposition does not count: {@code an aide to Ann Roe} names the aide no more than
 * before.
 */
final class NameReader {
  private final Sentence sentence;
  private final LanguagePack pack;

  NameReader(Sentence sentence, LanguagePack pack) {
    this.sentence = sentence;
    this.pack = pack;
  }

  /** The pieces of the name, without titles; null where the phrase describes. */
  @Nullable NounPhrase name(NounPhrase phrase) {
    int end = phrase.to();
    while (end > phrase.from() && !sentence.word(end - 1)) {
      end = sentence.is(end - 1, Piece.Kind.CLOSE) ? openOf(end - 1, phrase.from()) : end - 1;
    }
    int from = runStart(phrase.from(), end);
    if (from >= end || common(phrase, from, end)) {
      return null;
    }
    return placed(phrase, from, end);
  }

  /** {@code die Bahn}, {@code пресс-секретарь Кремля}: capitals that name nobody. */
  private boolean common(NounPhrase phrase, int from, int end) {
    if (end - from != 1) {
      return false;
    }
    if (sentence.in(from, WordClass.HEADERS)) {
      return true;
    }
    if (pack.option(Option.NOUN_CAPITALS)) {
      return sentence.in(phrase.from(), WordClass.DETERMINERS) && from > phrase.from();
    }
    return pack.option(Option.ROLE_GENITIVES)
        && from > phrase.from()
        && !sentence.folded(from - 1).isEmpty()
        && !sentence.capital(from - 1)
        && !pack.surname(sentence.folded(from));
  }

  /**
   * The name of a person that other words follow: {@code Ann Roe} in {@code baker Ann Roe grins}.
   */
  @Nullable NounPhrase inner(NounPhrase phrase) {
    for (int at = phrase.from(); at < phrase.to(); at++) {
      if (sentence.in(at, WordClass.PREPOSITIONS)) {
        return null;
      }
      boolean ends = sentence.capital(at) && !sentence.capital(at + 1) && !goesOn(at + 1);
      NounPhrase name = ends ? name(new NounPhrase(phrase.from(), at + 1)) : null;
      if (name != null && personal(name)) {
        return name;
      }
    }
    return null;
  }

  private boolean goesOn(int at) {
    boolean joins = sentence.is(at, Piece.Kind.STOP) || sentence.in(at, WordClass.PARTICLES);
    return joins && sentence.capital(at + 1);
  }

  private int openOf(int close, int least) {
    int at = close;
    while (at > least && !sentence.is(at, Piece.Kind.OPEN)) {
      at--;
    }
    return at;
  }

  private int runStart(int least, int end) {
    int from = end;
    while (from > least && inRun(from - 1, from < end)) {
      from--;
    }
    while (from < end && !sentence.capital(from)) {
      from++;
    }
    return from;
  }

  private boolean inRun(int at, boolean inside) {
    if (sentence.is(at, Piece.Kind.STOP)) {
      return inside && sentence.capital(at - 1);
    }
    if ((inside && sentence.possessive(at))
        || sentence.elided(at)
        || (sentence.in(at, WordClass.DETERMINERS) && !sentence.in(at, WordClass.PARTICLES))) {
      return false;
    }
    return sentence.capital(at)
        ? !sentence.function(at)
        : inside && sentence.in(at, WordClass.PARTICLES);
  }

  /** Takes titles off; behind a preposition only what follows the place is a name. */
  private @Nullable NounPhrase placed(NounPhrase phrase, int from, int end) {
    int start = from;
    if (from > phrase.from() && sentence.in(from - 1, WordClass.PREPOSITIONS)) {
      if (end - from < 3 || !sentence.in(from, WordClass.PLACES)) {
        return null;
      }
      start++;
    }
    if (linkedArticle(phrase, from) || kinOf(phrase, from)) {
      return null;
    }
    return body(start, end) && !owned(from, start, end)
        ? new NounPhrase(start, end)
        : new NounPhrase(withoutTitles(start, end), end);
  }

  /** An article inside a phrase behind a preposition: {@code the head of the Oslo Council}. */
  private boolean linkedArticle(NounPhrase phrase, int from) {
    return from - 2 >= phrase.from() && sentence.in(from - 1, WordClass.DETERMINERS);
  }

  /** {@code the parents of the drowned ferryman |Paul Venn|}: they are not he. */
  private boolean kinOf(NounPhrase phrase, int from) {
    for (int at = phrase.from() + 1; at < from; at++) {
      if (sentence.in(at, WordClass.LINKS)) {
        return sentence.in(at - 1, WordClass.KIN);
      }
    }
    return false;
  }

  private int withoutTitles(int from, int end) {
    int start = from;
    for (int at = from; at < end - 1; at++) {
      boolean place = at == start && sentence.in(at, WordClass.PLACES);
      if (place || sentence.in(at, WordClass.TITLES)) {
        start = sentence.is(at + 1, Piece.Kind.STOP) ? at + 2 : at + 1;
      }
    }
    boolean given = given(start + 1) && !given(start) && end - start > 2;
    start = given ? start + 1 : start;
    boolean nouns = pack.option(Option.NOUN_CAPITALS) && end - start > 2;
    return Math.min(nouns || owned(from, start, end) ? end - 2 : start, end - 1);
  }

  /** {@code Эколог |Марта Орлова}: a known given name behind a word that is none. */
  private boolean given(int at) {
    if (!pack.option(Option.FRAMES)) {
      return false;
    }
    String word = sentence.folded(at);
    return pack.in(WordClass.MALE_NAMES, word) || pack.in(WordClass.FEMALE_NAMES, word);
  }

  /** {@code мэр Зареченска Павел Громов}: behind a role stands first what it is a role in. */
  private boolean owned(int from, int start, int end) {
    return pack.option(Option.ROLE_GENITIVES)
        && end - start > 2
        && sentence.in(from - 1, WordClass.TITLES)
        && !pack.patronymic(sentence.folded(end - 2));
  }

  /** Whether a run of capitals names a body rather than a person. */
  boolean body(int from, int end) {
    for (int at = from; at < end; at++) {
      if (sentence.in(at, WordClass.BODIES)) {
        return true;
      }
    }
    return false;
  }

  /** Two to four words that look like a person's name. */
  boolean personal(NounPhrase name) {
    int words = 0;
    for (int at = name.from(); at < name.to(); at++) {
      if (sentence.in(at, WordClass.PLACES)) {
        return false;
      }
      words += sentence.word(at) ? 1 : 0;
    }
    return words >= 2
        && words <= 4
        && !body(name.from(), name.to())
        && !sentence.possessive(name.to() - 1);
  }
}
