package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the {@link Attribution}s of a sentence in order. */
final class AttributionFinder {
  private static final Verb SOURCE = new Verb(EnumSet.noneOf(Frame.class), false);
  private static final int QUOTE_REACH = 24;
  private static final int LONGEST_LABEL = 4;

  private final Sentence sentence;
  private final LanguagePack pack;
  private final NounPhrases phrases;
  private final Subjects subjects;
  private final Complements complements;
  private final NounCues nouns;
  private final boolean titleCase;
  private final List<Attribution> found = new ArrayList<>();

  private AttributionFinder(Sentence sentence, LanguagePack pack) {
    this.sentence = sentence;
    this.pack = pack;
    this.phrases = new NounPhrases(sentence, pack);
    this.subjects = new Subjects(sentence, pack, phrases);
    this.complements = new Complements(sentence, pack, phrases);
    this.nouns = new NounCues(sentence, phrases);
    this.titleCase = sentence.titleCase();
  }

  static List<Attribution> find(Sentence sentence, LanguagePack pack) {
    if (pack.option(Option.UNSPACED)) {
      return UnspacedFinder.find(sentence, pack);
    }
    AttributionFinder finder = new AttributionFinder(sentence, pack);
    for (int at = 0; at < sentence.size(); at++) {
      finder.at(at);
    }
    return finder.found;
  }

  private boolean covered(int at) {
    Attribution last = found.isEmpty() ? null : found.get(found.size() - 1);
    return last != null && last.rule().equals("behind") && at < last.to();
  }

  /** {@code said in a statement that}: the noun stands between a verb and what it introduces. */
  private boolean introduced(int at) {
    return !found.isEmpty() && at < found.get(found.size() - 1).to();
  }

  private void at(int at) {
    if (covered(at)) {
      return;
    }
    if (sentence.is(at, Piece.Kind.COLON) && sentence.quote(at + 1)) {
      label(at);
    }
    if (!sentence.word(at)) {
      return;
    }
    int source = sourceEnd(at);
    if (source > 0) {
      source(at, source);
      return;
    }
    if (quoteBefore(at) && behindQuote(at)) {
      return;
    }
    Attribution noun = introduced(at) ? null : nouns.at(at);
    if (noun != null) {
      found.add(noun);
      return;
    }
    Verb verb = sentence.verb(at);
    if (verb != null && reports(at)) {
      add(verb.participle() ? participle(at, verb) : finite(at, verb));
    }
  }

  /** {@code Ann Roe: “We stay.”}, at the start or behind a dash. */
  private void label(int colon) {
    int from = colon;
    while (sentence.capital(from - 1) && !sentence.function(from - 1)) {
      from--;
    }
    if (from < colon && colon - from <= LONGEST_LABEL && sentence.mark(from - 1)) {
      NounPhrase who = new NounPhrase(from, colon);
      found.add(
          new Attribution(
              Attribution.Shape.LEADING,
              colon,
              colon + 1,
              from,
              colon + 1,
              who,
              SOURCE,
              false,
              "label"));
    }
  }

  private void add(@Nullable Attribution attribution) {
    if (attribution != null) {
      found.add(attribution);
    }
  }

  /** {@code „…“, so Roth} and {@code „…“, hatte Roth gestern erklärt}. */
  private boolean behindQuote(int at) {
    boolean source = sentence.in(at, WordClass.QUOTE_SOURCES);
    boolean bracket = pack.option(Option.VERB_BRACKET) && sentence.in(at, WordClass.AUXILIARIES);
    NounPhrase who = source || bracket ? subjects.right(at + 1) : null;
    int cue = who == null ? -1 : source ? at : verbBehind(who.to());
    if (who == null || cue < 0) {
      return false;
    }
    int to = regionEnd(who.to());
    found.add(
        new Attribution(
            Attribution.Shape.TRAILING, cue, cue + 1, at, to, who, SOURCE, false, "behind"));
    return true;
  }

  private int verbBehind(int from) {
    int at = from;
    while (sentence.word(at) && sentence.verb(at) == null) {
      at++;
    }
    return sentence.word(at) ? at : -1;
  }

  private int sourceEnd(int at) {
    for (List<String> phrase : pack.sources(sentence.folded(at))) {
      int i = 0;
      while (i < phrase.size() && phrase.get(i).equals(sentence.folded(at + i))) {
        i++;
      }
      if (i == phrase.size()) {
        return at + i;
      }
    }
    return 0;
  }

