package org.tocsin.alert.query;

import java.util.List;
import java.util.Optional;
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

  /** Why the query matches a statement; empty where it does not. */
  public Optional<List<Alert.Reason>> match(Sighting sighting) {
    return match(Subject.of(sighting));
  }

  /** The same for a statement that has been cut up for several queries. */
  public Optional<List<Alert.Reason>> match(Subject subject) {
    return new Matcher(written, subject).match(root);
  }

  /**
   * The one clause that keeps a statement from matching, as written: for the desk that asks why a
   * watch did not ring. Empty where the statement matches, or lacks more than one clause.
   */
  public Optional<String> missing(Subject subject) {
    if (!(root instanceof Expression.And and) || match(subject).isPresent()) {
      return Optional.empty();
    }
    List<Expression> failed =
        and.parts().stream()
            .filter(part -> new Matcher(written, subject).match(part).isEmpty())
            .toList();
    return failed.size() == 1 ? Optional.of(failed.get(0).where().of(written)) : Optional.empty();
  }
}
