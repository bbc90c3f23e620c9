package org.tocsin.enrich.sketch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds picture galleries in the flow of words by their counters ({@code 3 of 21}, {@code 4 von
 * 21}): a number, a word, and the same larger number each time. An outlet prints one gallery under
 * all its articles of a week; the captions may be most of an article and say nothing about whether
 * two articles are the same text.
 */
final class GalleryFinder {
  static final int NO_NUMBER = -1;

  /** Pictures that make a gallery. */
  private static final int LEAST = 3;

  /** Different counters followed at a time; a text with more is a table. */
  private static final int MOST_COUNTERS = 64;

  /** How far the sketch had come at some word. */
  record Position(int shingles, int numbers, int names) {}

  /** The stretch from the first counter of a gallery to its last. */
  record Gallery(Position from, Position to) {}

  private record Counter(long word, int total) {}

  private static final class Run {
    private final Position from;
    private Position to;
    private int last;
    private int pictures = 1;
    private boolean rising = true;

    Run(int number, Position position) {
      this.from = position;
      this.to = position;
      this.last = number;
    }

    void extend(int number, Position position) {
      rising &= number >= last;
      pictures += number > last ? 1 : 0;
      last = number;
      to = position;
    }
  }

  private final Map<Counter, Run> runs = new LinkedHashMap<>();
  private int beforeLast = NO_NUMBER;
  private int last = NO_NUMBER;
  private long lastWord;

  /** Takes the next word, no number, if it cannot be part of a counter that has begun. */
  boolean passes(long hash) {
    if (last != NO_NUMBER || beforeLast != NO_NUMBER) {
      return false;
    }
    lastWord = hash;
    return true;
  }

  /**
   * Takes the next word.
   *
   * @param number that the word is, if it is one of at most three digits
   */
  void word(int number, long hash, int shingles, int numbers, int names) {
    if (number >= LEAST && last == NO_NUMBER && beforeLast > 0 && beforeLast <= number) {
      counter(new Counter(lastWord, number), new Position(shingles, numbers, names));
    }
    beforeLast = last;
    last = number;
    lastWord = hash;
  }

  private void counter(Counter counter, Position position) {
    Run run = runs.get(counter);
    if (run != null) {
      run.extend(beforeLast, position);
    } else if (runs.size() < MOST_COUNTERS) {
      runs.put(counter, new Run(beforeLast, position));
    }
  }

  /** The galleries, the last one first; they do not overlap. */
  List<Gallery> found() {
    if (runs.isEmpty()) {
      return List.of();
    }
    List<Gallery> galleries = new ArrayList<>();
    runs.values().stream()
        .filter(run -> run.rising && run.pictures >= LEAST)
        .map(run -> new Gallery(run.from, run.to))
        .sorted(Comparator.comparingInt((Gallery g) -> g.from().shingles()).reversed())
        .forEach(gallery -> addUnlessOverlapping(gallery, galleries));
    return galleries;
  }

  private static void addUnlessOverlapping(Gallery gallery, List<Gallery> galleries) {
    boolean clear =
        galleries.isEmpty()
            || gallery.to().shingles() <= galleries.get(galleries.size() - 1).from().shingles();
    if (clear) {
      galleries.add(gallery);
    }
  }
}
