package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;

/**
 * Finds the attribution that a reporting verb makes: its subject, and where what is said stands.
 */
final class VerbCues {
  private final Sentence sentence;
  private final LanguagePack pack;
  private final NounPhrases phrases;
  private final Subjects subjects;
  private final ContentStarts contents;
  private final Surroundings around;

  VerbCues(Sentence sentence, LanguagePack pack, NounPhrases phrases, Subjects subjects) {
    this.sentence = sentence;
    this.pack = pack;
    this.phrases = phrases;
    this.subjects = subjects;
    this.contents = new ContentStarts(sentence, pack, phrases);
    this.around = new Surroundings(sentence);
  }

  /** The attribution of the verb there; {@code sole} where the sentence has none before. */
  @Nullable Attribution at(int at, Verb verb, boolean sole) {
    Attribution found = verb.participle() ? participle(at, verb, sole) : finite(at, verb, sole);
    int denial = at - 1;
    return found != null && denied(denial, verb) ? found.withCueFrom(denialFrom(denial)) : found;
  }

  private boolean denied(int at, Verb verb) {
    return verb.takes(Frame.NEG) && sentence.in(at, WordClass.DENIALS);
  }

  /** {@code |does not} think: the cue tells that it is denied. */
  private int denialFrom(int denial) {
    return sentence.in(denial - 1, WordClass.AUXILIARIES) ? denial - 1 : denial;
  }

  private @Nullable Attribution participle(int at, Verb verb, boolean sole) {
    if (sentence.in(at - 1, WordClass.PASSIVES)) {
      return finite(at, verb, sole);
    }
    if (quotedAs(at)) {
      int group = subjects.groupStart(at - 3);
      return leading(at, verb, subjects.left(group), group, "quoted-as-saying");
    }
    NounPhrase cited = cited(at);
    if (cited != null) {
      return leading(at, verb, cited, cited.from(), "quoted-as-saying");
    }
    if (sentence.in(at - 1, WordClass.WITHOUT)) {
      return null;
    }
    boolean free =
        sentence.mark(at - 1)
            || sentence.quote(at - 1)
            || sentence.in(at - 1, WordClass.SUBORDINATORS)
            || sentence.in(at - 1, WordClass.CONJUNCTIONS)
            || sentence.in(behindTimes(at) - 1, WordClass.UTTERANCES)
            || sentence.in(at - 1, WordClass.PREPOSITIONS)
            || sentence.in(at - 1, WordClass.ADVERBS);
    if (free) {
      return leading(at, verb, null, at, "participle");
    }
    if (sentence.in(at + 1, WordClass.COMPLEMENTISERS) && acts(at + 2)) {
      return null;
    }
    NounPhrase before = phrases.before(at);
    Attribution behind =
        leading(at, verb, before != null && phrases.bare(before) ? null : before, at, "participle");
    boolean told = verb.takes(Frame.STANCE) || (verb.clausal() && !behind.object());
    boolean whole = behind.subject() != null && behind.shape() == Attribution.Shape.LEADING;
    return told && whole ? behind : null;
  }

  /** {@code a ruling that |favoured| the mill}: a relative clause. */
  private boolean acts(int at) {
    return sentence.in(at, WordClass.FINITES)
        || (!sentence.capital(at) && (sentence.endsInEd(at) || sentence.in(at, WordClass.PASTS)));
  }

  /** {@code a letter this week |urging}. */
  private int behindTimes(int from) {
    int at = from;
    while (sentence.in(at - 1, WordClass.TIMES)) {
      at--;
    }
    return at;
  }

  /** {@code The paper quoted |Roe| as saying}: who is quoted speaks. */
  private @Nullable NounPhrase cited(int at) {
    NounPhrase who = sentence.as(at - 1) ? phrases.before(at - 1) : null;
    boolean quoted = who != null && sentence.folded(who.from() - 1).startsWith("quot");
    return quoted ? who : null;
  }

  private boolean quotedAs(int at) {
    return sentence.as(at - 1)
        && sentence.folded(at - 2).equals("quoted")
        && sentence.in(at - 3, WordClass.PASSIVES);
  }

