package org.tocsin.alert.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Span;

/** A text with its words, in order, and where each form of a word stands in it. */
final class Words {
  private static final int[] NOWHERE = {};

  private final String text;
  private final List<Word> list;
  private final @Nullable Stemming language;

  /** Places of words and stems, made when first asked for: most texts are asked for nothing. */
  private volatile @Nullable Map<String, int[]> places;

  private Words(String text, List<Word> list, @Nullable Stemming language) {
    this.text = text;
    this.list = list;
    this.language = language;
  }

  /** Words that are compared as they are written, such as names. */
  static Words of(String text) {
    return of(text, null);
  }

  static Words of(String text, @Nullable Stemming language) {
    return new Words(text, new WordSplitter(text, language).split(), language);
  }

  /** The text as it was. */
  String text() {
    return text;
  }

  /** Its words with their places in it. */
  List<Word> list() {
    return list;
  }

  /** Whose endings are folded in it; null for none. */
  @Nullable Stemming language() {
    return language;
  }

  /** Where a term occurs, at most {@code limit} times, from left to right. */
  List<Span> find(Term term, int limit) {
    return term instanceof Term.Window window
        ? find(window, limit)
        : find((Term.Sequence) term, limit);
  }

  private List<Span> find(Term.Sequence sequence, int limit) {
    List<Span> found = new ArrayList<>(1);
    int size = sequence.words().size();
    for (int i : mayStandAt(sequence.words().get(0))) {
      if (i + size <= list.size() && found.size() < limit && standsAt(sequence, i)) {
        found.add(span(i, i + size));
      }
    }
    return found;
  }

  /** Where a word may stand, in order; everywhere where letters of it are open. */
  private int[] mayStandAt(Shape shape) {
    if (!(shape instanceof Shape.Form form)) {
      return IntStream.range(0, list.size()).toArray();
    }
    Map<String, int[]> known = places();
    int[] plain = known.getOrDefault(form.plain(), NOWHERE);
    if (language == null || form.stems().isEmpty()) {
      return plain;
    }
    String stem = form.stem(language);
    int[] stems = stem.equals(form.plain()) ? plain : known.getOrDefault(stem, NOWHERE);
    return plain == stems || stems.length == 0
        ? plain
        : plain.length == 0 ? stems : both(plain, stems);
  }

  private static int[] both(int[] some, int[] others) {
    return IntStream.concat(Arrays.stream(some), Arrays.stream(others))
        .sorted()
        .distinct()
        .toArray();
  }

  private Map<String, int[]> places() {
    Map<String, int[]> known = places;
    if (known == null) {
      known = new HashMap<>(list.size() * 3);
      for (int i = 0; i < list.size(); i++) {
        Word word = list.get(i);
        note(known, word.plain(), i);
        if (!word.stem().equals(word.plain())) {
          note(known, word.stem(), i);
        }
      }
      places = known;
    }
    return known;
  }

  private static void note(Map<String, int[]> places, String form, int at) {
    int[] before = places.put(form, new int[] {at});
    if (before != null) {
      int[] more = Arrays.copyOf(before, before.length + 1);
      more[before.length] = at;
      places.put(form, more);
    }
  }

  private boolean mayHold(Shape shape) {
    return mayStandAt(shape).length > 0;
  }

  private boolean standsAt(Term.Sequence sequence, int index) {
    List<Shape> wanted = sequence.words();
    for (int i = 0; i < wanted.size(); i++) {
      if (!fits(wanted.get(i), index + i)) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(Shape shape, int index) {
    return shape.fits(list.get(index), language);
  }

  private List<Span> find(Term.Window window, int limit) {
    for (Shape shape : window.words()) {
      if (!mayHold(shape)) {
        return List.of();
      }
    }
    List<Span> found = new ArrayList<>();
    int width = window.words().size() + window.gap();
    for (int i = 0; i < list.size() && found.size() < limit; i++) {
      int end = windowEnd(window.words(), i, Math.min(list.size(), i + width));
      if (end > i) {
        found.add(span(i, end));
        i = end - 1;
      }
    }
    return found;
  }

  /** One past the last word of a window that begins with a wanted word; -1 where there is none. */
  private int windowEnd(List<Shape> wanted, int start, int most) {
    int end = -1;
    boolean begins = false;
    for (Shape shape : wanted) {
      int at = first(shape, start, most);
      if (at < 0) {
        return -1;
      }
      begins |= at == start;
      end = Math.max(end, at + 1);
    }
    return begins ? end : -1;
  }

  private int first(Shape shape, int from, int to) {
    for (int i = from; i < to; i++) {
      if (fits(shape, i)) {
        return i;
      }
    }
    return -1;
  }

  /** Where both sides occur close together, as stretches from the one to the other. */
  List<Span> find(Expression.Near near, int limit) {
    List<int[]> left = occurrences(near.left());
    List<int[]> right = left.isEmpty() ? List.of() : occurrences(near.right());
    List<Span> found = new ArrayList<>();
    for (int[] a : left) {
      for (int[] b : right) {
        int between = Math.max(b[0] - a[1], a[0] - b[1]);
        if (between >= 0 && between <= near.gap()) {
          found.add(span(Math.min(a[0], b[0]), Math.max(a[1], b[1])));
          if (found.size() == limit) {
            return found;
          }
        }
      }
    }
    return found;
  }

  /** First word and one past the last, of each occurrence of each sequence. */
  private List<int[]> occurrences(List<Term.Sequence> sequences) {
    List<int[]> found = new ArrayList<>();
    for (Term.Sequence sequence : sequences) {
      for (int i : mayStandAt(sequence.words().get(0))) {
        int end = i + sequence.words().size();
        if (end <= list.size() && standsAt(sequence, i)) {
          found.add(new int[] {i, end});
        }
      }
    }
    found.sort(Comparator.comparingInt(place -> place[0]));
    return found;
  }

  private Span span(int first, int end) {
    return new Span(list.get(first).start(), list.get(end - 1).end());
  }
}
