package org.tocsin.enrich.statement;

import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Finds nouns that report: {@code Roe's claim that the dam was safe}, {@code her vow to stay}. */
final class NounCues {
  private static final Verb NOUN = new Verb(EnumSet.of(Frame.THAT, Frame.TO), false);
  private static final int REACH = 4;

  private final Sentence sentence;
  private final NounPhrases phrases;
  private final VerbUses uses;

  NounCues(Sentence sentence, NounPhrases phrases, VerbUses uses) {
    this.sentence = sentence;
    this.phrases = phrases;
    this.uses = uses;
  }

  /** The attribution whose cue is the noun there; null where it reports nothing. */
  @Nullable Attribution at(int noun) {
    boolean topical = sentence.in(noun, WordClass.TOPIC_NOUNS);
    if (!topical && !sentence.in(noun, WordClass.CUE_NOUNS)) {
      return null;
    }
    NounPhrase owner = owner(noun);
    Attribution topic = topical ? topic(noun, owner) : null;
    if (topic != null || !sentence.in(noun, WordClass.CUE_NOUNS)) {
      return topic;
    }
    int content = content(noun, owner != null);
    if (content == Complements.NONE) {
      return null;
    }
    int from = owner == null ? noun : owner.from();
    NounPhrase who = owner == null ? new NounPhrase(noun, noun + 1) : owner;
    return new Attribution(
        Attribution.Shape.LEADING, noun, noun + 1, from, content, who, NOUN, false, "noun");
  }

  /** {@code Roe's criticism of |the plan}, {@code calls from unions for |a strike}. */
  private @Nullable Attribution topic(int noun, @Nullable NounPhrase owner) {
    boolean verb = owner == null && sentence.verb(noun) != null && uses.reports(noun);
    NounPhrase agent =
        owner == null && sentence.in(noun + 1, WordClass.AGENTS) ? phrases.after(noun + 2) : null;
    int preposition = agent == null ? noun + 1 : agent.to();
    int content = preposition + 1;
    boolean about =
        sentence.in(preposition, WordClass.TOPICS)
            && !sentence.in(content, WordClass.TIMES)
            && (sentence.in(content, WordClass.QUESTIONS) || phrases.after(content) != null);
    boolean nobodys = owner == null && agent == null && sentence.in(noun, WordClass.HELD_NOUNS);
    if (verb || !about || nobodys || !governs(noun, preposition)) {
      return null;
    }
    NounPhrase who = owner == null ? agent : owner;
    int from = owner == null ? noun : owner.from();
    return new Attribution(
        Attribution.Shape.LEADING,
        noun,
        noun + 1,
        from,
        content,
        who,
        NOUN,
        true,
        Attribution.TOPIC);
  }

  /** {@code criticism |of}, {@code opposition |to}: of anger it names who is angry. */
  private boolean governs(int noun, int preposition) {
    return switch (sentence.folded(preposition)) {
      case "of" -> sentence.in(noun, WordClass.OF_NOUNS);
      case "to" -> sentence.in(noun, WordClass.TO_NOUNS);
      default -> true;
    };
  }

  private int content(int noun, boolean owned) {
    if (sentence.in(noun + 1, WordClass.COMPLEMENTISERS)) {
      boolean relative =
          sentence.in(noun + 2, WordClass.FINITES) || sentence.verb(noun + 2) != null;
      return relative || sentence.mark(noun + 2) ? Complements.NONE : noun + 2;
    }
    boolean wish =
        owned
            && sentence.in(noun, WordClass.WISH_NOUNS)
            && sentence.to(noun + 1)
            && sentence.word(noun + 2);
    return wish && !phrases.determiner(noun + 2) ? noun + 1 : Complements.NONE;
  }

  /** {@code Ann Roe's}, {@code the town's mayor's}: a name, or a few words from an article on. */
  private @Nullable NounPhrase possessor(int last) {
    int from = last;
    if (sentence.capital(last)) {
      while (sentence.capital(from - 1) && !sentence.function(from - 1)) {
        from--;
      }
      return new NounPhrase(from, last + 1);
    }
    while (last - from < REACH && phrases.nominal(from) && !phrases.determiner(from)) {
      from--;
    }
    return phrases.determiner(from) ? new NounPhrase(from, last + 1) : null;
  }

  /** {@code Roe's} or {@code her} before the noun, over a few words that describe it. */
  private @Nullable NounPhrase owner(int noun) {
    for (int at = noun - 1; at >= noun - REACH && sentence.word(at); at--) {
      if (sentence.in(at, WordClass.OWNING)) {
        return new NounPhrase(at, at + 1);
      }
      if (sentence.piece(at).possessive()) {
        return possessor(at);
      }
      if (!phrases.nominal(at)) {
        return null;
      }
    }
    return null;
  }
}