  private @Nullable Attribution finite(int at, Verb verb, boolean sole) {
    int group = subjects.groupStart(at);
    if (denied(group - 1, verb)) {
      group = subjects.groupStart(group - 1);
    }
    if (verb.takes(Frame.WOULD)) {
      group = subjects.groupStart(group - 1);
    }
    int made =
        verb.takes(Frame.MADE) && sentence.in(group - 1, WordClass.IT) ? group - 2 : group - 1;
    if (sentence.in(group - 1, WordClass.PASSIVES) || sentence.in(made, WordClass.MAKERS)) {
      group = subjects.groupStart(made);
    }
    if (sentence.to(group - 1)) {
      Attribution purpose = leading(at, verb, null, group, "infinitive");
      boolean goesOn = sentence.in(group - 2, WordClass.ASPECTS);
      return goesOn || (verb.clausal() && !purpose.object()) ? purpose : null;
    }
    Attribution inverted = group == at || auxiliaries(group, at) ? inverted(at, group, verb) : null;
    if (inverted != null) {
      return inverted;
    }
    Attribution dropped = pack.option(Option.PRO_DROP) ? dropped(at, group, verb) : null;
    if (dropped != null) {
      return dropped;
    }
    boolean front =
        pack.option(Option.VERB_FIRST)
            && (group == 0 || pack.option(Option.NO_CAPITALS) || subjects.left(group) == null);
    Attribution first = front ? verbFirst(at, group, verb) : null;
    if (first != null) {
      return first;
    }
    if (sentence.in(group - 1, WordClass.CONJUNCTIONS) || group == 0) {
      return group == 0 ? opening(at, verb) : leading(at, verb, null, group, "coordinated");
    }
    NounPhrase main = subjects.overRelative(group);
    NounPhrase subject = main == null ? subjects.left(group) : main;
    if (subject != null
        && sentence.word(group - 1)
        && sentence.piece(group - 1).possessive()
        && !sentence.pronoun(group - 1)) {
      return null;
    }
    return subject == null
        ? farSubject(at, verb, group, sole)
        : withLeftSubject(at, verb, subject, group);
  }

  /**
   * Too much stands between: the subject of the sentence, if this is its first verb that reports;
   * but {@code the league, |dubbed| “Dawn”} is what others call it.
   */
  private @Nullable Attribution farSubject(int at, Verb verb, int group, boolean sole) {
    NounPhrase main = sole ? subjects.main(group) : null;
    boolean apposed = main != null && main.to() == group - 1 && sentence.comma(group - 1);
    if (main == null || apposed || sentence.shouting() || parted(main.to(), group)) {
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
              || (sentence.in(at, WordClass.CONJUNCTIONS)
                  && !sentence.in(at + 1, WordClass.PREPOSITIONS))
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
    int mark = who == null ? 0 : around.regionEnd(who.to());
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
    if (verb.takes(Frame.OBJ) || (!verb.clausal() && !around.quoteBefore(group))) {
      return null;
    }
    boolean behindMark =
        sentence.comma(group - 1)
            || sentence.quote(group - 1)
            || sentence.is(group - 1, Piece.Kind.DASH);
    NounPhrase right = behindMark ? subjects.right(overTimes(at + 1)) : null;
    boolean free =
        around.quoteBefore(group)
            || (right != null
                && !sentence.shouting()
                && (subjects.left(group) == null || closed(right, verb)));
    if (right == null || !free || (!verb.clausal() && !definite(right))) {
      return null;
    }
    int to = around.regionEnd(right.to());
    return new Attribution(
        Attribution.Shape.TRAILING, at, at + 1, group, to, right, verb, false, "inverted");
  }

  /** {@code “…”, urged the bishop}, but {@code the plan “Dawn”, want convoys}. */
  private boolean definite(NounPhrase phrase) {
    return sentence.capital(phrase.to() - 1)
        || phrases.pronoun(phrase.from())
        || sentence.in(phrase.from(), WordClass.DETERMINERS);
  }

  /** {@code , said Roe.}: a name that a mark closes cannot be what is said. */
  private boolean closed(NounPhrase right, Verb verb) {
    boolean name = sentence.capital(right.to() - 1) || phrases.pronoun(right.from());
    return sentence.mark(right.to()) && name && verb.takes(Frame.FREE);
  }

  /** {@code a déclaré mardi |la ministre}, {@code reported on Saturday|,}. */
  private int overTimes(int from) {
    int at = from;
    while (sentence.in(at, WordClass.TIMES)
        || (sentence.in(at, WordClass.PREPOSITIONS) && sentence.in(at + 1, WordClass.TIMES))) {
      at++;
    }
    return at;
  }

  /** {@code «…», dijo.}: the verb alone says that the same person speaks on. */
  private @Nullable Attribution dropped(int at, int group, Verb verb) {
    boolean alone = around.quoteBefore(group) && verb.clausal() && sentence.mark(at + 1);
    return alone
        ? new Attribution(
            Attribution.Shape.TRAILING, at, at + 1, group, at + 1, null, verb, false, "pro-drop")
        : null;
  }

  /** Languages that put the verb second or first: {@code Am Montag sagte Roe, …}. */
  private @Nullable Attribution verbFirst(int at, int group, Verb verb) {
    NounPhrase right = subjects.right(at + 1);
    int content =
        right == null || !verb.clausal() ? Complements.NONE : contents.clause(right.to(), verb);
    if (right == null || content < 0) {
      return null;
    }
    return new Attribution(
        Attribution.Shape.LEADING, at, at + 1, group, content, right, verb, false, "verb-first");
  }

  private @Nullable Attribution withLeftSubject(int at, Verb verb, NounPhrase subject, int group) {
    int from = subject.from();
    boolean relative = sentence.in(group - 1, WordClass.RELATIVES);
    boolean headed =
        from == 0 && sentence.in(from, WordClass.HEADERS) && !sentence.in(from, WordClass.FINDINGS);
    if (phrases.gapped(subject)) {
      return gapped(at, verb, subject);
    }
    if (headed || asked(from) || sentence.in(from - 1, WordClass.CONDITIONS)) {
      return null;
    }
    if (subjects.nobody(subject)) {
      return new Attribution(
          Attribution.Shape.MUTE, at, at + 1, from, at + 1, null, verb, false, "mute");
    }
    int content = content(at, verb, subject);
    if (sentence.folded(from - 1).equals("what") && contents.object(at + 1, content, verb)) {
      return null;
    }
    if (around.quoteBefore(from) && phrases.bare(subject)) {
      return null;
    }
    int described = subjects.describedFrom(subject);
    int before = around.quoteBefore(described) ? described : from;
    if (!relative
        && around.quoteBefore(before)
        && (content == Complements.NONE || fullQuote(before))) {
      return trailing(at, verb, subject, before);
    }
    boolean object = contents.object(at + 1, content, verb);
    if (object && relative && sentence.in(from, WordClass.RELATIVES)) {
      return null;
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
          object,
          relative ? "relative" : "leading");
    }
    if (sentence.as(from - 1)
        && around.wordsBefore(from) < 3
        && sentence.comma(overTimes(at + 1))) {
      int behind = overTimes(at + 1) + 1;
      return new Attribution(
          Attribution.Shape.LEADING, at, at + 1, from, behind, subject, verb, false, "as");
    }
    boolean behindComma = sentence.comma(from - 1) || sentence.is(from - 1, Piece.Kind.DASH);
    return behindComma && verb.takes(Frame.ZERO) && !relative && !contents.objectAt(at + 1, verb)
        ? trailing(at, verb, subject, from)
        : new Attribution(
            Attribution.Shape.MUTE, at, at + 1, from, at + 1, subject, verb, false, "mute");
  }

