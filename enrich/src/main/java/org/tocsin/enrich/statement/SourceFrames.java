package org.tocsin.enrich.statement;

import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sources that stand without a verb or as a remark: {@code selon Roe}, {@code Roe zufolge}, {@code
 * как сообщил Орлов}, {@code „…“, so Roth}.
 */
final class SourceFrames {
  private static final Verb SOURCE = new Verb(EnumSet.noneOf(Frame.class), false);

  private final Sentence sentence;
  private final LanguagePack pack;
  private final NominalGroups groups;
  private final FrameSubjects subjects;

  SourceFrames(Sentence sentence, LanguagePack pack, NominalGroups groups, FrameSubjects subjects) {
    this.sentence = sentence;
    this.pack = pack;
    this.groups = groups;
    this.subjects = subjects;
  }

  @Nullable Attribution at(int at) {
    if (sentence.in(at, WordClass.QUOTE_SOURCES) && quoteBefore(at)) {
      NounPhrase who = subjects.right(at + 1);
      return who == null ? null : trailing(at, at + 1, at, who, SOURCE);
    }
    if (sentence.in(at, WordClass.POSTPOSITIONS)) {
      return behind(at);
    }
    if (sentence.in(at, WordClass.LAM_SOURCES) && sentence.word(at + 1)) {
      return source(at, at + 1);
    }
    int end = phraseEnd(at);
    return end > 0 ? source(at, end) : null;
  }

  /** {@code Medienberichten zufolge}: the source stands before its word. */
  private @Nullable Attribution behind(int at) {
    int from = at;
    while (from > 0 && sentence.word(from - 1) && at - from < 12) {
      from--;
    }
    NounPhrase who = null;
    int start = from;
    for (int i = from; i < at && who == null; i++) {
      int skip = sentence.in(i, WordClass.OBLIQUES) || groups.determiner(i) ? i + 1 : i;
      NounPhrase group = groups.after(skip);
      if (group != null && groups.tail(group.to(), at) == at) {
        who = group;
        start = i;
      }
    }
    if (who == null || plural(who)) {
      return null;
    }
    boolean first = start == 0;
    return first ? leading(at, at + 1, 0, at + 1, who) : trailing(at, at + 1, start, who, SOURCE);
  }

  /** {@code Medienberichten}: reports say it, nobody in particular. */
  private boolean plural(NounPhrase who) {
    return sentence.in(who.to() - 1, WordClass.REPORTS);
  }

