package org.tocsin.alert.query;

import java.util.List;

/** What a clause looks for. */
public sealed interface Term {
  /** A code from a closed list, in its usual case: {@code AF}, {@code en}, {@code direct}. */
  record Code(String value) implements Term {}

  /**
   * Words that follow one another; one word is a sequence of one.
   *
   * @param prefix whether the one word is only the beginning of those it finds
   * @param written as in the query, without quote marks and asterisk
   */
  record Sequence(List<Word> words, boolean prefix, String written) implements Term {
    public Sequence {
      words = List.copyOf(words);
      if (words.isEmpty() || (prefix && words.size() > 1)) {
        throw new IllegalArgumentException("not a sequence: " + written);
      }
    }

    /** The word that is likely to be the rarest: the longest. */
    Word rarest() {
      Word best = words.get(0);
      for (Word word : words) {
        if (word.plain().length() > best.plain().length()) {
          best = word;
        }
      }
      return best;
    }
  }
}