  /** {@code the mill |that owners say| was sold}; but {@code things that people claim}. */
  private @Nullable Attribution gapped(int at, Verb verb, NounPhrase subject) {
    NounPhrase who = new NounPhrase(subject.from() + 1, subject.to());
    boolean goesOn = verb.takes(Frame.ZERO) && sentence.in(at + 1, WordClass.FINITES);
    return goesOn ? leading(at, verb, who, who.from(), "leading") : null;
  }

  /**
   * {@code Should Roe decide to stay}, {@code Did Roe say that}, {@code How Roe plans to stay},
   * {@code Suing Roe shows that}: nothing is reported.
   */
  private boolean asked(int from) {
    boolean auxiliary = sentence.in(from - 1, WordClass.FINITES);
    boolean manner = from == 1 && sentence.in(0, WordClass.MANNERS);
    boolean gerund = from == 1 && sentence.endsInIng(0) && !sentence.in(0, WordClass.PREPOSITIONS);
    boolean opens =
        from == 1 || sentence.mark(from - 2) || sentence.in(from - 2, WordClass.QUESTIONS);
    return manner || gerund || (auxiliary && opens);
  }

  /** The quotation before {@code at} opens the sentence or is a clause of some length. */
  private boolean fullQuote(int at) {
    int quote = sentence.quote(at - 1) ? at - 1 : at - 2;
    return around.wordsBefore(quote) == 0 || sentence.piece(quote).words() > 5;
  }

  private Attribution trailing(int at, Verb verb, NounPhrase subject, int from) {
    int to = around.regionEnd(at + 1);
    Attribution.Shape shape =
        !around.quoteBefore(from) && around.goesOn(to)
            ? Attribution.Shape.INSIDE
            : Attribution.Shape.TRAILING;
    return new Attribution(shape, at, at + 1, from, to, subject, verb, false, "trailing");
  }

  /** Where what is said begins; nowhere where people showed things. */
  private int content(int at, Verb verb, @Nullable NounPhrase subject) {
    int content = contents.content(at + 1, verb);
    boolean shown = verb.takes(Frame.THING) && contents.object(at + 1, content, verb);
    return shown && !phrases.thing(subject) ? Complements.NONE : content;
  }

  private Attribution leading(
      int at, Verb verb, @Nullable NounPhrase subject, int from, String rule) {
    int content = content(at, verb, subject);
    Attribution.Shape shape = content < 0 ? Attribution.Shape.MUTE : Attribution.Shape.LEADING;
    return new Attribution(
        shape,
        at,
        at + 1,
        from,
        content < 0 ? at + 1 : content,
        subject,
        verb,
        contents.object(at + 1, content, verb),
        rule);
  }
}