  private int phraseEnd(int at) {
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

  private @Nullable Attribution source(int at, int end) {
    Verb verb = sentence.verb(end);
    if (verb != null && sentence.in(at, WordClass.AS)) {
      return remark(at, end, subjects.right(end + 1), verb);
    }
    NounPhrase pronoun = pronoun(at, end);
    if (pronoun != null) {
      return framed(at, Math.max(end, pronoun.to()), pronoun);
    }
    int start = end;
    while (sentence.in(start, WordClass.OBLIQUES)
        || (start == end && sentence.in(start, WordClass.LINKS))) {
      start++;
    }
    NounPhrase group = groups.after(start);
    if (group == null || plural(group)) {
      return null;
    }
    NounPhrase name = pack.option(Option.NO_CAPITALS) ? subjects.right(start) : null;
    return framed(at, end, name == null ? subjects.withName(group) : name);
  }

  /** {@code selon lui,}, {@code по |его| словам,}: somebody named before. */
  private @Nullable NounPhrase pronoun(int at, int end) {
    for (int i = at; i <= end; i++) {
      String word = sentence.folded(i);
      boolean last = i < end || sentence.mark(i + 1);
      if (last && (pack.in(WordClass.HE_OBLIQUE, word) || pack.in(WordClass.SHE_OBLIQUE, word))) {
        return new NounPhrase(i, i + 1);
      }
    }
    return null;
  }

  /** A verb with its subject that only says who said it: {@code comme l'a dit Roe}. */
  @Nullable Attribution remark(int from, int cue, @Nullable NounPhrase who, Verb verb) {
    if (who == null || !verb.clausal()) {
      return null;
    }
    int to = Math.max(cue + 1, who.to());
    if (opens(from)) {
      int comma = commaAfter(to);
      return comma < 0 ? null : leading(cue, cue + 1, from, comma + 1, who);
    }
    return trailing(cue, cue + 1, from, to, who, verb);
  }

  private @Nullable Attribution framed(int at, int end, NounPhrase who) {
    int quote = who.to();
    if (!opens(at) && sentence.quote(quote) && !weak(at) && !quoteBefore(at)) {
      return leading(at, end, at, quote, who);
    }
    if (!opens(at)) {
      return weak(at) ? null : trailing(at, end, at, who, SOURCE);
    }
    NounPhrase last = new NounPhrase(who.from(), Math.max(end, who.to()));
    int tail = groups.tail(last.to(), sentence.size());
    int content = contentBehind(last, tail);
    if (content < 0 || content >= sentence.size()) {
      return null;
    }
    return weak(at) && !quoteAhead(content) ? null : leading(at, end, at, content, who);
  }

  /** {@code pour Roe}: a source only where quoted words follow. */
  private boolean weak(int at) {
    return sentence.in(at, WordClass.WEAK_SOURCES);
  }

  private boolean quoteAhead(int from) {
    for (int at = from; at < sentence.size(); at++) {
      if (sentence.quote(at)) {
        return true;
      }
    }
    return false;
  }

  private int contentBehind(NounPhrase who, int tail) {
    if (sentence.comma(who.to()) && tail <= who.to() + 1) {
      return over(who.to() + 1);
    }
    if (pack.option(Option.VERB_BRACKET)) {
      return sentence.comma(who.to()) ? who.to() + 1 : who.to();
    }
    int comma = commaAfter(who.to());
    if (comma < 0) {
      return sentence.quote(tail) ? tail : -1;
    }
    boolean apposed =
        sentence.comma(who.to()) && (apposition(comma + 1) || described(who, comma + 1));
    int next = apposed ? commaAfter(comma + 1) : -1;
    return over(next > 0 ? next + 1 : comma + 1);
  }

  /** {@code ، فإن}: a conjunction that opens what is said. */
  private int over(int at) {
    return sentence.in(at, WordClass.COMPLEMENTISERS) && pack.option(Option.NO_CAPITALS)
        ? at + 1
        : at;
  }

  /** {@code Nora Lind, climatologue, « …»}: a word or two between a name and a quotation. */
  private boolean described(NounPhrase who, int at) {
    int comma = commaAfter(at);
    boolean near = comma > 0 && comma - at < 5 && sentence.quote(comma + 1);
    return near && groups.named(who.from(), who.to());
  }

  private boolean apposition(int at) {
    boolean role = groups.determiner(at) || sentence.in(at, WordClass.TITLES);
    return (role || sentence.in(at, WordClass.ROLES))
        && commaAfter(at) > 0
        && commaAfter(at) - at < 9;
  }

  private int commaAfter(int from) {
    for (int at = from; at < sentence.size(); at++) {
      if (sentence.comma(at)) {
        return at;
      }
      if (sentence.quote(at) || sentence.is(at, Piece.Kind.COLON)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean opens(int at) {
    int words = 0;
    for (int i = 0; i < at; i++) {
      words += sentence.word(i) || sentence.quote(i) ? 1 : 0;
    }
    boolean joined = words == 1 && sentence.in(at - 1, WordClass.CONJUNCTIONS);
    return words == 0 || joined || (sentence.mark(at - 1) && words < 3 && !quoteBefore(at));
  }

  private boolean quoteBefore(int at) {
    return sentence.quote(at - 1) || (sentence.mark(at - 1) && sentence.quote(at - 2));
  }

  private Attribution leading(int cue, int cueTo, int from, int content, NounPhrase who) {
    return new Attribution(
        Attribution.Shape.LEADING, cue, cueTo, from, content, who, SOURCE, false, "according-to");
  }

  private Attribution trailing(int cue, int cueTo, int from, NounPhrase who, Verb verb) {
    return trailing(cue, cueTo, from, who.to(), who, verb);
  }

  private Attribution trailing(int cue, int cueTo, int from, int least, NounPhrase who, Verb verb) {
    int to = regionEnd(Math.max(least, cueTo));
    boolean inside = !quoteBefore(from) && goesOn(to);
    return new Attribution(
        inside ? Attribution.Shape.INSIDE : Attribution.Shape.TRAILING,
        cue,
        cueTo,
        from,
        to,
        who,
        verb,
        false,
        "according-to");
  }

  int regionEnd(int from) {
    int at = from;
    while (sentence.word(at)
        || sentence.is(at, Piece.Kind.OPEN)
        || sentence.is(at, Piece.Kind.CLOSE)
        || (sentence.is(at, Piece.Kind.STOP) && sentence.word(at + 1))) {
      at++;
    }
    return at;
  }

  /** Behind the comma what is said goes on, rather than a remark of the reporter. */
  boolean goesOn(int to) {
    String next = sentence.folded(to + 1);
    return sentence.comma(to)
        && sentence.size() - to > 4
        && !pack.in(WordClass.CONJUNCTIONS, next)
        && !pack.in(WordClass.RELATIVES, next)
        && !pack.in(WordClass.ARTICLES, next)
        && !pack.in(WordClass.SUBORDINATORS, next)
        && !pack.in(WordClass.TITLES, next)
        && pack.lexeme(next).verb() == null
        && !sentence.quote(to + 1);
  }
}
