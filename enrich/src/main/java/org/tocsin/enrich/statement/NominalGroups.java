package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;

/**
 * Noun phrases of the languages read by frames, which put what describes a noun behind it, write
 * nouns with capitals or have no capitals at all: {@code der Sprecher der Polizei}, {@code la
 * ministre de la Santé}. Stands next to {@link NounPhrases}, which reads English.
 */
final class NominalGroups {
  private static final int LONGEST = 16;

  private final Sentence sentence;
  private final LanguagePack pack;
  private final boolean nouns;

  NominalGroups(Sentence sentence, LanguagePack pack) {
    this.sentence = sentence;
    this.pack = pack;
    this.nouns = pack.option(Option.NOUN_CAPITALS);
  }

  boolean pronoun(int at) {
    String word = sentence.folded(at);
    return pack.lexeme(word).pronoun() || pack.in(WordClass.FIRST, word);
  }

  boolean determiner(int at) {
    return sentence.in(at, WordClass.DETERMINERS);
  }

  boolean preposition(int at) {
    return sentence.in(at, WordClass.PREPOSITIONS);
  }

  /** The group that begins here, over genitives and the like; a name ends it. */
  @Nullable NounPhrase after(int from) {
    if (pronoun(from)) {
      return new NounPhrase(from, from + 1);
    }
    int end = core(from);
    if (end == from) {
      return null;
    }
    boolean bare = nouns && !determiner(from) && !sentence.in(from, WordClass.TITLES);
    while (!named(from, end) && end - from < LONGEST) {
      int wider = linked(end, bare);
      if (wider == end) {
        break;
      }
      end = wider;
    }
    return new NounPhrase(from, end);
  }

  private int linked(int end, boolean bare) {
    boolean link = sentence.in(end, WordClass.LINKS) && !(bare && purpose(end));
    boolean genitive = sentence.in(end, WordClass.GENITIVES) && !bare;
    if (!link && !genitive) {
      return end;
    }
    int from = genitive ? end : end + 1;
    int wider = core(from);
    boolean pronoun = link && pronoun(from) && !nouns;
    return pronoun ? from + 1 : wider == from ? end : wider;
  }

  /** Behind a bare name a purpose belongs to the verb: {@code warb Roth |für den Bau}. */
  private boolean purpose(int at) {
    return sentence.in(at, WordClass.WEAK_SOURCES);
  }

  /** One past the words of one group without what is linked to it; {@code from} if none is. */
  private int core(int from) {
    int at = from;
    while (determiner(at)) {
      at++;
    }
    int first = at;
    boolean capital = false;
    while (at - from < LONGEST) {
      int joined = joined(at, first);
      if (joined == at && (!nominal(at) || (at > first && ends(first, at, capital)))) {
        break;
      }
      capital |= sentence.capital(at);
      at = Math.max(joined, at + 1);
    }
    return at == first || (nouns && !capital) ? from : at;
  }

  /** A determiner, or a small word behind a name or (where nouns have capitals) a noun. */
  private boolean ends(int first, int at, boolean capital) {
    return determiner(at)
        || pack.startsWith("elisions", sentence.folded(at))
        || (lower(at) && ((nouns && capital) || named(first, at)));
  }

  private boolean lower(int at) {
    return sentence.word(at) && !sentence.capital(at) && !sentence.in(at, WordClass.PARTICLES);
  }

  /** Over what stands inside names: {@code Dr. Roe}, {@code von der Leyen}. */
  private int joined(int at, int first) {
    if (at == first) {
      return at;
    }
    if (sentence.is(at, Piece.Kind.STOP)) {
      return sentence.capital(at + 1) && abbreviated(at - 1) ? at + 1 : at;
    }
    int next = at;
    while (sentence.in(next, WordClass.PARTICLES)) {
      next++;
    }
    boolean von = !nouns || !sentence.in(at, WordClass.DETERMINERS);
    boolean bound = pack.option(Option.NO_CAPITALS) ? nominal(next) : sentence.capital(next);
    return bound && von && (sentence.capital(at - 1) || !nouns) ? next : at;
  }

  private boolean abbreviated(int at) {
    String word = sentence.folded(at);
    return word.length() == 1 || pack.in(WordClass.ABBREVIATIONS, word);
  }

  /** Whether the word there may be part of a group. */
  boolean nominal(int at) {
    if (!sentence.word(at)) {
      return false;
    }
    String word = sentence.folded(at);
    if (pack.in(WordClass.TITLES, word)) {
      return true;
    }
    boolean name = sentence.capital(at) && at > 0;
    boolean time =
        pack.option(Option.LOWER_TIMES) && pack.in(WordClass.TIMES, word) && !properly(at);
    return !pack.lexeme(word).function()
        && !time
        && !(pack.adverb(word) && !name)
        && !complementiser(at)
        && !pack.in(WordClass.REFLEXIVES, word)
        && !pack.in(WordClass.AUXILIARIES, word)
        && !pack.in(WordClass.PASSIVES, word)
        && !pack.in(WordClass.LINKS, word)
        && !(preposition(at) && !name)
        && !pack.in(WordClass.OBLIQUES, word)
        && !pack.in(WordClass.ADDRESSEES, word)
        && (name || pack.lexeme(word).verb() == null);
  }

  /** A conjunction that opens what is said; Arabic names with a long vowel are none. */
  boolean complementiser(int at) {
    return sentence.in(at, WordClass.COMPLEMENTISERS)
        && sentence.piece(at).text().charAt(0) != '\u0622';
  }

