package org.tocsin.alert.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Span;

/** Holds a query against a subject, carried by so many outlets, and collects the reasons. */
final class Matcher {
  /** Occurrences of one clause that are given as reasons. */
  private static final int PER_CLAUSE = 8;

  /** Reasons an alert carries at most. */
  private static final int MAX_REASONS = 60;

  private final String query;
  private final Subject subject;
  private final int outlets;

  Matcher(String query, Subject subject, int outlets) {
    this.query = query;
    this.subject = subject;
    this.outlets = outlets;
  }

  Optional<List<Alert.Reason>> match(Expression root) {
    List<Alert.Reason> reasons = new ArrayList<>();
    if (!holds(root, reasons)) {
      return Optional.empty();
    }
    return Optional.of(
        reasons.size() > MAX_REASONS ? List.copyOf(reasons.subList(0, MAX_REASONS)) : reasons);
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
    List<Alert.Reason> found = reasons(expression);
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

  private List<Alert.Reason> reasons(Expression leaf) {
    if (leaf instanceof Expression.Near near) {
      Words words = subject.text();
      return words.find(near, PER_CLAUSE).stream()
          .map(span -> reason(near, Field.TEXT, words, span))
          .toList();
    }
    Expression.Clause clause = (Expression.Clause) leaf;
    if (clause.term() instanceof Term.Code code) {
      boolean there = subject.codes(clause.field()).contains(code.value());
      return there ? List.of(reason(clause, clause.field(), code.value())) : List.of();
    }
    if (clause.term() instanceof Term.AtLeast least) {
      boolean there = outlets >= least.outlets();
      return there ? List.of(reason(clause, clause.field(), String.valueOf(outlets))) : List.of();
    }
    return words(clause);
  }

  private List<Alert.Reason> words(Expression.Clause clause) {
    for (Words words : subject.words(clause.field())) {
      List<Span> spans = words.find(clause.term(), PER_CLAUSE);
      if (!spans.isEmpty()) {
        List<Alert.Reason> found = new ArrayList<>(spans.size());
        spans.forEach(span -> found.add(reason(clause, clause.field(), words, span)));
        return found;
      }
    }
    boolean mayBeId = clause.field() == Field.ACTOR && clause.term() instanceof Term.Sequence;
    return mayBeId ? byId(clause, (Term.Sequence) clause.term()) : List.of();
  }

  private List<Alert.Reason> byId(Expression.Clause clause, Term.Sequence sequence) {
    String id = sequence.written().toLowerCase(Locale.ROOT);
    boolean whole = sequence.words().get(0) instanceof Shape.Form;
    return whole && subject.actorIds().contains(id)
        ? List.of(reason(clause, clause.field(), sequence.written()))
        : List.of();
  }

  private Alert.Reason reason(Expression leaf, Field field, Words words, Span span) {
    String matched = span.of(words.text());
    return field == Field.TEXT
        ? new Alert.Reason(written(leaf), field.label(), matched, span.start(), span.end())
        : reason(leaf, field, matched);
  }

  private Alert.Reason reason(Expression leaf, Field field, String matched) {
    return new Alert.Reason(written(leaf), field.label(), matched, null, null);
  }

  private String written(Expression leaf) {
    return leaf.where().of(query);
  }
}
