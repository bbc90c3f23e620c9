package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the roles in a sentence: of a name, from the words before it or the apposition behind it,
 * and of a definite description, {@code the board's chief}.
 */
final class RoleReader {
  private static final int REACH = 9;

  private final Sentence sentence;
  private final LanguagePack pack;

  RoleReader(Sentence sentence, LanguagePack pack) {
    this.sentence = sentence;
    this.pack = pack;
  }

  /** {@code Harbour chief Ann Roe}, {@code the chief of the board, Ann Roe}. */
  @Nullable Role before(NounPhrase name) {
    int end = name.from();
    while (sentence.is(end - 1, Piece.Kind.STOP) && sentence.word(end - 2)) {
      end--;
    }
    boolean apart = sentence.comma(end - 1);
    end = apart ? end - 1 : end;
    int from = end;
    while (describes(from - 1) && end - from < REACH) {
      from--;
    }
    boolean definite = sentence.in(from, WordClass.DETERMINERS) || from + 1 == end;
    boolean linked = !apart && sentence.in(end - 1, WordClass.PREPOSITIONS);
    return linked || (apart && !definite) ? null : role(from, end);
  }

  /** {@code Ann Roe, deputy chief of the board,}. */
  @Nullable Role behind(NounPhrase name) {
    if (!sentence.comma(name.to())) {
      return null;
    }
    int to = name.to() + 1;
    while (describes(to) && to - name.to() <= REACH) {
      to++;
    }
    return sentence.word(to) ? null : role(name.to() + 1, to);
  }

  /** The role that {@code the board's chief} speaks of; null where the phrase is not definite. */
  @Nullable Role described(NounPhrase phrase) {
    boolean definite = sentence.in(phrase.from(), WordClass.DEFINITE);
    return definite ? role(phrase.from(), phrase.to()) : null;
  }

  /** Whether the phrase brings in somebody without a name: {@code a captain}. */
  boolean nameless(NounPhrase phrase) {
    boolean fresh = sentence.in(phrase.from(), WordClass.INDEFINITE);
    return fresh && head(phrase.from(), core(phrase.from(), phrase.to())) != null;
  }

  /** Whether there is a role that {@code the board's chief} speaks of. */
  boolean describes(NounPhrase phrase) {
    boolean definite = sentence.in(phrase.from(), WordClass.DEFINITE);
    return definite && head(phrase.from(), core(phrase.from(), phrase.to())) != null;
  }

  private boolean describes(int at) {
    boolean title = sentence.in(at, WordClass.TITLES);
    return sentence.word(at)
        && (title || sentence.verb(at) == null)
        && !sentence.in(at, WordClass.FINITES)
        && !sentence.in(at, WordClass.RELATIVES)
        && !sentence.in(at, WordClass.TIMES)
        && !sentence.in(at, WordClass.CONJUNCTIONS)
        && !sentence.pronoun(at);
  }

  /** Where what describes by a preposition begins. */
  private int core(int from, int to) {
    int core = from;
    while (core < to && !sentence.in(core, WordClass.PREPOSITIONS)) {
      core++;
    }
    return core;
  }

  private @Nullable Role role(int from, int to) {
    int core = core(from, to);
    String head = head(from, core);
    if (head == null) {
      return null;
    }
    boolean owned = core < to && sentence.in(core, WordClass.OWNERS);
    List<String> words = new ArrayList<>(to - from);
    for (int at = from; at < (owned ? to : core); at++) {
      String word = sentence.folded(at);
      if (!sentence.in(at, WordClass.DETERMINERS) && !sentence.in(at, WordClass.PREPOSITIONS)) {
        words.add(word);
      }
    }
    return new Role(head, words);
  }

  /** The last title where modifiers stand first, else the first one. */
  private @Nullable String head(int from, int to) {
    String head = null;
    for (int at = from; at < to; at++) {
      boolean last = pack.option(Option.APPOSITION) || head == null;
      if (last && title(at)) {
        head = sentence.folded(at);
      }
    }
    boolean end = !pack.option(Option.APPOSITION) || (to > from && title(to - 1));
    return end ? head : null;
  }

  private boolean title(int at) {
    return (sentence.in(at, WordClass.TITLES) || sentence.in(at, WordClass.ROLES))
        && !sentence.in(at, WordClass.LIMITS);
  }
}