  /** Whether a full name ends the words: two capitals in a row, titles aside. */
  boolean named(int from, int end) {
    int at = end;
    int words = 0;
    while (at > from && (sentence.capital(at - 1) || particle(at - 1))) {
      at--;
      String word = sentence.folded(at);
      boolean other =
          pack.in(WordClass.TITLES, word) || determiner(at) || pack.startsWith("elisions", word);
      words += sentence.capital(at) && !other ? 1 : 0;
    }
    boolean body = false;
    for (int i = at; i < end; i++) {
      body |= sentence.in(i, WordClass.BODIES);
    }
    return words >= 2 && !body;
  }

  private boolean particle(int at) {
    boolean article = nouns && determiner(at) && !sentence.in(at - 1, WordClass.PARTICLES);
    return sentence.in(at, WordClass.PARTICLES) && !article;
  }

  /**
   * Over whatever may stand behind a subject and before its verb: parentheses, {@code vom Institut
   * für Physik}, appositions in commas.
   */
  int tail(int from, int limit) {
    int at = from;
    int steps = 0;
    while (at < limit && steps++ < 6) {
      int next = step(at, limit);
      if (next == at) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private int step(int at, int limit) {
    if (sentence.is(at, Piece.Kind.OPEN)) {
      return overParenthesis(at, limit);
    }
    if (preposition(at) || sentence.in(at, WordClass.LINKS)) {
      return overPreposition(at);
    }
    if (time(at)) {
      return at + 1;
    }
    if (titleOfThing(at)) {
      return at + 1;
    }
    return sentence.comma(at) ? overCommas(at, limit) : at;
  }

  private int overParenthesis(int open, int limit) {
    for (int at = open + 1; at < limit; at++) {
      if (sentence.is(at, Piece.Kind.CLOSE)) {
        return at + 1;
      }
    }
    return open;
  }

  /** To the comma that closes what this one opens, if no quotation or colon stands between. */
  private int overCommas(int comma, int limit) {
    for (int at = comma + 1; at < limit; at++) {
      if (sentence.comma(at)) {
        return at + 1 == limit ? limit : closes(at, limit);
      }
      boolean speech = sentence.quote(at) && !titleOfThing(at);
      if (speech || sentence.is(at, Piece.Kind.COLON)) {
        return comma;
      }
    }
    return comma;
  }

  /** A few quoted words right behind a word: {@code der Verein „Rettet die Wale“}. */
  boolean titleOfThing(int at) {
    return sentence.quote(at)
        && sentence.word(at - 1)
        && sentence.piece(at).words() < 6
        && ".!?,".indexOf(lastOf(sentence.piece(at).text())) < 0;
  }

  private static char lastOf(String text) {
    return text.charAt(text.length() - 1);
  }

  private int closes(int comma, int limit) {
    int last = limit - 1;
    return sentence.comma(last) && last - comma < LONGEST ? limit : comma + 1;
  }

  /** Over a preposition and what it governs. */
  int overPreposition(int at) {
    int from = at + 1;
    if (sentence.in(from, WordClass.ADDRESSEES)) {
      return overOblique(from);
    }
    while (time(from) || number(from)) {
      from++;
    }
    if (from > at + 1 && !(sentence.in(from, WordClass.GENITIVES) && oblique(from))) {
      return from;
    }
    NounPhrase governed = governed(from);
    if (governed == null) {
      boolean name = namesThing(at, from);
      return name ? from + 1 : from;
    }
    return sentence.quote(governed.to()) && sentence.piece(governed.to()).words() < 5
        ? governed.to() + 1
        : governed.to();
  }

  /** {@code in „Welt“}: a few quoted words behind a preposition that marks no judgement. */
  private boolean namesThing(int preposition, int quote) {
    boolean judges = sentence.in(preposition, WordClass.MARKERS);
    return titleOfThing(quote) && sentence.piece(quote).words() < 5 && !judges;
  }

  private boolean oblique(int at) {
    return sentence.in(at, WordClass.OBLIQUES);
  }

  private @Nullable NounPhrase governed(int from) {
    int at = from;
    while (sentence.in(at, WordClass.OBLIQUES)) {
      at++;
    }
    NounPhrase found = after(at);
    return found == null ? null : new NounPhrase(from, found.to());
  }

  /** A group in a case that no subject has: {@code den Eltern}; its end, or {@code at}. */
  int overOblique(int at) {
    if (sentence.in(at, WordClass.ADDRESSEES)) {
      NounPhrase more = pack.option(Option.NO_CAPITALS) ? after(at + 1) : null;
      if (more != null) {
        return more.to();
      }
      return sentence.quote(at + 1) && sentence.piece(at + 1).words() < 5 ? at + 2 : at + 1;
    }
    if (!sentence.in(at, WordClass.OBLIQUES)) {
      return at;
    }
    NounPhrase found = governed(at);
    return found == null ? at + 1 : found.to();
  }

  boolean time(int at) {
    return (sentence.in(at, WordClass.TIMES) && !properly(at))
        || (determiner(at) && sentence.in(at + 1, WordClass.TIMES))
        || (number(at) && sentence.in(at + 1, WordClass.TIMES))
        || (number(at) && sentence.in(at - 1, WordClass.TIMES));
  }

  /** {@code Julio Ramos} where months have small letters: a capital makes it a name. */
  private boolean properly(int at) {
    return pack.option(Option.LOWER_TIMES)
        && sentence.capital(at)
        && (at > 0 || sentence.capital(at + 1));
  }

  boolean number(int at) {
    return sentence.word(at) && Character.isDigit(sentence.piece(at).text().charAt(0));
  }
}
