package org.tocsin.enrich.novelty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ChangedFrom.What;

/**
 * What may not differ between a statement and its repeat, however alike the rest: numbers, days,
 * negation, how sure it is, names. The comparison is symmetric but for the places it names.
 */
final class Facts {
  /** Words between a fact and the word it is about: {@code will} not now {@code attack}. */
  private static final int REACH = 4;

  /** Stands for the number before a unit that has none; no number's form is negative. */
  private static final int UNCOUNTED = -1;

  private final int[] a;
  private final int[] b;
  private final IntUnaryOperator modal;

  /**
   * Compares the facts of two statements.
   *
   * @param reported whether one of the two is reported speech, where will becomes would
   */
  private Facts(int[] a, int[] b, boolean reported) {
    this.a = a;
    this.b = b;
    boolean negated = negates(a) || negates(b);
    this.modal =
        reported ? Backshift::fold : negated ? IntUnaryOperator.identity() : Backshift::possible;
  }

  /** The weightiest fact in which the two differ; null where their facts agree. */
  static @Nullable Change change(int[] a, int[] b, boolean reported) {
    Facts facts = new Facts(a, b, reported);
    Change change = facts.numbers();
    change = change == null ? facts.units() : change;
    change = change == null ? facts.negation() : change;
    change = change == null ? facts.modality() : change;
    change = change == null ? facts.dates() : change;
    change = change == null ? facts.names() : change;
    return change != null || facts.turnsRound() ? change : facts.opposites();
  }

  /** Whether one negates what the other says by its opposite: not accept, reject. */
  private boolean turnsRound() {
    int left = places(a, WordClass.NEGATION).size();
    return left % 2 != places(b, WordClass.NEGATION).size() % 2;
  }

  private @Nullable Change numbers() {
    int from = lacking(a, b, WordClass.NUMBER);
    int to = lacking(b, a, WordClass.NUMBER);
    if (from >= 0 || to >= 0) {
      return new Change(What.NUMBER, from, to);
    }
    return rebound(WordClass.NUMBER, What.NUMBER);
  }

  /**
   * The same number of another unit, or a stretch of time of another order: three days and three
   * weeks, within days and within months.
   */
  private @Nullable Change units() {
    Map<Integer, Integer> left = counted(a);
    Map<Integer, Integer> right = counted(b);
    for (Map.Entry<Integer, Integer> one : left.entrySet()) {
      Integer unit = right.get(one.getKey());
      if (unit != null && !Term.kin(a[one.getValue()], b[unit])) {
        return new Change(
            one.getKey() == UNCOUNTED ? What.DATE : What.NUMBER, one.getValue(), unit);
      }
    }
    return null;
  }

  /** Where the unit of each number stands, and that of no number, as far as each has only one. */
  private static Map<Integer, Integer> counted(int[] words) {
    Map<Integer, Integer> counted = new HashMap<>();
    Set<Integer> twice = new HashSet<>();
    for (int i = 1; i < words.length; i++) {
      if (WordList.isUnit(words[i])) {
        boolean number = WordClass.of(words[i - 1]) == WordClass.NUMBER;
        int key = number ? Term.form(words[i - 1]) : UNCOUNTED;
        Integer before = counted.put(key, i);
        if (before != null && !Term.kin(words[before], words[i])) {
          twice.add(key);
        }
      }
    }
    counted.keySet().removeAll(twice);
    return counted;
  }

  /** Both name a day, and not the same: one may be more exact than the other. */
  private @Nullable Change dates() {
    int from = lacking(a, b, WordClass.CALENDAR);
    int to = lacking(b, a, WordClass.CALENDAR);
    return from >= 0 && to >= 0 ? new Change(What.DATE, from, to) : null;
  }

  private @Nullable Change negation() {
    List<Integer> left = places(a, WordClass.NEGATION);
    List<Integer> right = places(b, WordClass.NEGATION);
    if (turnsRound()) {
      return opposites() == null ? new Change(What.NEGATION, last(left), last(right)) : null;
    }
    Map<Integer, Integer> of = bound(a, WordClass.NEGATION);
    Map<Integer, Integer> in = bound(b, WordClass.NEGATION);
    for (Map.Entry<Integer, Integer> one : of.entrySet()) {
      boolean elsewhere = !in.isEmpty() && !in.containsKey(one.getKey());
      if (elsewhere
          && stands(one.getKey(), b)
          && in.keySet().stream().anyMatch(w -> stands(w, a))) {
        return new Change(What.NEGATION, one.getValue(), last(right));
      }
    }
    return null;
  }

  private static boolean negates(int[] words) {
    return !places(words, WordClass.NEGATION).isEmpty();
  }

  private static int last(List<Integer> places) {
    return places.isEmpty() ? Change.NOWHERE : places.get(places.size() - 1);
  }

