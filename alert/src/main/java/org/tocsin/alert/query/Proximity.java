package org.tocsin.alert.query;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.contract.Span;

/** Reads what stands on both sides of NEAR, and keeps closeness to the statement's words. */
final class Proximity {
  /** Pairs of alternatives that one NEAR compares at most. */
  static final int MOST_PAIRS = 100;

  private Proximity() {}

  static Term checked(Field field, Token token) {
    Term term = Sequences.read(token);
    if (field != Field.TEXT && term instanceof Term.Window) {
      throw elsewhere(token.start());
    }
    return term;
  }

  static Expression.Near near(Expression left, Token near, Expression right) {
    List<Term.Sequence> before = sequences(left);
    List<Term.Sequence> after = sequences(right);
    if (before.size() * after.size() > MOST_PAIRS) {
      throw new QueryException(
          near.start(),
          "NEAR compares at most "
              + MOST_PAIRS
              + " pairs of alternatives, these are "
              + before.size() * after.size(),
          "split the watch");
    }
    return new Expression.Near(
        before, after, near.gap(), new Span(left.where().start(), right.where().end()));
  }

  private static List<Term.Sequence> sequences(Expression side) {
    List<Term.Sequence> found = new ArrayList<>();
    List<Expression> parts = side instanceof Expression.Or or ? or.parts() : List.of(side);
    for (Expression part : parts) {
      if (!(part instanceof Expression.Clause clause)) {
        throw new QueryException(
            part.where().start(),
            "beside NEAR stand a word, a phrase, or such between OR in brackets",
            "(ship OR vessel) NEAR/8 port");
      }
      if (clause.field() != Field.TEXT) {
        throw elsewhere(clause.where().start());
      }
      if (!(clause.term() instanceof Term.Sequence sequence)) {
        throw new QueryException(
            clause.where().start(), "~ and NEAR do not work together", "use one of them");
      }
      found.add(sequence);
    }
    return found;
  }

  private static QueryException elsewhere(int position) {
    return new QueryException(
        position, "closeness is measured in the statement's words only", "leave the field out");
  }
}
