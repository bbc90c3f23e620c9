package org.tocsin.alert.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Sighting;

/**
 * A query that has been read: {@code threat* AND country:(AF OR TJ) NOT source:"Daily Echo"}.
 *
 * @param written as the desk wrote it
 * @param root what it means
 */
public record Query(String written, Expression root) {

  /**
   * Reads a query.
   *
   * @throws QueryException with the position of the first fault
   */
  public static Query parse(String query) {
    return new Query(query, Parser.parse(query));
  }

  /** Why the query matches a statement at its first sighting; empty where it does not. */
  public Optional<List<Alert.Reason>> match(Sighting sighting) {
    return match(Subject.of(sighting));
  }

  /** The same for a statement that has been cut up for several queries. */
  public Optional<List<Alert.Reason>> match(Subject subject) {
    return match(subject, 1);
  }

  /** Why the query matches a statement that so many outlets carry; empty where it does not. */
  public Optional<List<Alert.Reason>> match(Subject subject, int outlets) {
    return new Matcher(written, subject, outlets).match(root);
  }

  /** Whether it asks for a number of outlets. */
  public boolean counts() {
    return root.counts();
  }

  /**
   * How many outlets must carry a statement for the query to match it: 1 where it matches at its
   * first sighting, more where the query asks for more, empty where it never will.
   */
  public OptionalInt outlets(Subject subject) {
    int least = least(root, subject);
    return least > Outlets.MOST ? OptionalInt.empty() : OptionalInt.of(least);
  }

  private int least(Expression expression, Subject subject) {
    if (expression instanceof Expression.And and) {
      return and.parts().stream().mapToInt(part -> least(part, subject)).max().orElseThrow();
    }
    if (expression instanceof Expression.Or or) {
      return or.parts().stream().mapToInt(part -> least(part, subject)).min().orElseThrow();
    }
    if (expression instanceof Expression.Clause clause
        && clause.term() instanceof Term.AtLeast least) {
      return least.outlets();
    }
    return new Matcher(written, subject, 1).match(expression).isPresent() ? 1 : Integer.MAX_VALUE;
  }
}
