package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;

/**
 * Finds the subject of a cue in languages read by frames: right of it ({@code sagte am Montag der
 * Sprecher}) or left of it over all that may stand between ({@code Roth, die Vorsitzende, sagte}).
 */
final class FrameSubjects {
  private static final int REACH = 40;

  private final Sentence sentence;
  private final LanguagePack pack;
  private final NominalGroups groups;

  /** First piece behind a verb in second place, where a subject may begin. */
  private int opened = -1;

  FrameSubjects(Sentence sentence, LanguagePack pack, NominalGroups groups) {
    this.sentence = sentence;
    this.pack = pack;
    this.groups = groups;
  }

  /** The subject behind the cue, over times, places and addressees. */
  @Nullable NounPhrase right(int cueTo) {
    int at = cueTo;
    while (at - cueTo < REACH) {
      int next = over(at);
      if (next == at) {
        break;
      }
      at = next;
    }
    if (sentence.word(at) && groups.complementiser(at) && !groups.pronoun(at)) {
      return null;
    }
    NounPhrase found = groups.after(at);
    return found == null ? null : pack.option(Option.NO_CAPITALS) ? titled(found) : withName(found);
  }

  /** Behind a titled name something else begins: {@code النائب ياسر حسن |المشروع}. */
  private NounPhrase titled(NounPhrase found) {
    NounPhrase name = new TitledNames(sentence, pack).name(found);
    boolean place = sentence.in(found.from(), WordClass.PLACES);
    NounPhrase whole = place ? new NounPhrase(found.from(), found.from() + 1) : found;
    return name == null ? whole : new NounPhrase(found.from(), name.to());
  }

  /** Over an adverb, a time, a place, somebody spoken to. */
  int over(int at) {
    String word = sentence.folded(at);
    if (groups.time(at)) {
      return groups.determiner(at) ? at + 2 : at + 1;
    }
    if (pack.in(WordClass.ADVERBS, word)
        || (pack.adverb(word) && !sentence.capital(at))
        || pack.in(WordClass.REFLEXIVES, word)) {
      return at + 1;
    }
    if (pack.in(WordClass.VERB_PARTICLES, word) && !sentence.word(at + 1)) {
      return at + 1;
    }
    if (groups.preposition(at)) {
      return groups.overPreposition(at);
    }
    return groups.overOblique(at);
  }

  /** The name in commas behind a description: {@code le préfet de Tarn, |Paul Garnier|}. */
  NounPhrase withName(NounPhrase described) {
    int from = described.to() + 1;
    if (!sentence.comma(described.to()) || groups.named(described.from(), described.to())) {
      return described;
    }
    while (groups.determiner(from)
        || (sentence.in(from, WordClass.TITLES) && !sentence.capital(from))) {
      from++;
    }
    int to = from;
    while (sentence.capital(to) || (to > from && particle(to))) {
      to++;
    }
    boolean ends = sentence.mark(to) || groups.preposition(to) || !sentence.has(to);
    boolean role = roled(described);
    return role && ends && to - from >= 2 && to - from <= 4 && groups.named(from, to)
        ? new NounPhrase(from, to)
        : described;
  }

  private boolean particle(int at) {
    return sentence.in(at, WordClass.PARTICLES) && (sentence.capital(at + 1) || particle(at + 1));
  }

  private boolean roled(NounPhrase phrase) {
    boolean role = groups.determiner(phrase.from());
    for (int at = phrase.from(); at < phrase.to() && !role; at++) {
      role = sentence.in(at, WordClass.TITLES);
    }
    return role;
  }

  /** The subject that ends where the verb group begins. */
  @Nullable NounPhrase left(int end) {
    int start = clauseStart(end);
    NounPhrase best = null;
    for (int at = start; at < end; at++) {
      NounPhrase found = free(at, start) ? groups.after(at) : null;
      if (found == null) {
        continue;
      }
      found = found.to() > end ? new NounPhrase(found.from(), end) : found;
      if (groups.tail(found.to(), end) == end) {
        best = better(best, withName(found), end);
      }
      at = Math.max(at, found.to() - 1);
    }
    return best;
  }

