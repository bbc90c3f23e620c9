package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the {@link Attribution}s of a sentence in languages other than English by frames: where the
 * cue stands to a quotation or clause and on which side its subject is. {@code «…», a déclaré hier
 * la ministre}: behind a quotation the subject is to the right.
 */
final class FrameFinder {
  private static final Verb UNKNOWN = new Verb(EnumSet.of(Frame.THAT), false);
  private static final int FEWEST_WORDS = 3;

  private final Sentence sentence;
  private final LanguagePack pack;
  private final NominalGroups groups;
  private final FrameSubjects subjects;
  private final Introductions introductions;
  private final SourceFrames sources;
  private final List<Attribution> found = new ArrayList<>();

  private FrameFinder(Sentence sentence, LanguagePack pack) {
    this.sentence = sentence;
    this.pack = pack;
    this.groups = new NominalGroups(sentence, pack);
    this.subjects = new FrameSubjects(sentence, pack, groups);
    this.introductions = new Introductions(sentence, pack, groups, subjects);
    this.sources = new SourceFrames(sentence, pack, groups, subjects);
  }

  static List<Attribution> find(Sentence sentence, LanguagePack pack) {
    FrameFinder finder = new FrameFinder(sentence, pack);
    for (int at = 0; at < sentence.size(); at++) {
      finder.at(at);
    }
    finder.unknown();
    finder.found.sort(Comparator.comparingInt(Attribution::from));
    return finder.found;
  }

  /** Whom a sentence as a whole is about. */
  static @Nullable NounPhrase main(Sentence sentence, LanguagePack pack) {
    if (pack.option(Option.NO_CAPITALS)) {
      return new TitledNames(sentence, pack).first();
    }
    NominalGroups groups = new NominalGroups(sentence, pack);
    return new FrameSubjects(sentence, pack, groups).main(0, sentence.size());
  }

  private void at(int at) {
    if (!sentence.word(at) || covered(at)) {
      return;
    }
    Attribution source = sources.at(at);
    if (source != null) {
      found.add(source);
      return;
    }
    Verb verb = sentence.verb(at);
    boolean named = sentence.capital(at) && sentence.word(at - 1);
    if (verb == null || named || negated(at) || sourced(at)) {
      return;
    }
    Attribution attribution = verb(at, verb);
    if (attribution != null) {
      found.add(attribution);
    }
  }

  private boolean covered(int at) {
    Attribution last = found.isEmpty() ? null : found.get(found.size() - 1);
    return last != null && at < last.to() && last.from() <= at;
  }

  /** {@code Nach Ansicht von Roth |geht …}: the verb belongs to what is said. */
  private boolean sourced(int at) {
    Attribution last = found.isEmpty() ? null : found.get(found.size() - 1);
    return last != null && last.rule().equals("according-to") && last.to() == at;
  }

  private boolean negated(int at) {
    int before = at - 1;
    while (sentence.in(before, WordClass.AUXILIARIES)
        || sentence.in(before, WordClass.ADVERBS)
        || sentence.in(before, WordClass.REFLEXIVES)) {
      before--;
    }
    return sentence.in(before, WordClass.NEGATIONS)
        || sentence.in(at - 1, WordClass.NEGATIONS)
        || (sentence.in(at + 1, WordClass.NEGATIONS) && !quoteBefore(at));
  }

  private int groupStart(int cue) {
    int at = cue;
    while (sentence.in(at - 1, WordClass.AUXILIARIES)
        || sentence.in(at - 1, WordClass.REFLEXIVES)
        || sentence.in(at - 1, WordClass.PASSIVES)
        || (adverb(at - 1) && at - 1 > 0)) {
      at--;
    }
    return at;
  }

  private boolean adverb(int at) {
    String word = sentence.folded(at);
    return pack.in(WordClass.ADVERBS, word) || (pack.adverb(word) && !sentence.capital(at));
  }

