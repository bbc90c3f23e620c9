package org.tocsin.alert.query;

/** Refuses queries that would ring for whatever lacks something. */
final class Positivity {
  private Positivity() {}

  static void check(Expression root) {
    if (!root.positive()) {
      Expression culprit = culprit(root);
      throw new QueryException(
          culprit.where().start(),
          "this matches whatever lacks something: say also what is wanted",
          "wanted AND NOT unwanted");
    }
  }

  private static Expression culprit(Expression expression) {
    if (expression instanceof Expression.Or or) {
      return or.parts().stream()
          .filter(p -> !p.positive())
          .map(Positivity::culprit)
          .findFirst()
          .orElse(or);
    }
    return expression;
  }
}
