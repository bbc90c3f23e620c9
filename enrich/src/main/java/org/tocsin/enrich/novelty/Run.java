package org.tocsin.enrich.novelty;

/** Where one sequence of words stands in another, word for word. */
final class Run {
  /** Words before a cut-out that could turn it round: "we will never" + "accept this border". */
  private static final int REACH = 3;

  /** Words behind it that could. */
  private static final int TAIL = 2;

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
      if (!Term.same(part[i], whole[at + i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a negation or modality right beside a stretch governs the words in it: before it, or,
   * as in German, behind it at the very end.
   */
  static boolean governed(int[] whole, int at, int length) {
    int end = at + length;
    return turned(whole, Math.max(0, at - REACH), at)
        || (whole.length - end <= TAIL && turned(whole, end, whole.length));
  }

  private static boolean turned(int[] words, int from, int to) {
    for (int i = from; i < to; i++) {
      WordClass kind = WordClass.of(words[i]);
      if (kind == WordClass.NEGATION || kind == WordClass.MODAL) {
        return true;
      }
    }
    return false;
  }

  /** Number of words of a class. */
  static int count(int[] words, WordClass kind) {
    int count = 0;
    for (int word : words) {
      count += WordClass.of(word) == kind ? 1 : 0;
    }
    return count;
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
