package org.tocsin.alert.query;

import java.util.List;
import org.tocsin.contract.Span;

/**
 * A node of a query: {@code And[Clause(text, threat), Not(Clause(country, RU))]}. Each knows where
 * it stands in the query, so that an alert can quote the clause that fired.
 */
public sealed interface Expression {
  /** Where it stands in the query. */
  Span where();

  /** All parts hold. */
  record And(List<Expression> parts, Span where) implements Expression {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** At least one part holds. */
  record Or(List<Expression> parts, Span where) implements Expression {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** The part does not hold. */
  record Not(Expression part, Span where) implements Expression {}

  /** A term in a field. */
  record Clause(Field field, Term term, Span where) implements Expression {}

  /**
   * One of the sequences on the left stands close to one of those on the right, before or after it.
   *
   * @param gap how many other words may stand between the two
   */
  record Near(List<Term.Sequence> left, List<Term.Sequence> right, int gap, Span where)
      implements Expression {
    public Near {
      left = List.copyOf(left);
      right = List.copyOf(right);
    }
  }

  /**
   * Whether a match rests on something found, not only on something missing or on a number: a query
   * that does not would ring for almost every statement.
   */
  default boolean positive() {
    if (this instanceof And and) {
      return and.parts().stream().anyMatch(Expression::positive);
    }
    if (this instanceof Or or) {
      return or.parts().stream().allMatch(Expression::positive);
    }
    return this instanceof Near || (this instanceof Clause clause && !clause.counts());
  }

  /** Whether it asks for a number of outlets anywhere. */
  default boolean counts() {
    if (this instanceof And and) {
      return and.parts().stream().anyMatch(Expression::counts);
    }
    if (this instanceof Or or) {
      return or.parts().stream().anyMatch(Expression::counts);
    }
    if (this instanceof Not not) {
      return not.part().counts();
    }
    return this instanceof Clause clause && clause.term() instanceof Term.AtLeast;
  }
}