  private @Nullable Attribution verb(int at, Verb verb) {
    int group = groupStart(at);
    int bracket = pack.option(Option.VERB_BRACKET) ? bracket(group) : -1;
    if (sentence.in(group - 1, WordClass.AS)) {
      return sources.remark(group - 1, at, subjects.right(at + 1), verb);
    }
    int anchor = bracket < 0 ? group : bracket;
    Clitic clitic = Clitic.of(sentence, pack, at);
    if (clitic != null) {
      return withClitic(at, verb, group, clitic.phrase());
    }
    if (verb.takes(Frame.CITES)) {
      return cites(at, verb, anchor);
    }
    boolean quote = quoteBefore(anchor);
    if (quote || clauseBefore(anchor)) {
      Attribution behind = behind(at, verb, anchor, quote);
      if (behind != null) {
        return behind;
      }
    }
    return ahead(at, verb, anchor);
  }

  /** {@code hat … erklärt}: where the auxiliary of a participle stands in the same clause. */
  private int bracket(int group) {
    for (int at = group - 1; at >= 0 && group - at < 20; at--) {
      if (sentence.comma(at) || sentence.quote(at) || sentence.is(at, Piece.Kind.COLON)) {
        return -1;
      }
      if (sentence.in(at, WordClass.AUXILIARIES)) {
        return at;
      }
    }
    return -1;
  }

  private @Nullable Attribution withClitic(int at, Verb verb, int group, NounPhrase who) {
    if (quoteBefore(group) || clauseBefore(group)) {
      return trailing(at, verb, group, at + 1, who);
    }
    int content = introductions.of(at + 1, verb);
    return content < 0 ? mute(at, verb, who) : leading(at, verb, group, content, who, "leading");
  }

  /** Behind a quotation or clause: {@code «…», dijo ayer la ministra}. */
  private @Nullable Attribution behind(int at, Verb verb, int anchor, boolean quote) {
    if (!quote && (!verb.clausal() || introductions.of(at + 1, verb) >= 0)) {
      return null;
    }
    int from = anchor < at ? anchor + 1 : at + 1;
    NounPhrase right = placed(at + 1, verb);
    right = right == null ? inside(subjects.right(from), at) : right;
    if (right == null && anchor < at) {
      right = subjects.right(at + 1);
    }
    if (right != null && free(right)) {
      return !quote && introductions.of(right.to(), verb) >= 0
          ? null
          : trailing(at, verb, anchor, Math.max(right.to(), at + 1), right);
    }
    boolean silent = quote && verb.clausal() && right == null && !continues(at);
    return silent && pack.option(Option.PRO_DROP) ? dropped(at, verb, anchor) : null;
  }

  /** The bracket's end must not be swallowed by what stands inside it. */
  private static @Nullable NounPhrase inside(@Nullable NounPhrase found, int cue) {
    return found != null && found.from() < cue && found.to() > cue ? null : found;
  }

  private boolean continues(int at) {
    return introductions.of(at + 1, UNKNOWN) >= 0 && !sentence.mark(at + 1);
  }

  private Attribution dropped(int at, Verb verb, int anchor) {
    return new Attribution(
        Attribution.Shape.TRAILING,
        at,
        at + 1,
        anchor,
        regionEnd(at + 1),
        null,
        verb,
        false,
        "pro-drop");
  }

  /** {@code hieß es aus der Behörde}, {@code сообщили в компании}: a place that speaks. */
  private @Nullable NounPhrase placed(int from, Verb verb) {
    if (!verb.takes(Frame.IN)) {
      return null;
    }
    int at = from;
    while (sentence.in(at, WordClass.IT)
        || sentence.in(at, WordClass.ADVERBS)
        || sentence.in(at, WordClass.REFLEXIVES)
        || sentence.in(at, WordClass.AS)) {
      at++;
    }
    while (groups.preposition(at) && groups.time(at + 1)) {
      at = groups.overPreposition(at);
    }
    return groups.preposition(at) ? governed(at + 1) : opening(from - 1);
  }