  private void source(int at, int end) {
    NounPhrase phrase = phrases.after(end);
    if (phrase == null) {
      return;
    }
    NounPhrase who = subjects.withName(phrase);
    int to = regionEnd(who.to());
    boolean first = at == 0 || (sentence.mark(at - 1) && wordsBefore(at) < 2);
    Attribution.Shape behind = goesOn(to) ? Attribution.Shape.INSIDE : Attribution.Shape.TRAILING;
    Attribution.Shape shape = first ? Attribution.Shape.LEADING : behind;
    int content = !first ? to : sentence.comma(to) ? behindApposition(to) : who.to();
    if (first && content >= sentence.size()) {
      return;
    }
    found.add(new Attribution(shape, at, end, at, content, who, SOURCE, false, "according-to"));
  }

  /** According to Roe, a lawyer, |the … : over the apposition if another comma follows soon. */
  private int behindApposition(int comma) {
    if (!phrases.determiner(comma + 1)) {
      return comma + 1;
    }
    NounPhrase next = phrases.after(comma + 1);
    return next != null && sentence.comma(next.to()) ? next.to() + 1 : comma + 1;
  }

  private int wordsBefore(int at) {
    int words = 0;
    for (int i = 0; i < at; i++) {
      words += sentence.word(i) || sentence.quote(i) ? 1 : 0;
    }
    return words;
  }

  /** Whether the verb is used as one: not negated, passive, an infinitive or part of a name. */
  private boolean reports(int at) {
    if (sentence.capital(at) && at > 0 && !titleCase && sentence.word(at - 1)) {
      return false;
    }
    int before = at - 1;
    while (sentence.in(before, WordClass.ADVERBS) && !sentence.in(before, WordClass.NEGATIONS)) {
      before--;
    }
    boolean participle = sentence.folded(at).endsWith("ing");
    Verb verb = sentence.verb(at);
    if (verb != null && verb.takes(Frame.STATE)) {
      return sentence.in(before, WordClass.PASSIVES);
    }
    boolean noun = sentence.in(at, WordClass.NOUNS) && bareNoun(at - 1);
    boolean modal =
        sentence.in(before, WordClass.FINITES)
            && !sentence.in(before, WordClass.AUXILIARIES)
            && !sentence.in(before, WordClass.PASSIVES);
    return !sentence.in(before, WordClass.NEGATIONS)
        && !sentence.in(before - 1, WordClass.NEGATIONS)
        && !modal
        && !noun
        && (participle || !sentence.in(before, WordClass.PASSIVES));
  }

  /** {@code jobless} claims: in small letters, no title, nothing before it that makes a phrase. */
  private boolean bareNoun(int at) {
    boolean small = sentence.word(at) && !sentence.capital(at) && phrases.nominal(at);
    boolean bare = sentence.mark(at - 1) || sentence.in(at - 1, WordClass.PREPOSITIONS);
    return small && bare && !sentence.in(at, WordClass.TITLES);
  }

  private @Nullable Attribution participle(int at, Verb verb) {
    if (sentence.in(at - 1, WordClass.PASSIVES)) {
      return finite(at, verb);
    }
    if (quotedAs(at)) {
      int group = subjects.groupStart(at - 3);
      return leading(at, verb, subjects.left(group), group, "quoted-as-saying");
    }
    boolean free =
        sentence.mark(at - 1)
            || sentence.in(at - 1, WordClass.CONJUNCTIONS)
            || sentence.in(at - 1, WordClass.UTTERANCES)
            || sentence.in(at - 1, WordClass.PREPOSITIONS)
            || sentence.in(at - 1, WordClass.ADVERBS);
    if (free) {
      return leading(at, verb, null, at, "participle");
    }
    Attribution behind = leading(at, verb, phrases.before(at), at, "participle");
    boolean clause = verb.clausal() && !behind.object() && behind.subject() != null;
    return clause && behind.shape() == Attribution.Shape.LEADING ? behind : null;
  }

  private boolean quotedAs(int at) {
    return sentence.folded(at - 1).equals("as")
        && sentence.folded(at - 2).equals("quoted")
        && sentence.in(at - 3, WordClass.PASSIVES);
  }

  private @Nullable Attribution finite(int at, Verb verb) {
    int group = subjects.groupStart(at);
    if (sentence.in(group - 1, WordClass.PASSIVES)) {
      group = subjects.groupStart(group - 1);
    }
    if (sentence.folded(group - 1).equals("to") && verb.clausal()) {
      Attribution purpose = leading(at, verb, null, group, "infinitive");
      return purpose.object() ? null : purpose;
    }
    Attribution inverted = group == at || auxiliaries(group, at) ? inverted(at, group, verb) : null;
    if (inverted != null) {
      return inverted;
    }
    Attribution dropped = pack.option(Option.PRO_DROP) ? dropped(at, group, verb) : null;
    if (dropped != null) {
      return dropped;
    }
    boolean front = group == 0 || pack.option(Option.NO_CAPITALS) || subjects.left(group) == null;
    Attribution first = front && pack.option(Option.VERB_FIRST) ? verbFirst(at, group, verb) : null;
    if (first != null) {
      return first;
    }
    if (sentence.in(group - 1, WordClass.CONJUNCTIONS) || group == 0) {
      return group == 0 ? opening(at, verb) : leading(at, verb, null, group, "coordinated");
    }
    NounPhrase subject = subjects.left(group);
    if (subject != null && sentence.word(group - 1) && sentence.piece(group - 1).possessive()) {
      return null;
    }
    return subject == null
        ? farSubject(at, verb, group)
        : withLeftSubject(at, verb, subject, group);
  }

