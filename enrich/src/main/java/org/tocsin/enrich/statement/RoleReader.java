package org.tocsin.enrich.statement;

import java.util.HashSet;
import java.util.Set;
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
    boolean definite = pack.in("determiners", sentence.folded(from)) || from + 1 == end;
    boolean linked = !apart && pack.in("prepositions", sentence.folded(end - 1));
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
    boolean definite = pack.in("definite", sentence.folded(phrase.from()));
    return definite ? role(phrase.from(), phrase.to()) : null;
  }

  /** Whether the phrase brings in somebody without a name: {@code a captain}. */
  boolean nameless(NounPhrase phrase) {
    boolean fresh = pack.in("indefinite", sentence.folded(phrase.from()));
    return fresh && role(phrase.from(), phrase.to()) != null;
  }

  private boolean describes(int at) {
    String word = sentence.folded(at);
    boolean title = pack.in("titles", word);
    return sentence.word(at)
        && (title || pack.verb(word) == null)
        && !pack.in("finites", word)
        && !pack.in("relatives", word)
        && !pack.in("times", word)
        && !pack.in("conjunctions", word)
        && !pack.pronoun(word);
  }

  private @Nullable Role role(int from, int to) {
    int core = from;
    while (core < to && !pack.in("prepositions", sentence.folded(core))) {
      core++;
    }
    String head = head(from, core);
    if (head == null) {
      return null;
    }
    boolean owned = core < to && pack.in("owners", sentence.folded(core));
    Set<String> words = new HashSet<>();
    for (int at = from; at < (owned ? to : core); at++) {
      String word = sentence.folded(at);
      if (!pack.in("determiners", word) && !pack.in("prepositions", word)) {
        words.add(word);
      }
    }
    return new Role(head, words);
  }

  /** The last title where modifiers stand first, else the first one. */
  private @Nullable String head(int from, int to) {
    String head = null;
    for (int at = from; at < to; at++) {
      String word = sentence.folded(at);
      boolean last = pack.option("apposition") || head == null;
      if (title(word) && last) {
        head = word;
      }
    }
    boolean end = !pack.option("apposition") || (to > from && title(sentence.folded(to - 1)));
    return end ? head : null;
  }

  private boolean title(String word) {
    return (pack.in("titles", word) || pack.in("roles", word)) && !pack.in("limits", word);
  }
}
