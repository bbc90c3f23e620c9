package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;

/**
 * Finds where what is said begins behind a cue in languages read by frames: {@code a déclaré mardi
 * à la presse que |…}, {@code teilte mit, |es …}.
 */
final class Introductions {
  /** Nothing is said behind this cue. */
  static final int NONE = -1;

  private static final int REACH = 24;

  private final Sentence sentence;
  private final LanguagePack pack;
  private final NominalGroups groups;
  private final FrameSubjects subjects;

  Introductions(
      Sentence sentence, LanguagePack pack, NominalGroups groups, FrameSubjects subjects) {
    this.sentence = sentence;
    this.pack = pack;
    this.groups = groups;
    this.subjects = subjects;
  }

  /** First piece of what is said behind {@code from}, or {@link #NONE}. */
  int of(int from, Verb verb) {
    if (verb.takes(Frame.QUOTE)) {
      int judged = judged(from);
      return judged == NONE && verb.clausal() ? clause(from, verb) : judged;
    }
    return clause(from, verb);
  }

  /** {@code a qualifié |le projet de « gouffre »}: up to a quotation in the same clause. */
  private int judged(int from) {
    for (int at = from; at < sentence.size() && at < from + REACH; at++) {
      if (sentence.quote(at)) {
        return content(from);
      }
      if (sentence.comma(at) || sentence.is(at, Piece.Kind.COLON)) {
        return clause(from, null);
      }
    }
    return NONE;
  }

  private int content(int from) {
    int at = from;
    while (sentence.in(at, WordClass.ADVERBS)
        || groups.time(at)
        || sentence.in(at, WordClass.MARKERS)) {
      at++;
    }
    return at;
  }

  private int clause(int from, @Nullable Verb verb) {
    int colon = colonAhead(from);
    if (colon != NONE) {
      return colon + 1;
    }
    int at = from;
    while (at < sentence.size() && at - from < REACH) {
      int start = startsAt(at, verb);
      if (start != NONE) {
        return start;
      }
      int next = skip(at);
      if (next == at) {
        return NONE;
      }
      at = next;
    }
    return NONE;
  }

  /** Nothing but words up to a colon and a quotation: {@code begründete dies wie folgt: „…“}. */
  private int colonAhead(int from) {
    int at = from;
    while ((sentence.word(at) && at - from < REACH) || groups.titleOfThing(at)) {
      at++;
    }
    return sentence.is(at, Piece.Kind.COLON) && sentence.quote(at + 1) ? at : NONE;
  }

  private int startsAt(int at, @Nullable Verb verb) {
    String word = sentence.folded(at);
    if (pack.in(WordClass.MARKERS, word) && complementiser(at + 1)) {
      return behind(at + 1);
    }
    if (complementiser(at)) {
      return behind(at);
    }
    if (pack.in(WordClass.INFINITIVES, word)) {
      return at;
    }
    if (sentence.quote(at)) {
      return media(at) ? NONE : at;
    }
    if (sentence.is(at, Piece.Kind.COLON)) {
      return sentence.has(at + 1) ? at + 1 : NONE;
    }
    boolean comma = sentence.comma(at) || sentence.is(at, Piece.Kind.DASH);
    return comma ? behindComma(at, verb) : NONE;
  }

  /** {@code qu'elle} keeps its pronoun outside what is said, {@code أن} stands alone. */
  private int behind(int at) {
    String word = sentence.folded(at);
    return word.indexOf('\'') > 0 ? at : at + 1;
  }

  private boolean complementiser(int at) {
    return sentence.word(at) && groups.complementiser(at);
  }

  /** {@code der Zeitung „Welt“}: a title behind a medium. */
  private boolean media(int quote) {
    return sentence.in(quote - 1, WordClass.MEDIA) && sentence.piece(quote).words() < 5;
  }

  private int behindComma(int at, @Nullable Verb verb) {
    if (sentence.quote(at + 1)) {
      return at + 1;
    }
    if (complementiser(at + 1)) {
      return behind(at + 1);
    }
    boolean asks = sentence.in(at + 1, WordClass.QUESTIONS);
    boolean bare = verb != null && pack.option(Option.BARE_CLAUSE) && bareClause(at + 1);
    return (asks && sentence.size() - at > 4) || bare ? at + 1 : NONE;
  }

  /** {@code sagte, er komme}, {@code betonte, seit Mai sei nichts geschehen}. */
  private boolean bareClause(int at) {
    String word = sentence.folded(at);
    boolean relative = pack.in(WordClass.ARTICLES, word) && !finiteSoon(at);
    return !relative
        && sentence.word(at)
        && !pack.in(WordClass.CONJUNCTIONS, word)
        && !pack.in(WordClass.SUBORDINATORS, word)
        && !pack.in(WordClass.RELATIVES, word)
        && sentence.size() - at > 3
        && (finiteSoon(at) || groups.pronoun(at));
  }

  /** Within the next words stands a form that reported speech has: {@code sei}, {@code werde}. */
  private boolean finiteSoon(int from) {
    for (int at = from; at < sentence.size() && at < from + 18; at++) {
      if (sentence.comma(at) && at > from + 1 && sentence.in(at + 1, WordClass.RELATIVES)) {
        return false;
      }
      if (sentence.quote(at) && at > from) {
        return true;
      }
      boolean ends = !sentence.has(at + 1) || sentence.is(at + 1, Piece.Kind.STOP);
      boolean finite = sentence.in(at, WordClass.FINITES) && !ends;
      if (finite || sentence.in(at, WordClass.SUBJUNCTIVES)) {
        return true;
      }
    }
    return false;
  }

  private int skip(int at) {
    if (sentence.is(at, Piece.Kind.OPEN)) {
      return groups.tail(at, sentence.size());
    }
    if (sentence.quote(at)) {
      return media(at) ? at + 1 : at;
    }
    if (sentence.comma(at)) {
      return insertion(at);
    }
    if (groups.determiner(at) && sentence.in(at + 1, WordClass.THESES)) {
      return at + 2;
    }
    if (pack.option(Option.NO_CAPITALS)
        && (sentence.in(at, WordClass.FINITES) || sentence.in(at, WordClass.RELATIVES))) {
      return clauseEnd(at);
    }
    int over = subjects.over(at);
    return over == at && pack.option(Option.NOUN_CAPITALS) ? overDative(at) : over;
  }

  /** {@code der Süddeutschen Zeitung|, sie könne}: somebody spoken to. */
  private int overDative(int at) {
    boolean dative = sentence.folded(at).equals("der") || sentence.capital(at);
    NounPhrase group = dative ? groups.after(at) : null;
    return group != null && sentence.comma(group.to()) ? group.to() : at;
  }

  /** {@code مسؤول |طلب عدم ذكر اسمه| إن}: to the conjunction behind a relative clause. */
  private int clauseEnd(int from) {
    for (int at = from; at < from + 10 && sentence.word(at); at++) {
      if (complementiser(at)) {
        return at;
      }
    }
    return from;
  }

  /** {@code dijo, sin embargo, que}, {@code said Roe, the chair, that}. */
  private int insertion(int comma) {
    for (int at = comma + 1; at < comma + 12 && sentence.has(at); at++) {
      if (sentence.comma(at)) {
        boolean opens = complementiser(at + 1) || sentence.quote(at + 1);
        return opens || pack.option(Option.BARE_CLAUSE) ? at : comma;
      }
      if (sentence.is(at, Piece.Kind.COLON)) {
        return at;
      }
      if (sentence.quote(at)) {
        return comma;
      }
    }
    return comma;
  }
}
