package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;

/**
 * A pronoun that hangs on its verb: {@code explique-t-il}, {@code a-t-elle ajouté}.
 *
 * @param phrase the word that holds it
 */
record Clitic(NounPhrase phrase) {
  /** The pronoun on a verb or its auxiliary; null if there is none. */
  static @Nullable Clitic of(Sentence sentence, LanguagePack pack, int cue) {
    int at = cue;
    while (at > cue - 4 && at >= 0) {
      String word = sentence.folded(at);
      boolean hangs =
          word.indexOf('-') > 0 && (pack.in(WordClass.HE, word) || pack.in(WordClass.SHE, word));
      if (hangs) {
        return new Clitic(new NounPhrase(at, at + 1));
      }
      boolean group = sentence.in(at - 1, WordClass.ADVERBS) || at == cue;
      if (!group) {
        return null;
      }
      at--;
    }
    return null;
  }
}
