package org.tocsin.alert.query;

import java.util.List;

/** What a clause looks for. */
public sealed interface Term {
  /** A code from a closed list, in its usual case: {@code AF}, {@code en}, {@code direct}. */
  record Code(String value) implements Term {}

  /** At least so many outlets have carried the statement. */
  record AtLeast(int outlets) implements Term {}

  /**
   * Words that follow one another; one word is a sequence of one.
   *
   * @param written as in the query, without quote marks and wildcards
   */
  record Sequence(List<Shape> words, String written) implements Term {
    public Sequence {
      words = List.copyOf(words);
      if (words.isEmpty()) {
        throw new IllegalArgumentException("not a sequence: " + written);
      }
    }
  }

  /**
   * Words in any order, close together: {@code "port closure"~8}.
   *
   * @param gap how many other words may stand between the first and the last of them
   */
  record Window(List<Shape> words, int gap) implements Term {
    public Window {
      words = List.copyOf(words);
      if (words.size() < 2) {
        throw new IllegalArgumentException("one word is not close to another");
      }
    }
  }
}
