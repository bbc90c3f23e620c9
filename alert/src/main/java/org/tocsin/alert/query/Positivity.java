package org.tocsin.alert.query;

/** Refuses queries that would ring for whatever lacks something, or is only carried by many. */
final class Positivity {
  private Positivity() {}

  static void check(Expression root) {
    if (root.positive()) {
      return;
    }
    Expression culprit = culprit(root);
    if (culprit.counts()) {
      throw new QueryException(
          culprit.where().start(),
          "a number of outlets does not say what is wanted",
          "add words, a speaker or a country");
    }
    throw new QueryException(
        culprit.where().start(),
        "this matches whatever lacks something: say also what is wanted",
        "wanted AND NOT unwanted");
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
