package org.tocsin.enrich.statement;

import java.util.List;

/**
 * Leads a name in another case to the nominative by its endings, where plain rules allow: {@code по
 * словам Олега Ветрова} names {@code Олег Ветров}.
 */
final class Nominatives {
  private static final int FARTHEST = 8;

  private Nominatives() {}

  /** Whether the words before a phrase put it into the genitive: {@code по словам министра …}. */
  static boolean behindSource(Sentence sentence, LanguagePack pack, int from) {
    if (!pack.option(Option.ROLE_GENITIVES)) {
      return false;
    }
    for (int at = from - 1; at >= 0 && from - at < FARTHEST && sentence.word(at); at--) {
      if (sentence.in(at, WordClass.GENITIVE_SOURCES)) {
        return true;
      }
    }
    return false;
  }

  static String of(LanguagePack pack, String name) {
    String[] words = name.split(" ");
    for (int i = 0; i < words.length; i++) {
      boolean last = i == words.length - 1;
      words[i] = word(pack.raw(last ? "genitive-last" : "genitive-first"), words[i]);
    }
    return String.join(" ", words);
  }

  /** The first ending that fits: {@code ского > ский}. */
  private static String word(List<String> endings, String word) {
    for (String line : endings) {
      String[] ending = line.split(">", 2);
      String from = ending[0].strip();
      if (word.length() > from.length() + 1 && word.endsWith(from)) {
        return word.substring(0, word.length() - from.length()) + ending[1].strip();
      }
    }
    return word;
  }
}
