package org.tocsin.enrich.novelty;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may not differ between a statement and its repeat, however alike the rest: numbers, days and
 * months, negation, how sure it is.
 *
 * @param negated whether the number of negations is odd
 */
record Facts(Set<Integer> numbers, Set<Integer> calendar, Set<Integer> modals, boolean negated) {
  static Facts of(int[] words) {
    Set<Integer> numbers = new HashSet<>();
    Set<Integer> calendar = new HashSet<>();
    Set<Integer> modals = new HashSet<>();
    int negations = 0;
    for (int word : words) {
      switch (WordClass.of(word)) {
        case NUMBER -> numbers.add(word);
        case CALENDAR -> calendar.add(word);
        case MODAL -> modals.add(word);
        case NEGATION -> negations++;
        default -> {
          // No fact.
        }
      }
    }
    return new Facts(numbers, calendar, modals, negations % 2 == 1);
  }

  /**
   * What the later statement says otherwise or more, as a reason; null where the facts agree. It
   * may leave numbers and days out.
   *
   * @param reported whether one of the two is reported speech, where will becomes would
   */
  static @Nullable String conflict(Facts earlier, Facts later, boolean reported) {
    if (!earlier.numbers.containsAll(later.numbers)) {
      return "another number";
    }
    if (!earlier.calendar.containsAll(later.calendar)) {
      return "another day or month";
    }
    if (earlier.negated != later.negated) {
      return "one of the two is negated";
    }
    boolean sure =
        reported
            ? Backshift.fold(earlier.modals).equals(Backshift.fold(later.modals))
            : earlier.modals.equals(later.modals);
    return sure ? null : "not equally certain";
  }
}