  private static boolean stands(int family, int[] words) {
    for (int word : words) {
      if (Term.family(word) == family) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Change modality() {
    int from = lackingModal(a, b);
    int to = lackingModal(b, a);
    if (from >= 0 || to >= 0) {
      return new Change(What.MODALITY, from, to);
    }
    return rebound(WordClass.MODAL, What.MODALITY);
  }

  private int lackingModal(int[] words, int[] other) {
    Set<Integer> known = new HashSet<>();
    places(other, WordClass.MODAL).forEach(i -> known.add(modal.applyAsInt(other[i])));
    return places(words, WordClass.MODAL).stream()
        .filter(i -> !known.contains(modal.applyAsInt(words[i])))
        .findFirst()
        .orElse(Change.NOWHERE);
  }

  /** The same values, but about other words: 3 dead and 20 hurt, 20 dead and 3 hurt. */
  private @Nullable Change rebound(WordClass kind, What what) {
    Map<Integer, Integer> left = bound(a, kind);
    Map<Integer, Integer> right = bound(b, kind);
    for (Map.Entry<Integer, Integer> one : left.entrySet()) {
      Integer other = right.get(one.getKey());
      if (other != null && modal.applyAsInt(a[one.getValue()]) != modal.applyAsInt(b[other])) {
        return new Change(what, one.getValue(), other);
      }
    }
    return null;
  }

  /** By the family of the word it is about, the place of each fact of a kind. */
  private static Map<Integer, Integer> bound(int[] words, WordClass kind) {
    Map<Integer, Integer> bound = new HashMap<>();
    for (int place : places(words, kind)) {
      for (int i = place + 1; i < words.length && i <= place + REACH; i++) {
        WordClass next = WordClass.of(words[i]);
        if (next.isContent() && next != WordClass.NUMBER) {
          bound.put(Term.family(words[i]), place);
          break;
        }
      }
    }
    return bound;
  }

  /** Each has a name that the other lacks, or those that both have stand in another order. */
  private @Nullable Change names() {
    int from = lackingName(a, b);
    int to = lackingName(b, a);
    if (from >= 0 && to >= 0) {
      boolean place = Prepositions.precede(a, from) && Prepositions.precede(b, to);
      return new Change(place ? What.PLACE : What.NAME, from, to);
    }
    List<Integer> left = common(a, b);
    List<Integer> right = common(b, a);
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      if (!Term.kin(a[left.get(i)], b[right.get(i)])) {
        return new Change(What.NAME, left.get(i), right.get(i));
      }
    }
    return null;
  }

  private static int lackingName(int[] words, int[] other) {
    for (int i = 0; i < words.length; i++) {
      if (WordClass.of(words[i]) == WordClass.NAME && !stands(Term.family(words[i]), other)) {
        return i;
      }
    }
    return Change.NOWHERE;
  }

  /** Places of the first mention of each name that both have. */
  private static List<Integer> common(int[] words, int[] other) {
    List<Integer> places = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < words.length; i++) {
      int family = Term.family(words[i]);
      boolean name = isName(family, words) || isName(family, other);
      if (name && stands(family, other) && seen.add(family)) {
        places.add(i);
      }
    }
    return places;
  }

  private static boolean isName(int family, int[] words) {
    for (int word : words) {
      if (Term.family(word) == family && WordClass.of(word) == WordClass.NAME) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Change opposites() {
    for (int i = 0; i < a.length; i++) {
      if (WordClass.of(a[i]) != WordClass.OPPOSITE || side(b, a[i], Term.isLeft(a[i])) >= 0) {
        continue;
      }
      int to = side(b, a[i], !Term.isLeft(a[i]));
      if (to >= 0 && side(a, a[i], !Term.isLeft(a[i])) < 0) {
        return new Change(What.OPPOSITE, i, to);
      }
    }
    return null;
  }

  /** Where a word of this pair of opposites stands, on this side. */
  private static int side(int[] words, int pair, boolean left) {
    for (int i = 0; i < words.length; i++) {
      boolean opposite = WordClass.of(words[i]) == WordClass.OPPOSITE;
      if (opposite && Term.kin(words[i], pair) && Term.isLeft(words[i]) == left) {
        return i;
      }
    }
    return Change.NOWHERE;
  }

  private static List<Integer> places(int[] words, WordClass kind) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      if (WordClass.of(words[i]) == kind) {
        places.add(i);
      }
    }
    return places;
  }

  /** Where a fact of this kind stands that the other lacks. */
  private static int lacking(int[] words, int[] other, WordClass kind) {
    for (int place : places(words, kind)) {
      boolean known = false;
      for (int word : other) {
        known |= Term.same(word, words[place]);
      }
      if (!known) {
        return place;
      }
    }
    return Change.NOWHERE;
  }
}
