package org.tocsin.alert.query;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.contract.Span;

/**
 * A text with its words, in order.
 *
 * @param text as it was
 * @param list its words with their places in it
 */
record Words(String text, List<Word> list) {
  Words {
    list = List.copyOf(list);
  }

  static Words of(String text) {
    return new Words(text, new WordSplitter(text).split());
  }

  /** Where a sequence occurs, at most {@code limit} times, from left to right. */
  List<Span> find(Term.Sequence sequence, boolean english, int limit) {
    List<Span> found = new ArrayList<>();
    int size = sequence.words().size();
    for (int i = 0; i + size <= list.size() && found.size() < limit; i++) {
      if (standsAt(sequence, i, english)) {
        found.add(new Span(list.get(i).start(), list.get(i + size - 1).end()));
      }
    }
    return found;
  }

  private boolean standsAt(Term.Sequence sequence, int index, boolean english) {
    List<Word> wanted = sequence.words();
    if (sequence.prefix()) {
      return list.get(index).plain().startsWith(wanted.get(0).plain());
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!list.get(index + i).form(english).equals(wanted.get(i).form(english))) {
        return false;
      }
    }
    return true;
  }
}
