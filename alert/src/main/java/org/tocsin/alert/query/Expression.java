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
   * Whether a match rests on something found, not only on something missing: a query that does not
   * would ring for almost every statement.
   */
  default boolean positive() {
    if (this instanceof And and) {
      return and.parts().stream().anyMatch(Expression::positive);
    }
    if (this instanceof Or or) {
      return or.parts().stream().allMatch(Expression::positive);
    }
    return this instanceof Clause;
  }
}
