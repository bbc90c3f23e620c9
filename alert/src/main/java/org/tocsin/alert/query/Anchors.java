package org.tocsin.alert.query;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keys by which watches are found. A watch is filed under a set of keys of which every statement
 * that matches it has at least one: of an {@code AND} its most selective part, of an {@code OR} all
 * parts. Since a query is never purely negative, each has such a set.
 *
 * <p>A key is the field's initials and a folded value: {@code text~threat} for a stem, {@code
 * text=threats} for a plain form, {@code text^thr} for a beginning, {@code country=AF}.
 */
final class Anchors {
  private static final int FEW_LETTERS = 3;
  private static final int COMMON_CODE = 1_000;
  private static final int COUNTRY_CODE = 200;
  private static final int SHORT_WORD = 400;
  private static final int PREFIX = 100;

  private Anchors() {}

  /** Keys with an estimate of how many statements have one of them. */
  private record Choice(Set<String> keys, int cost) {}

  static Set<String> of(Expression root) {
    Choice choice = choose(root);
    if (choice == null) {
      throw new IllegalArgumentException("a purely negative query has no anchors");
    }
    return choice.keys();
  }

  /** What a subject can be found under. */
  static Set<String> of(Subject subject) {
    Set<String> keys = new HashSet<>();
    for (Field field : Field.values()) {
      for (Words words : subject.words(field)) {
        words.list().forEach(word -> add(field, word, subject.folds(field), keys));
      }
      subject.codes(field).forEach(code -> keys.add(field.label() + "=" + code));
    }
    subject.actorIds().forEach(id -> keys.add(actorId(id)));
    return keys;
  }

  private static void add(Field field, Word word, boolean english, Set<String> keys) {
    keys.add(english ? stem(field, word) : plain(field, word));
    if (word.plain().length() >= FEW_LETTERS) {
      keys.add(beginning(field, word));
    }
  }

  private static @Nullable Choice choose(Expression expression) {
    if (expression instanceof Expression.And and) {
      return cheapest(and);
    }
    if (expression instanceof Expression.Or or) {
      return together(or);
    }
    return expression instanceof Expression.Clause clause ? choice(clause) : null;
  }

  private static @Nullable Choice cheapest(Expression.And and) {
    Choice best = null;
    for (Expression part : and.parts()) {
      Choice choice = choose(part);
      if (choice != null && (best == null || choice.cost() < best.cost())) {
        best = choice;
      }
    }
    return best;
  }

  private static @Nullable Choice together(Expression.Or or) {
    Set<String> keys = new TreeSet<>();
    int cost = 0;
    for (Expression part : or.parts()) {
      Choice choice = choose(part);
      if (choice == null) {
        return null;
      }
      keys.addAll(choice.keys());
      cost += choice.cost();
    }
    return new Choice(keys, cost);
  }

  private static Choice choice(Expression.Clause clause) {
    if (clause.term() instanceof Term.Code code) {
      boolean country = clause.field() == Field.COUNTRY || clause.field() == Field.ABOUT;
      return new Choice(
          Set.of(clause.field().label() + "=" + code.value()),
          country ? COUNTRY_CODE : COMMON_CODE);
    }
    Term.Sequence sequence = (Term.Sequence) clause.term();
    Word word = sequence.rarest();
    if (sequence.prefix()) {
      return new Choice(Set.of(beginning(clause.field(), word)), PREFIX);
    }
    return new Choice(keys(clause.field(), sequence, word), SHORT_WORD / word.plain().length());
  }

  private static Set<String> keys(Field field, Term.Sequence sequence, Word word) {
    Set<String> keys = new TreeSet<>();
    keys.add(plain(field, word));
    if (field == Field.TEXT) {
      keys.add(stem(field, word));
    }
    if (field == Field.ACTOR) {
      keys.add(actorId(sequence.written().toLowerCase(Locale.ROOT)));
    }
    return keys;
  }

  private static String plain(Field field, Word word) {
    return field.label() + "=" + word.plain();
  }

  private static String stem(Field field, Word word) {
    return field.label() + "~" + word.stem();
  }

  private static String beginning(Field field, Word word) {
    return field.label() + "^" + word.plain().substring(0, FEW_LETTERS);
  }

  private static String actorId(String id) {
    return "actor#" + id;
  }
}
