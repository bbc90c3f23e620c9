package org.tocsin.alert.dossier;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which words of one text were replaced to make another of it, by the longest common subsequence of
 * their words (Wagner and Fischer, 1974). Case and punctuation aside; what lies beyond {@value
 * #MOST} words is not compared.
 */
public final class WordDifference {
  private static final int MOST = 400;

  private final List<Change> changes;
  private final double likeness;

  /**
   * Words that stand in the place of others; one of the two may be empty.
   *
   * @param from verbatim in the one text
   * @param to verbatim in the other
   */
  public record Change(String from, String to) {}

  private record Word(String folded, int start, int end) {}

  private WordDifference(List<Change> changes, double likeness) {
    this.changes = List.copyOf(changes);
    this.likeness = likeness;
  }

  /** The difference between two texts. */
  public static WordDifference between(String from, String to) {
    List<Word> a = words(from);
    List<Word> b = words(to);
    int[][] common = common(a, b);
    List<Change> changes = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      int fromStart = i;
      int toStart = j;
      while (!atCommon(a, b, i, j) && (i < a.size() || j < b.size())) {
        if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
          i++;
        } else {
          j++;
        }
      }
      if (i > fromStart || j > toStart) {
        changes.add(new Change(stretch(from, a, fromStart, i), stretch(to, b, toStart, j)));
      }
      while (atCommon(a, b, i, j)) {
        i++;
        j++;
      }
    }
    int words = a.size() + b.size();
    return new WordDifference(changes, words == 0 ? 1 : 2.0 * common[0][0] / words);
  }

  private static boolean atCommon(List<Word> a, List<Word> b, int i, int j) {
    return i < a.size() && j < b.size() && a.get(i).folded().equals(b.get(j).folded());
  }

  /** For each pair of places, how many words can be kept from there on. */
  private static int[][] common(List<Word> a, List<Word> b) {
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] =
            atCommon(a, b, i, j)
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static String stretch(String text, List<Word> words, int start, int end) {
    return start == end ? "" : text.substring(words.get(start).start(), words.get(end - 1).end());
  }

  /** Words; each character of a script without spaces is one. */
  private static List<Word> words(String text) {
    BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
    breaks.setText(text);
    List<Word> words = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      add(text, start, end, words);
      start = end;
    }
    return words.subList(0, Math.min(MOST, words.size()));
  }

  private static void add(String text, int start, int end, List<Word> to) {
    int first = text.codePointAt(start);
    if (Character.isIdeographic(first)) {
      for (int at = start; at < end; at += Character.charCount(text.codePointAt(at))) {
        int next = at + Character.charCount(text.codePointAt(at));
        to.add(new Word(text.substring(at, next), at, next));
      }
    } else if (Character.isLetterOrDigit(first)) {
      to.add(new Word(text.substring(start, end).toLowerCase(Locale.ROOT), start, end));
    }
  }

  /** What was replaced, in the order of the texts. */
  public List<Change> changes() {
    return changes;
  }

  /** Share of the words of both that they have in common, between 0 and 1. */
  public double likeness() {
    return likeness;
  }

  /** Words that came in. */
  public List<String> added() {
    return changes.stream().map(Change::to).filter(words -> !words.isEmpty()).toList();
  }

  /** Words that fell away. */
  public List<String> removed() {
    return changes.stream().map(Change::from).filter(words -> !words.isEmpty()).toList();
  }
}
