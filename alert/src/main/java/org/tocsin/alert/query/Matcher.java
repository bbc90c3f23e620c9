package org.tocsin.alert.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Span;

/** Holds a query against a subject and collects the reasons. */
final class Matcher {
  /** Occurrences of one clause that are given as reasons. */
  private static final int PER_CLAUSE = 8;

  /** Reasons an alert carries at most. */
  private static final int MAX_REASONS = 60;

  private final String query;
  private final Subject subject;

  Matcher(String query, Subject subject) {
    this.query = query;
    this.subject = subject;
  }

  Optional<List<Alert.Reason>> match(Expression root) {
    List<Alert.Reason> reasons = new ArrayList<>();
    boolean matched = holds(root, reasons);
    return matched ? Optional.of(reasons.stream().limit(MAX_REASONS).toList()) : Optional.empty();
  }

  private boolean holds(Expression expression, List<Alert.Reason> reasons) {
    if (expression instanceof Expression.And and) {
      return all(and.parts(), reasons);
    }
    if (expression instanceof Expression.Or or) {
      return any(or.parts(), reasons);
    }
    if (expression instanceof Expression.Not not) {
      return !holds(not.part(), new ArrayList<>());
    }
    List<Alert.Reason> found = reasons((Expression.Clause) expression);
    reasons.addAll(found);
    return !found.isEmpty();
  }

  private boolean all(List<Expression> parts, List<Alert.Reason> reasons) {
    int before = reasons.size();
    for (Expression part : parts) {
      if (!holds(part, reasons)) {
        reasons.subList(before, reasons.size()).clear();
        return false;
      }
    }
    return true;
  }

  /** Looks at every alternative, so that the alert shows all that was found. */
  private boolean any(List<Expression> parts, List<Alert.Reason> reasons) {
    boolean matched = false;
    for (Expression part : parts) {
      matched |= holds(part, reasons);
    }
    return matched;
  }

  private List<Alert.Reason> reasons(Expression.Clause clause) {
    if (clause.term() instanceof Term.Code code) {
      boolean there = subject.codes(clause.field()).contains(code.value());
      return there ? List.of(reason(clause, code.value())) : List.of();
    }
    Term.Sequence sequence = (Term.Sequence) clause.term();
    List<Alert.Reason> found = new ArrayList<>();
    for (Words words : subject.words(clause.field())) {
      for (Span span : words.find(sequence, subject.folds(clause.field()), PER_CLAUSE)) {
        found.add(reason(clause, words, span));
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    return clause.field() == Field.ACTOR ? byId(clause, sequence) : found;
  }

  private List<Alert.Reason> byId(Expression.Clause clause, Term.Sequence sequence) {
    String id = sequence.written().toLowerCase(Locale.ROOT);
    boolean there = !sequence.prefix() && subject.actorIds().contains(id);
    return there ? List.of(reason(clause, sequence.written())) : List.of();
  }

  private Alert.Reason reason(Expression.Clause clause, Words words, Span span) {
    String matched = span.of(words.text());
    return clause.field() == Field.TEXT
        ? new Alert.Reason(
            written(clause), clause.field().label(), matched, span.start(), span.end())
        : reason(clause, matched);
  }

  private Alert.Reason reason(Expression.Clause clause, String matched) {
    return new Alert.Reason(written(clause), clause.field().label(), matched, null, null);
  }

  private String written(Expression.Clause clause) {
    return clause.where().of(query);
  }
}