  private @Nullable NounPhrase governed(int from) {
    int at = from;
    while (sentence.in(at, WordClass.OBLIQUES)
        || groups.determiner(at)
        || groups.time(at)
        || sentence.in(at, WordClass.ADVERBS)) {
      at++;
    }
    return groups.after(at);
  }

  /** {@code In der Mitteilung heißt es}: the place opens the clause. */
  private @Nullable NounPhrase opening(int cue) {
    int from = cue;
    while (sentence.word(from - 1)) {
      from--;
    }
    NounPhrase place = groups.preposition(from) && from < cue ? governed(from + 1) : null;
    return place != null && groups.tail(place.to(), cue) == cue ? place : null;
  }

  /** No verb of its own follows, and nothing that shows it is no subject. */
  private boolean free(NounPhrase right) {
    String next = sentence.folded(right.to());
    return !pack.in(WordClass.FINITES, next) && !pack.in(WordClass.SUBJUNCTIVES, next);
  }

  /** Before what is said: subject left or right, then the introduction. */
  private @Nullable Attribution ahead(int at, Verb verb, int anchor) {
    NounPhrase left = subjects.left(anchor);
    int from = anchor < at ? anchor + 1 : at + 1;
    NounPhrase place = placed(at + 1, verb);
    NounPhrase right = place == null ? inside(subjects.right(from), at) : place;
    if (place != null) {
      left = null;
    } else if (pack.option(Option.RIGHT_FIRST) ? right != null : outranks(right, left)) {
      left = null;
    }
    if (left != null) {
      return leftSubject(at, verb, left, anchor);
    }
    if (right != null && (free(right) || !groups.pronoun(right.from()))) {
      int content = introductions.of(Math.max(at + 1, right.to()), verb);
      if (content >= 0) {
        return leading(at, verb, anchor, content, right, "verb-first");
      }
    }
    return subjectless(at, verb, anchor);
  }

  /** Where verbs come second both sides may hold the subject: a name or pronoun wins. */
  private boolean outranks(@Nullable NounPhrase right, @Nullable NounPhrase left) {
    if (right == null || left == null || !pack.option(Option.VERB_BRACKET)) {
      return false;
    }
    if (groups.pronoun(left.from()) || name(left)) {
      return false;
    }
    return name(right) || personal(right);
  }

  private boolean personal(NounPhrase phrase) {
    String word = sentence.folded(phrase.from());
    return pack.in(WordClass.HE, word) || pack.in(WordClass.SHE, word);
  }

  private boolean name(NounPhrase phrase) {
    return groups.named(phrase.from(), phrase.to());
  }

  private @Nullable Attribution leftSubject(int at, Verb verb, NounPhrase left, int anchor) {
    int start = left.from();
    if (sentence.in(start - 1, WordClass.AS)) {
      return sources.remark(start - 1, at, left, verb);
    }
    int content = introductions.of(at + 1, verb);
    if (content >= 0) {
      boolean relative = sentence.in(anchor - 1, WordClass.RELATIVES);
      return leading(at, verb, start, content, left, relative ? "relative" : "leading");
    }
    boolean quoted = quoteBefore(start) && start > 0;
    return quoted && verb.clausal()
        ? trailing(at, verb, start, at + 1, left)
        : mute(at, verb, left);
  }

  private @Nullable Attribution subjectless(int at, Verb verb, int anchor) {
    int content = introductions.of(at + 1, verb);
    if (content < 0) {
      return null;
    }
    boolean joined = sentence.in(anchor - 1, WordClass.CONJUNCTIONS) || sentence.comma(anchor - 1);
    if (joined && (!found.isEmpty() || pack.option(Option.VERB_BRACKET))) {
      return leading(at, verb, anchor, content, null, "coordinated");
    }
    boolean drops = pack.option(Option.PRO_DROP) && anchor == 0;
    boolean coordinated = sentence.in(anchor - 1, WordClass.CONJUNCTIONS) && anchor > 1;
    return drops
        ? leading(at, verb, anchor, content, null, "pro-drop")
        : coordinated ? leading(at, verb, anchor, content, null, "coordinated") : null;
  }

