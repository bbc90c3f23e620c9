package org.tocsin.alert.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a statement must have for a query to be worth evaluating: less than the query asks for,
 * never more. Order, closeness, exclusions and numbers of outlets are left out.
 */
sealed interface Need {
  /** This one thing. */
  record Has(Want want) implements Need {}

  /** All of these. */
  record All(List<Need> parts) implements Need {}

  /** One of these. */
  record Any(List<Need> parts) implements Need {}

  /**
   * What a query needs.
   *
   * @throws IllegalArgumentException where it is not {@link Expression#positive}
   */
  static Need of(Expression root) {
    return from(root)
        .orElseThrow(() -> new IllegalArgumentException("a query that needs nothing: " + root));
  }

  /** Names every want as often as it stands here. */
  default void wants(Consumer<Want> taker) {
    if (this instanceof All all) {
      all.parts().forEach(part -> part.wants(taker));
    } else if (this instanceof Any any) {
      any.parts().forEach(part -> part.wants(taker));
    } else {
      taker.accept(((Has) this).want());
    }
  }

  private static Optional<Need> from(Expression expression) {
    if (expression instanceof Expression.And and) {
      return Optional.of(and.parts().stream().flatMap(p -> from(p).stream()).toList())
          .filter(parts -> !parts.isEmpty())
          .map(Need::all);
    }
    if (expression instanceof Expression.Or or) {
      List<Need> parts = or.parts().stream().flatMap(p -> from(p).stream()).toList();
      return parts.size() == or.parts().size() ? Optional.of(any(parts)) : Optional.empty();
    }
    if (expression instanceof Expression.Near near) {
      return Optional.of(all(List.of(oneOf(near.left()), oneOf(near.right()))));
    }
    return expression instanceof Expression.Clause clause ? from(clause) : Optional.empty();
  }

  private static Optional<Need> from(Expression.Clause clause) {
    if (clause.term() instanceof Term.AtLeast) {
      return Optional.empty();
    }
    if (clause.term() instanceof Term.Code code) {
      return Optional.of(new Has(Want.of(new Key(clause.field(), Key.Sort.WHOLE, code.value()))));
    }
    if (clause.term() instanceof Term.Window window) {
      return Optional.of(words(clause.field(), window.words()));
    }
    Term.Sequence sequence = (Term.Sequence) clause.term();
    Need words = words(clause.field(), sequence.words());
    if (clause.field() != Field.ACTOR) {
      return Optional.of(words);
    }
    String id = sequence.written().toLowerCase(Locale.ROOT);
    return Optional.of(
        any(List.of(words, new Has(Want.of(new Key(Field.ACTOR, Key.Sort.ID, id))))));
  }

  private static Need oneOf(List<Term.Sequence> sequences) {
    return any(sequences.stream().map(s -> words(Field.TEXT, s.words())).toList());
  }

  private static Need words(Field field, List<Shape> shapes) {
    return all(shapes.stream().map(shape -> word(field, shape)).toList());
  }

  private static Need word(Field field, Shape shape) {
    if (shape instanceof Shape.Pattern pattern) {
      return new Has(Want.of(Key.beginning(field, pattern.letters())));
    }
    Shape.Form form = (Shape.Form) shape;
    List<Key> forms = new ArrayList<>();
    forms.add(new Key(field, Key.Sort.WHOLE, form.plain()));
    if (field == Field.TEXT) {
      form.distinctStems().forEach(stem -> forms.add(new Key(field, Key.Sort.STEM, stem)));
    }
    return new Has(new Want(forms));
  }

  private static Need all(List<Need> parts) {
    return parts.size() == 1 ? parts.get(0) : new All(List.copyOf(parts));
  }

  private static Need any(List<Need> parts) {
    return parts.size() == 1 ? parts.get(0) : new Any(List.copyOf(parts));
  }
}
