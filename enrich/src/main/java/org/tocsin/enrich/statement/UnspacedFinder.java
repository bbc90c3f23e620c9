package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Finds attributions in scripts without spaces, where each character is a piece: {@code 王明说：“…”}.
 * The words between two marks that end with a cue are subject and cue; some cues also stand inside
 * such a run, with what is said right behind them: {@code 工会认为改革不公平}.
 */
final class UnspacedFinder {
  private static final Verb VERB = new Verb(EnumSet.of(Frame.ZERO, Frame.THAT), false);
  private static final Verb JUDGES = new Verb(EnumSet.of(Frame.QUOTE), false);
  private static final int LONGEST_SUBJECT = 24;

  private final Sentence sentence;
  private final UnspacedText text;
  private final List<Attribution> found = new ArrayList<>();

  private UnspacedFinder(Sentence sentence, LanguagePack pack) {
    this.sentence = sentence;
    this.text = new UnspacedText(sentence, pack);
  }

  static List<Attribution> find(Sentence sentence, LanguagePack pack) {
    UnspacedFinder finder = new UnspacedFinder(sentence, pack);
    int at = 0;
    while (at < sentence.size()) {
      int end = at;
      while (sentence.word(end)) {
        end++;
      }
      if (end > at) {
        finder.run(at, end);
      }
      at = end + 1;
    }
    return finder.found;
  }

  /** Whether the words from a piece on up to the next mark end with a cue. */
  static boolean attributes(List<Piece> pieces, int from, LanguagePack pack) {
    Sentence rest =
        new Sentence(pieces.subList(from, Math.min(pieces.size(), from + LONGEST_SUBJECT)));
    int end = 0;
    while (rest.word(end)) {
      end++;
    }
    return end > 1 && new UnspacedFinder(rest, pack).text.cueAtEnd(0, end) != null;
  }

  private void run(int from, int end) {
    int source = text.prefix("sources", from, end);
    if (source > from) {
      source(from, source, end);
      return;
    }
    NounPhrase cue = text.cueAtEnd(from, end);
    if (cue != null) {
      atEnd(from, cue, end);
    } else {
      within(from, end);
    }
  }

  /** {@code 据警方介绍，…}: the source stands first, a verb may close it. */
  private void source(int from, int nameFrom, int end) {
    NounPhrase cue = text.cueAtEnd(nameFrom, end);
    int to = cue == null ? end : cue.from();
    NounPhrase who = text.subject(nameFrom, to);
    if (who != null && sentence.comma(end) && sentence.has(end + 1)) {
      add(Attribution.Shape.LEADING, from, nameFrom, from, end + 1, who, VERB, "according-to");
    }
  }

  private void atEnd(int from, NounPhrase cue, int end) {
    NounPhrase who = text.subject(from, cue.from());
    if (who == null || cue.from() - from > LONGEST_SUBJECT) {
      return;
    }
    if (quoteBefore(from)) {
      add(Attribution.Shape.TRAILING, cue.from(), cue.to(), from, end, who, VERB, "unspaced");
    } else if (ahead(end)) {
      int to = sentence.quote(end) ? end : end + 1;
      add(Attribution.Shape.LEADING, cue.from(), cue.to(), from, to, who, VERB, "unspaced");
    }
  }

  /** A cue inside the run: what is said follows at once, or a colon and a quotation. */
  private void within(int from, int end) {
    boolean colon = sentence.is(end, Piece.Kind.COLON) && sentence.quote(end + 1);
    boolean quote = sentence.quote(end);
    NounPhrase judge = quote ? text.cueWithin("judges", from, end) : null;
    NounPhrase cue = judge == null ? text.cueWithin("inner-cues", from, end) : judge;
    int to = cue == null ? end : cue.from();
    NounPhrase who = cue == null && !colon ? null : text.subject(from, to);
    if (who == null || to - from > LONGEST_SUBJECT || (cue == null && !text.personal(who))) {
      return;
    }
    int cueFrom = cue == null ? end : cue.from();
    int cueTo = cue == null ? end + 1 : cue.to();
    int content = colon ? end + 1 : cueTo;
    Verb verb = judge == null ? VERB : JUDGES;
    add(Attribution.Shape.LEADING, cueFrom, cueTo, from, content, who, verb, "unspaced");
  }

  private void add(
      Attribution.Shape shape,
      int cueFrom,
      int cueTo,
      int from,
      int to,
      NounPhrase who,
      Verb verb,
      String rule) {
    found.add(new Attribution(shape, cueFrom, cueTo, from, to, who, verb, false, rule));
  }

  private boolean quoteBefore(int from) {
    return sentence.quote(from - 1) || (sentence.mark(from - 1) && sentence.quote(from - 2));
  }

  private boolean ahead(int end) {
    boolean mark = sentence.comma(end) || sentence.is(end, Piece.Kind.COLON);
    return sentence.quote(end) || (mark && sentence.has(end + 1));
  }
}