  /** {@code zitiert die Zeitung den Minister}: whom one cites speaks, the medium does not. */
  private @Nullable Attribution cites(int at, Verb verb, int anchor) {
    int from = Math.max(0, Math.min(anchor, at));
    boolean passive = false;
    for (int i = at - 1; i >= 0 && i > at - 16 && !sentence.quote(i); i--) {
      passive |= sentence.in(i, WordClass.PASSIVES);
      from = i;
    }
    NounPhrase who = passive ? subjects.main(from, at) : cited(at + 1);
    if (who == null) {
      return null;
    }
    if (quoteBefore(from) || sentence.quote(at - 1) || sentence.quote(at - 2)) {
      return trailing(at, verb, from, Math.max(at + 1, who.to()), who);
    }
    int content = introductions.of(Math.max(at + 1, who.to()), verb);
    return content < 0 ? null : leading(at, verb, from, content, who, "cited");
  }

  private @Nullable NounPhrase cited(int from) {
    NounPhrase last = null;
    int at = from;
    while (sentence.word(at) || sentence.quote(at)) {
      int start = at;
      while (sentence.in(start, WordClass.OBLIQUES)) {
        start++;
      }
      NounPhrase next = groups.after(start);
      boolean governed = groups.preposition(at) || groups.preposition(start - 1);
      last = next == null || governed ? last : new NounPhrase(at, next.to());
      at = next == null ? start + 1 : next.to();
    }
    return last;
  }

  private boolean quoteBefore(int at) {
    boolean mark = sentence.comma(at - 1) || sentence.is(at - 1, Piece.Kind.DASH);
    boolean close = sentence.quote(at - 1) && !groups.titleOfThing(at - 1);
    return close || (mark && sentence.quote(at - 2));
  }

  /** Behind a comma that a clause of some words ends. */
  private boolean clauseBefore(int at) {
    if (!sentence.comma(at - 1) && !sentence.is(at - 1, Piece.Kind.DASH)) {
      return false;
    }
    int words = 0;
    for (int i = at - 2; i >= 0 && !sentence.is(i, Piece.Kind.COLON); i--) {
      words += sentence.word(i) || sentence.quote(i) ? 1 : 0;
    }
    return words >= (pack.option(Option.NO_CAPITALS) ? FEWEST_WORDS : 1);
  }

  private Attribution leading(
      int at, Verb verb, int from, int content, @Nullable NounPhrase who, String rule) {
    return new Attribution(
        Attribution.Shape.LEADING, at, at + 1, from, content, who, verb, false, rule);
  }

  private Attribution mute(int at, Verb verb, NounPhrase who) {
    return new Attribution(
        Attribution.Shape.MUTE, at, at + 1, at, at + 1, who, verb, false, "mute");
  }

  private Attribution trailing(int at, Verb verb, int from, int least, NounPhrase who) {
    int to = regionEnd(Math.max(least, at + 1));
    boolean inside = !quoteBefore(from) && sources.goesOn(to) && words(from) < 14;
    return new Attribution(
        inside ? Attribution.Shape.INSIDE : Attribution.Shape.TRAILING,
        at,
        at + 1,
        from,
        to,
        who,
        verb,
        false,
        "trailing");
  }

  private int words(int to) {
    int words = 0;
    for (int i = 0; i < to; i++) {
      words += sentence.word(i) ? 1 : 0;
    }
    return words;
  }

  private int regionEnd(int from) {
    return sources.regionEnd(from);
  }

  /** Quotations that no known cue attributes. */
  private void unknown() {
    for (int at = 0; at < sentence.size(); at++) {
      if (sentence.quote(at) && !attributed(at)) {
        Attribution attribution = sentence.is(at - 1, Piece.Kind.COLON) ? colon(at) : stranger(at);
        if (attribution != null) {
          found.add(attribution);
        }
      }
    }
  }

