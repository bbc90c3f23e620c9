package org.tocsin.enrich.statement;

/**
 * Tells sentences that go on with what somebody said in the sentence before without saying so: by
 * their verb ({@code Das Virus sei „nicht das Problem“}) or by saying nothing else ({@code Und:
 * „…“}).
 */
final class Reported {
  private Reported() {}

  static boolean speech(Sentence sentence, LanguagePack pack) {
    int words = 0;
    for (int at = 0; at < sentence.size(); at++) {
      if (sentence.in(at, WordClass.SUBJUNCTIVES) || subjunctive(sentence, pack, at)) {
        return true;
      }
      words += sentence.word(at) ? 1 : 0;
    }
    return words == 1 && sentence.in(0, WordClass.CONJUNCTIONS);
  }

  /** {@code Es drohe}, {@code er komme}: behind a pronoun an ending no other form has. */
  private static boolean subjunctive(Sentence sentence, LanguagePack pack, int at) {
    String word = sentence.folded(at);
    return pack.option(Option.VERB_BRACKET)
        && sentence.in(at - 1, WordClass.SINGULARS)
        && word.length() > 3
        && word.endsWith("e")
        && !word.endsWith("te")
        && !word.endsWith("de")
        && !sentence.capital(at)
        && !pack.lexeme(word).function();
  }
}
