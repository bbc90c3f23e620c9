package org.tocsin.alert.query;

import java.util.Map;

/**
 * Takes plural and verb endings off an English word: {@code warns}, {@code warned} and {@code
 * warning} are {@code warn}. These are the inflectional steps (1 and 5) of Porter's stemmer; the
 * derivational ones are left out, since a desk that watches {@code nation} does not mean {@code
 * national}. What no rule gets right stands in {@code english-endings.txt}.
 */
final class EnglishEndings {
  private static final Map<String, String> IRREGULAR =
      WordList.pairs("/org/tocsin/alert/query/english-endings.txt");
  private static final int SHORTEST = 4;
  private static final int LONGEST = 40;

  private EnglishEndings() {}

  /** Folds a word that is already without case and diacritics. */
  static String fold(String word) {
    String base = IRREGULAR.get(word);
    if (base != null) {
      return base.equals(word) ? word : fold(base);
    }
    if (word.length() == SHORTEST - 1 && isLatin(word)) {
      return withoutY(word);
    }
    if (word.length() < SHORTEST || word.length() > LONGEST || !isLatin(word)) {
      return word;
    }
    return lastLetter(verb(plural(word)));
  }

  private static boolean isLatin(String word) {
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      if (letter < 'a' || letter > 'z') {
        return false;
      }
    }
    return true;
  }

  private static String plural(String word) {
    if (word.endsWith("sses") || word.endsWith("ies")) {
      return cut(word, 2);
    }
    boolean kept = word.endsWith("ss") || word.endsWith("us") || word.endsWith("is");
    return word.endsWith("s") && !kept ? cut(word, 1) : word;
  }

  private static String verb(String word) {
    if (word.endsWith("eed")) {
      return measure(cut(word, 3)) > 0 ? cut(word, 1) : word;
    }
    if (word.endsWith("ed") && hasVowel(cut(word, 2))) {
      return repaired(cut(word, 2));
    }
    if (word.endsWith("ing") && hasVowel(cut(word, 3))) {
      return repaired(cut(word, 3));
    }
    return word;
  }

  /** Undoes what the ending did to the verb: {@code plann} is {@code plan}, {@code mak} make. */
  private static String repaired(String stem) {
    if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) {
      return stem + "e";
    }
    if (endsDoubled(stem) && "lsz".indexOf(last(stem)) < 0) {
      return cut(stem, 1);
    }
    return measure(stem) == 1 && endsShort(stem) ? stem + "e" : stem;
  }

  /** {@code try} as in {@code tries}; after a vowel the letter stays, as in {@code says}. */
  private static String withoutY(String word) {
    int before = word.length() - 2;
    return word.endsWith("y") && !isVowel(word, before) ? cut(word, 1) + "i" : word;
  }

  private static String lastLetter(String word) {
    String stem = cut(word, 1);
    if (word.endsWith("y")) {
      return withoutY(word);
    }
    if (word.endsWith("e")) {
      int measure = measure(stem);
      return measure > 1 || (measure == 1 && !endsShort(stem)) ? stem : word;
    }
    return word.endsWith("ll") && measure(stem) > 1 ? stem : word;
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }

  private static char last(String word) {
    return word.charAt(word.length() - 1);
  }

  private static boolean isVowel(String word, int i) {
    char c = word.charAt(i);
    return "aeiou".indexOf(c) >= 0 || (c == 'y' && i > 0 && !isVowel(word, i - 1));
  }

  private static boolean hasVowel(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (isVowel(word, i)) {
        return true;
      }
    }
    return false;
  }

  /** Porter's m: how often a vowel is followed by a consonant. */
  private static int measure(String word) {
    int count = 0;
    for (int i = 1; i < word.length(); i++) {
      if (isVowel(word, i - 1) && !isVowel(word, i)) {
        count++;
      }
    }
    return count;
  }

  private static boolean endsDoubled(String word) {
    int n = word.length();
    return n > 1 && word.charAt(n - 1) == word.charAt(n - 2) && !isVowel(word, n - 1);
  }

  /** Consonant, vowel, consonant that is not w, x or y: {@code mak}, {@code not}. */
  private static boolean endsShort(String word) {
    int n = word.length();
    return n > 2
        && !isVowel(word, n - 1)
        && isVowel(word, n - 2)
        && !isVowel(word, n - 3)
        && "wxy".indexOf(last(word)) < 0;
  }
}
