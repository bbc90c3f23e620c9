package org.tocsin.enrich.statement;

import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds questions that somebody was asked: {@code Asked whether the dam would hold, Roe …}, {@code
 * Roe was asked by a reporter why she left}, {@code Roe, asked about the dam, said}. The asker
 * speaks, if one is named.
 */
record QuestionCues(Sentence sentence, NounPhrases phrases, Subjects subjects) {
  private static final Verb ASKED = new Verb(EnumSet.of(Frame.THAT), false);
  private static final int REACH = 14;

  @Nullable Attribution at(int at) {
    if (!sentence.in(at, WordClass.ASKED)) {
      return null;
    }
    int be = at - 1;
    while (sentence.in(be, WordClass.ADVERBS)) {
      be--;
    }
    boolean passive = sentence.in(be, WordClass.PASSIVES);
    boolean fronted = at == 0 || sentence.in(be, WordClass.SUBORDINATORS) || sentence.comma(be);
    if (!passive && !fronted) {
      return null;
    }
    NounPhrase asker = sentence.in(at + 1, WordClass.AGENTS) ? phrases.after(at + 2) : null;
    int content = content(asker == null ? at + 1 : asker.to(), passive || asker != null);
    int from = at == 0 ? 0 : passive ? subjects.groupStart(be) : be;
    return content < 0
        ? null
        : new Attribution(
            Attribution.Shape.LEADING,
            at,
            at + 1,
            from,
            content,
            asker,
            ASKED,
            false,
            Attribution.ASKED);
  }

  /** Where the question begins, over times and places. */
  private int content(int from, boolean passive) {
    for (int at = from; at < from + REACH && sentence.word(at); at++) {
      if (sentence.in(at, WordClass.QUESTIONS) && sentence.word(at + 1)) {
        return at;
      }
      boolean topic = sentence.in(at, WordClass.TOPICS) && !sentence.in(at + 1, WordClass.TIMES);
      if (at == from && topic && phrases.after(at + 1) != null) {
        return sentence.in(at, WordClass.VENUES) ? -1 : at + 1;
      }
      if (passive && sentence.to(at) && sentence.word(at + 1)) {
        return at;
      }
      if (sentence.verb(at) != null || sentence.in(at, WordClass.FINITES)) {
        return -1;
      }
    }
    return -1;
  }
}
