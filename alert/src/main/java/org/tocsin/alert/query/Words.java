package org.tocsin.alert.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Span;

/**
 * A text with its words, in order.
 *
 * @param text as it was
 * @param list its words with their places in it
 * @param language whose endings are folded in it; null for none
 * @param forms its words and their stems, where it is long; otherwise empty
 */
record Words(String text, List<Word> list, @Nullable Stemming language, Set<String> forms) {
  Words {
    list = List.copyOf(list);
  }

  private static final int LONG = 8;

  /** Words that are compared as they are written, such as names. */
  static Words of(String text) {
    return of(text, null);
  }

  static Words of(String text, @Nullable Stemming language) {
    List<Word> list = new WordSplitter(text, language).split();
    Set<String> forms = list.size() < LONG ? Set.of() : new HashSet<>(list.size() * 4);
    if (list.size() >= LONG) {
      for (Word word : list) {
        forms.add(word.plain());
        forms.add(word.stem());
      }
    }
    return new Words(text, list, language, forms);
  }

  /** Where a term occurs, at most {@code limit} times, from left to right. */
  List<Span> find(Term term, int limit) {
    return term instanceof Term.Window window
        ? find(window, limit)
        : find((Term.Sequence) term, limit);
  }

  private List<Span> find(Term.Sequence sequence, int limit) {
    if (!mayHold(sequence.words().get(0))) {
      return List.of();
    }
    List<Span> found = new ArrayList<>();
    int size = sequence.words().size();
    for (int i = 0; i + size <= list.size() && found.size() < limit; i++) {
      if (standsAt(sequence, i)) {
        found.add(span(i, i + size));
      }
    }
    return found;
  }

  /** False where a word is certainly not there, which spares most searches. */
  private boolean mayHold(Shape shape) {
    if (shape instanceof Shape.Form form && !forms.isEmpty()) {
      return forms.contains(form.plain())
          || (language != null && !form.stems().isEmpty() && forms.contains(form.stem(language)));
    }
    return true;
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
    List<int[]> left = places(near.left());
    List<int[]> right = left.isEmpty() ? List.of() : places(near.right());
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
  private List<int[]> places(List<Term.Sequence> sequences) {
    List<int[]> places = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      for (Term.Sequence sequence : sequences) {
        int end = i + sequence.words().size();
        if (end <= list.size() && standsAt(sequence, i)) {
          places.add(new int[] {i, end});
        }
      }
    }
    return places;
  }

  private Span span(int first, int end) {
    return new Span(list.get(first).start(), list.get(end - 1).end());
  }
}
