package org.tocsin.alert.query;

import java.util.Set;
import java.util.function.Predicate;

/**
 * Refuses queries of which an alternative rests on nothing but a language, a kind, or words that
 * stand in every text: they would ring for a good part of all that is said. Such a query can be
 * read and tried; it cannot be put into force.
 */
public final class Breadth {
  private static final Set<String> COMMON =
      WordList.words("/org/tocsin/alert/query/common-words.txt");

  private Breadth() {}

  /**
   * Checks a query.
   *
   * @throws QueryException naming the alternative that is too broad
   */
  public static void check(Query query) {
    if (narrow(query.root())) {
      return;
    }
    Expression culprit = culprit(query.root());
    throw new QueryException(
        culprit.where().start(),
        "this is too broad: '"
            + culprit.where().of(query.written())
            + "' stands in a good part of all statements",
        "add words, a speaker or a country");
  }

  private static Expression culprit(Expression expression) {
    return expression instanceof Expression.Or or
        ? or.parts().stream()
            .filter(Predicate.not(Breadth::narrow))
            .map(Breadth::culprit)
            .findFirst()
            .orElse(or)
        : expression;
  }

  private static boolean narrow(Expression expression) {
    if (expression instanceof Expression.And and) {
      return and.parts().stream().anyMatch(Breadth::narrow);
    }
    if (expression instanceof Expression.Or or) {
      return or.parts().stream().allMatch(Breadth::narrow);
    }
    if (expression instanceof Expression.Near near) {
      return near.left().stream().allMatch(Breadth::narrow)
          || near.right().stream().allMatch(Breadth::narrow);
    }
    return expression instanceof Expression.Clause clause && narrow(clause);
  }

  private static boolean narrow(Expression.Clause clause) {
    return switch (clause.field()) {
      case LANGUAGE, KIND, OUTLETS -> false;
      case COUNTRY, ABOUT, PUBLISHER_COUNTRY -> true;
      case TEXT, SPEAKER, ACTOR, SOURCE -> narrow(clause.term());
    };
  }

  private static boolean narrow(Term term) {
    if (term instanceof Term.Window window) {
      return window.words().stream().anyMatch(Breadth::narrow);
    }
    return term instanceof Term.Sequence sequence
        && sequence.words().stream().anyMatch(Breadth::narrow);
  }

  /** A pattern is as broad as the most common word that fits it. */
  private static boolean narrow(Shape shape) {
    return shape instanceof Shape.Form form
        ? !COMMON.contains(form.plain())
        : COMMON.stream().noneMatch(word -> shape.fits(new Word(word, word, 0, 0), null));
  }
}