  /**
   * Too much stands between: the subject of the sentence, if this is its first verb that reports.
   */
  private @Nullable Attribution farSubject(int at, Verb verb, int group) {
    NounPhrase main = found.isEmpty() ? subjects.main(group) : null;
    if (main == null || parted(main.to(), group)) {
      return null;
    }
    Attribution far = leading(at, verb, main, main.from(), "far");
    return far.object() || far.shape() == Attribution.Shape.MUTE ? null : far;
  }

  /** Another clause begins between a phrase and a verb. */
  private boolean parted(int from, int to) {
    for (int at = from; at < to; at++) {
      boolean opens =
          sentence.in(at, WordClass.SUBORDINATORS)
              || sentence.in(at, WordClass.CONJUNCTIONS)
              || sentence.in(at, WordClass.FINITES);
      if (opens || sentence.quote(at)) {
        return true;
      }
    }
    return false;
  }

  /** {@code Said one official: “…”}. */
  private @Nullable Attribution opening(int at, Verb verb) {
    NounPhrase who = verb.clausal() ? subjects.right(at + 1) : null;
    int mark = who == null ? 0 : regionEnd(who.to());
    boolean quote = who != null && sentence.mark(mark) && sentence.quote(mark + 1);
    return quote
        ? new Attribution(
            Attribution.Shape.LEADING, at, at + 1, at, mark + 1, who, verb, false, "inverted")
        : null;
  }

