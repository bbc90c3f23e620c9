package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a quotation that ends in a comma, with a verb this program does not know:
 * {@code “Not so fast,” Roe thundered back}.
 */
final class Neighbours {
  private static final int LONGEST_NAME = 4;

  private Neighbours() {}

  static @Nullable NounPhrase after(Sentence sentence, LanguagePack pack, int quote) {
    String text = sentence.piece(quote).text();
    if (",?!".indexOf(text.charAt(text.length() - 1)) < 0) {
      return null;
    }
    int from = quote + 1;
    if (sentence.in(from, WordClass.HE) || sentence.in(from, WordClass.SHE)) {
      return past(sentence, from + 1) ? new NounPhrase(from, from + 1) : null;
    }
    int to = from;
    while (sentence.capital(to) && !sentence.function(to) && !sentence.piece(to).possessive()) {
      to++;
    }
    boolean name = to > from && to - from <= LONGEST_NAME;
    return name && past(sentence, to) ? new NounPhrase(from, to) : null;
  }

  private static boolean past(Sentence sentence, int at) {
    String word = sentence.folded(at);
    return !sentence.capital(at)
        && (word.endsWith("ed") || word.equals("shot") || word.equals("went"));
  }
}