  /** A name wins over a description, what stands next to the verb over what is further off. */
  private NounPhrase better(@Nullable NounPhrase best, NounPhrase found, int end) {
    if (best == null || found.equals(best)) {
      return found;
    }
    boolean was = name(best);
    boolean is = name(found);
    if (was != is) {
      return is ? found : best;
    }
    boolean adjacent = found.to() == end && !sentence.comma(found.from() - 1);
    return adjacent ? found : best;
  }

  private boolean name(NounPhrase phrase) {
    return groups.named(phrase.from(), phrase.to());
  }

  /** Whether a group may begin here: not behind a preposition, nor inside another group. */
  private boolean free(int at, int start) {
    boolean pronoun = sentence.in(at, WordClass.HE) || sentence.in(at, WordClass.SHE);
    if (at == opened || (pronoun && !groups.preposition(at - 1))) {
      return true;
    }
    String word = sentence.folded(at);
    boolean role = pack.in(WordClass.TITLES, word) && !pack.option(Option.NOUN_CAPITALS);
    boolean opens = at == start || !groups.nominal(at - 1) || groups.determiner(at) || role;
    return opens
        && !groups.preposition(at - 1)
        && !sentence.in(at - 1, WordClass.LINKS)
        && !pack.in(WordClass.OBLIQUES, word)
        && !sentence.in(at - 1, WordClass.OBLIQUES)
        && !(groups.preposition(at - 2) && groups.determiner(at - 1))
        && !(groups.time(at) && !sentence.capital(at + 1));
  }

  private int clauseStart(int end) {
    boolean apposed = sentence.comma(end - 1);
    int at = end;
    while (at > 0 && end - at < REACH && !breaks(at - 1, apposed)) {
      at--;
    }
    return at;
  }

  private boolean breaks(int at, boolean apposed) {
    return (sentence.quote(at) && !groups.titleOfThing(at))
        || sentence.is(at, Piece.Kind.COLON)
        || sentence.is(at, Piece.Kind.DASH)
        || (sentence.in(at, WordClass.COMPLEMENTISERS) && !(apposed && sentence.comma(at - 1)))
        || (!apposed && sentence.in(at, WordClass.CONJUNCTIONS) && !sentence.capital(at + 1))
        || (!apposed && sentence.in(at, WordClass.FINITES) && !sentence.in(at, WordClass.LINKS));
  }

  /** Whom a clause is about: its first group in no other case than a subject's. */
  @Nullable NounPhrase main(int from, int to) {
    NounPhrase first = null;
    for (int at = from; at < to; at++) {
      boolean aside = groups.preposition(at) || sentence.in(at, WordClass.LINKS);
      NounPhrase found = free(at, from) && !aside ? groups.after(at) : null;
      if (aside && !groups.determiner(at)) {
        at = Math.max(at, overOpening(at, from) - 1);
        continue;
      }
      if (found == null || found.to() > to || number(found)) {
        continue;
      }
      NounPhrase named = withName(found);
      if (name(named) || subjectPronoun(found)) {
        return named.to() <= to ? named : found;
      }
      boolean article = groups.determiner(found.from()) && found.from() == from;
      boolean whole = article || sentence.capital(found.from());
      first = first == null && whole ? found : first;
      at = found.to() - 1;
    }
    return first;
  }

  /** {@code Im Kongress |warb| Roth}: behind an opening comes the verb where it comes second. */
  private int overOpening(int at, int from) {
    int next = groups.overPreposition(at);
    boolean verb = at == from && pack.option(Option.VERB_BRACKET) && sentence.word(next);
    boolean lower = verb && !sentence.capital(next) && !groups.determiner(next);
    return lower && groups.nominal(next) ? overVerb(next) : next;
  }

  private int overVerb(int verb) {
    opened = verb + 1;
    return verb + 1;
  }

  private boolean number(NounPhrase phrase) {
    return phrase.to() - phrase.from() == 1 && groups.number(phrase.from());
  }

  private boolean subjectPronoun(NounPhrase phrase) {
    String word = sentence.folded(phrase.from());
    return pack.in(WordClass.HE, word) || pack.in(WordClass.SHE, word);
  }
}
