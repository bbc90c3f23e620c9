package org.tocsin.alert.query;

/**
 * Takes the conjunction, the article and the commonest endings off an Arabic word, as the "light"
 * stemmers do: "and by the governments" and "government" become the same form.
 */
final class ArabicAffixes {
  private static final String[] PREFIXES = {
    "\u0648\u0627\u0644", // wal
    "\u0628\u0627\u0644", // bal
    "\u0643\u0627\u0644", // kal
    "\u0641\u0627\u0644", // fal
    "\u0627\u0644", // al
    "\u0644\u0644" // lil
  };
  private static final String[] SUFFIXES = {
    "\u0647\u0627", // ha
    "\u0627\u0646", // an
    "\u0627\u062a", // at
    "\u0648\u0646", // un
    "\u064a\u0646", // in
    "\u064a\u0647", // iyya
    "\u0647", // h
    "\u064a" // i
  };
  private static final char WAW = '\u0648';
  private static final int SHORTEST_AFTER_PREFIX = 3;
  private static final int SHORTEST_AFTER_SUFFIX = 3;

  private ArabicAffixes() {}

  static boolean isArabic(String word) {
    return !word.isEmpty()
        && Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.ARABIC;
  }

  static String fold(String word) {
    return withoutSuffix(withoutPrefix(word));
  }

  private static String withoutPrefix(String word) {
    for (String prefix : PREFIXES) {
      if (word.startsWith(prefix) && word.length() - prefix.length() >= SHORTEST_AFTER_PREFIX) {
        return word.substring(prefix.length());
      }
    }
    boolean conjunction = word.charAt(0) == WAW && word.length() > SHORTEST_AFTER_PREFIX + 1;
    return conjunction ? word.substring(1) : word;
  }

  private static String withoutSuffix(String word) {
    for (String suffix : SUFFIXES) {
      if (word.endsWith(suffix) && word.length() - suffix.length() >= SHORTEST_AFTER_SUFFIX) {
        return word.substring(0, word.length() - suffix.length());
      }
    }
    return word;
  }
}