  private boolean auxiliaries(int from, int to) {
    for (int at = from; at < to; at++) {
      if (!sentence.in(at, WordClass.AUXILIARIES)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Attribution inverted(int at, int group, Verb verb) {
    if (verb.takes(Frame.OBJ) || (!verb.clausal() && !quoteBefore(group))) {
      return null;
    }
    NounPhrase right = subjects.right(overTimes(at + 1));
    boolean behindMark =
        sentence.comma(group - 1)
            || sentence.quote(group - 1)
            || sentence.is(group - 1, Piece.Kind.DASH);
    boolean free = quoteBefore(group) || (right != null && subjects.left(group) == null);
    if (right == null || !behindMark || !free) {
      return null;
    }
    int to = regionEnd(right.to());
    return new Attribution(
        Attribution.Shape.TRAILING, at, at + 1, group, to, right, verb, false, "inverted");
  }

  /** {@code a déclaré mardi |la ministre}. */
  private int overTimes(int from) {
    int at = from;
    while (sentence.in(at, WordClass.TIMES)) {
      at++;
    }
    return at;
  }

  /** {@code «…», dijo.}: the verb alone says that the same person speaks on. */
  private @Nullable Attribution dropped(int at, int group, Verb verb) {
    boolean alone = quoteBefore(group) && verb.clausal() && sentence.mark(at + 1);
    return alone
        ? new Attribution(
            Attribution.Shape.TRAILING, at, at + 1, group, at + 1, null, verb, false, "pro-drop")
        : null;
  }

  /** Languages that put the verb second or first: {@code Am Montag sagte Roe, …}. */
  private @Nullable Attribution verbFirst(int at, int group, Verb verb) {
    NounPhrase right = subjects.right(at + 1);
    int content =
        right == null || !verb.clausal() ? Complements.NONE : complements.of(right.to(), verb);
    if (right == null || content < 0) {
      return null;
    }
    return new Attribution(
        Attribution.Shape.LEADING, at, at + 1, group, content, right, verb, false, "verb-first");
  }

  private boolean quoteBefore(int at) {
    boolean mark = sentence.comma(at - 1) || sentence.is(at - 1, Piece.Kind.DASH);
    return sentence.quote(at - 1) || (mark && sentence.quote(at - 2));
  }

  private @Nullable Attribution withLeftSubject(int at, Verb verb, NounPhrase subject, int group) {
    int from = subject.from();
    boolean relative = sentence.in(group - 1, WordClass.RELATIVES);
    if (subjects.nobody(subject)) {
      return new Attribution(
          Attribution.Shape.MUTE, at, at + 1, from, at + 1, null, verb, false, "mute");
    }
    int content = content(at + 1, verb);
    if (!relative && quoteBefore(from) && (content == Complements.NONE || fullQuote(from))) {
      return trailing(at, verb, subject, from);
    }
    if (content != Complements.NONE) {
      return new Attribution(
          Attribution.Shape.LEADING,
          at,
          at + 1,
          relative ? group - 1 : from,
          content,
          subject,
          verb,
          object(at + 1, content, verb),
          relative ? "relative" : "leading");
    }
    if (sentence.folded(from - 1).equals("as") && wordsBefore(from) < 2 && sentence.comma(at + 1)) {
      return new Attribution(
          Attribution.Shape.LEADING, at, at + 1, from, at + 2, subject, verb, false, "as");
    }
    boolean behindComma = sentence.comma(from - 1) || sentence.is(from - 1, Piece.Kind.DASH);
    return behindComma && verb.takes(Frame.ZERO) && !relative && !objectAt(at + 1, verb)
        ? trailing(at, verb, subject, from)
        : new Attribution(
            Attribution.Shape.MUTE, at, at + 1, from, at + 1, subject, verb, false, "mute");
  }

  /** The quotation before {@code at} opens the sentence or is a clause of some length. */
  private boolean fullQuote(int at) {
    int quote = sentence.quote(at - 1) ? at - 1 : at - 2;
    return wordsBefore(quote) == 0 || sentence.piece(quote).words() > 5;
  }

  private int content(int from, Verb verb) {
    boolean wishes = verb.takes(Frame.FOR) || verb.takes(Frame.TO) || verb.takes(Frame.OBJTO);
    int clause = verb.clausal() || wishes ? clausal(from, verb) : Complements.NONE;
    if (clause != Complements.NONE) {
      return clause;
    }
    boolean quote = verb.takes(Frame.QUOTE) && quoteAhead(from);
    return quote ? from : complements.object(from, verb);
  }

  /** Whether the content found there is a thing and no clause. */
  private boolean object(int from, int content, Verb verb) {
    boolean wishes = verb.takes(Frame.FOR) || verb.takes(Frame.TO) || verb.takes(Frame.OBJTO);
    boolean clause = (verb.clausal() || wishes) && complements.of(from, verb) != Complements.NONE;
    return content >= 0 && !clause && complements.object(from, verb) == content;
  }

  private int clausal(int from, Verb verb) {
    int content = complements.of(from, verb);
    return content < 0 && quoteAhead(from) && !sentence.mark(from) ? from : content;
  }

  /** A quotation follows before the clause ends. */
  private boolean quoteAhead(int from) {
    for (int at = from; at < sentence.size() && at < from + QUOTE_REACH; at++) {
      if (sentence.quote(at)) {
        return true;
      }
      if (endsClause(at)) {
        return false;
      }
    }
    return false;
  }

  /** What follows is an object: then nothing before the verb was said. */
  private boolean objectAt(int at, Verb verb) {
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

  private Attribution trailing(int at, Verb verb, NounPhrase subject, int from) {
    int to = regionEnd(at + 1);
    Attribution.Shape shape =
        !quoteBefore(from) && goesOn(to) ? Attribution.Shape.INSIDE : Attribution.Shape.TRAILING;
    return new Attribution(shape, at, at + 1, from, to, subject, verb, false, "trailing");
  }

  /** Behind the comma the reported clause goes on, rather than a remark of the reporter. */
  private boolean goesOn(int to) {
    String next = sentence.folded(to + 1);
    Verb verb = sentence.verb(to + 1);
    return sentence.comma(to)
        && sentence.size() - to > 4
        && !(verb != null && verb.participle())
        && !next.endsWith("ing")
        && !sentence.in(to + 1, WordClass.CONJUNCTIONS)
        && !sentence.in(to + 1, WordClass.RELATIVES)
        && !sentence.in(to + 1, WordClass.SUBORDINATORS)
        && !sentence.quote(to + 1)
        && wordsBefore(to) < 24;
  }

  private int regionEnd(int from) {
    int at = from;
    while (sentence.word(at) || (sentence.is(at, Piece.Kind.STOP) && sentence.word(at + 1))) {
      at++;
    }
    return at;
  }

  private Attribution leading(
      int at, Verb verb, @Nullable NounPhrase subject, int from, String rule) {
    int content = content(at + 1, verb);
    Attribution.Shape shape = content < 0 ? Attribution.Shape.MUTE : Attribution.Shape.LEADING;
    return new Attribution(
        shape,
        at,
        at + 1,
        from,
        content < 0 ? at + 1 : content,
        subject,
        verb,
        object(at + 1, content, verb),
        rule);
  }
}
