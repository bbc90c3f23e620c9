package org.tocsin.enrich.novelty;

/** Where one sequence of words stands in another, word for word. */
final class Run {
  /** Words before a cut-out that could turn it round: "we will never" + "accept this border". */
  private static final int REACH = 3;

  private Run() {}

  /** Where {@code part} begins in {@code whole}; -1 where it does not stand there. */
  static int find(int[] part, int[] whole) {
    for (int at = 0; at + part.length <= whole.length; at++) {
      if (matches(part, whole, at)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean matches(int[] part, int[] whole, int at) {
    for (int i = 0; i < part.length; i++) {
      if (part[i] >>> 3 != whole[at + i] >>> 3) {
        return false;
      }
    }
    return true;
  }

  /** Whether a negation or modality right before a place governs the words that begin there. */
  static boolean governed(int[] whole, int at) {
    for (int i = Math.max(0, at - REACH); i < at; i++) {
      WordClass kind = WordClass.of(whole[i]);
      if (kind == WordClass.NEGATION || kind == WordClass.MODAL) {
        return true;
      }
    }
    return false;
  }

  /** Number of content words. */
  static int content(int[] words) {
    int content = 0;
    for (int word : words) {
      content += WordClass.of(word).isContent() ? 1 : 0;
    }
    return content;
  }
}