  private boolean attributed(int quote) {
    for (Attribution each : found) {
      boolean leads = each.shape() == Attribution.Shape.LEADING && each.to() <= quote;
      boolean trails =
          each.shape() == Attribution.Shape.TRAILING
              && (each.from() == quote + 1 || each.from() == quote + 2 || each.to() == quote - 1);
      if (leads || trails || each.shape() == Attribution.Shape.INSIDE) {
        return true;
      }
    }
    return false;
  }

  /** {@code Trainer Lund zeigte sich enttäuscht: „…“}: the clause before is about the speaker. */
  private @Nullable Attribution colon(int quote) {
    if (sentence.piece(quote).words() < FEWEST_WORDS - 1) {
      return null;
    }
    int from = quote - 1;
    while (from > 0 && !sentence.quote(from - 1) && !sentence.is(from - 1, Piece.Kind.COLON)) {
      from--;
    }
    NounPhrase about = subjects.main(from, quote - 1);
    NounPhrase who = about == null || !speaks(about) ? concerned(from) : about;
    return who == null
        ? null
        : new Attribution(
            Attribution.Shape.LEADING, quote - 1, quote, from, quote, who, UNKNOWN, false, "label");
  }

  /** {@code Für den Ökonomen Roth ist klar: „…“}. */
  private @Nullable NounPhrase concerned(int from) {
    int at = from + 1;
    while (sentence.in(at, WordClass.OBLIQUES)) {
      at++;
    }
    NounPhrase group = sentence.in(from, WordClass.WEAK_SOURCES) ? groups.after(at) : null;
    return group != null && name(group) ? group : null;
  }

  /** {@code „…“, strich Roth heraus}: a verb this program does not know, a name behind it. */
  private @Nullable Attribution stranger(int quote) {
    int at =
        sentence.comma(quote + 1) || sentence.is(quote + 1, Piece.Kind.DASH)
            ? quote + 2
            : quote + 1;
    boolean mark = at == quote + 2 || ends(sentence.piece(quote).text());
    int verb = at;
    while (sentence.in(verb, WordClass.REFLEXIVES)) {
      verb++;
    }
    boolean word = sentence.word(verb) && !sentence.capital(verb) && groups.nominal(verb);
    if (!mark || !word || groups.determiner(verb) || sentence.piece(quote).words() < FEWEST_WORDS) {
      return null;
    }
    NounPhrase who = subjects.right(verb + 1);
    boolean sure = who != null && (name(who) || groups.pronoun(who.from()) || titled(who));
    return who == null || !sure
        ? null
        : new Attribution(
            Attribution.Shape.TRAILING,
            verb,
            verb + 1,
            at,
            regionEnd(Math.max(who.to(), verb + 1)),
            who,
            UNKNOWN,
            false,
            "stranger");
  }

  /** A name, a pronoun, a role or a body, not {@code seine Zuversicht}. */
  private boolean speaks(NounPhrase phrase) {
    boolean speaks = name(phrase) || groups.pronoun(phrase.from());
    for (int at = phrase.from(); at < phrase.to() && !speaks; at++) {
      String word = sentence.folded(at);
      String text = sentence.piece(at).text();
      boolean acronym = text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
      boolean proper = sentence.capital(at) && at > 0 && !pack.option(Option.NOUN_CAPITALS);
      boolean alone = sentence.capital(at) && phrase.to() - phrase.from() == 1 && at > 0;
      speaks =
          pack.in(WordClass.TITLES, word)
              || pack.in(WordClass.BODIES, word)
              || acronym
              || proper
              || alone;
    }
    return speaks;
  }

  private boolean titled(NounPhrase phrase) {
    for (int at = phrase.from(); at < phrase.to(); at++) {
      if (sentence.capital(at) && !pack.option(Option.NOUN_CAPITALS)) {
        return true;
      }
      if (sentence.in(at, WordClass.TITLES)) {
        return true;
      }
    }
    return pack.option(Option.NOUN_CAPITALS) && phrase.to() - phrase.from() == 1;
  }

  private static boolean ends(String quoted) {
    return ",?!…".indexOf(quoted.charAt(quoted.length() - 1)) >= 0;
  }
}
