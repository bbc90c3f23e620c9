package org.tocsin.enrich;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.FirstSeen;
import org.tocsin.contract.StatementState;
import org.tocsin.enrich.novelty.Change;
import org.tocsin.enrich.novelty.Comparison;
import org.tocsin.enrich.novelty.RepeatRule;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.sketch.StatementSketch;

/**
 * What one revision of an article says, to be compared with another one: the value of the store
 * {@code standings}, where it lies for the revision that stands.
 *
 * @param time event time
 * @param firsts for each statement its first sighting, or null where it was new
 * @param seen stream time when it came, in milliseconds
 */
public record Standing(
    int revision,
    Instant time,
    List<StatementSketch> statements,
    List<@Nullable FirstSeen> firsts,
    long seen) {
  public Standing {
    statements = List.copyOf(statements);
    firsts = Collections.unmodifiableList(new ArrayList<>(firsts));
  }

  /** What a sketch says. */
  static Standing of(ArticleSketch sketch, List<@Nullable FirstSeen> firsts) {
    return new Standing(sketch.revision(), sketch.time(), sketch.statements(), firsts, 0);
  }

  /** The same, come at some time. */
  public Standing seenAt(long stream) {
    return new Standing(revision, time, statements, firsts, stream);
  }

  /** Whether this text stands though another came after it: its event time is later. */
  boolean outlasts(Standing arrived) {
    return revision != arrived.revision && time.isAfter(arrived.time);
  }

  /** What became of these statements, now that another revision of the article stands. */
  List<StatementState> replacedBy(Standing other, ArticleSketch article) {
    List<StatementState> states = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      Successor successor = Successor.of(statements.get(i), other.statements);
      if (!successor.same()) {
        states.add(state(i, successor, other, article));
      }
    }
    return states;
  }

  private StatementState state(
      int place, Successor successor, Standing other, ArticleSketch article) {
    StatementSketch statement = statements.get(place);
    FirstSeen first = firsts.get(place);
    StatementState withdrawn =
        StatementState.withdrawn(
            statement.id(),
            first == null ? statement.id() : first.statement(),
            article.article(),
            other.revision,
            other.time,
            article.lane());
    return successor.of(withdrawn);
  }

  /**
   * What stands in the place of a statement.
   *
   * @param id of the statement nearest to it; null where there is none
   * @param likeness of the two; null where there is none or it is the very same
   * @param same whether it stands there word for word
   */
  private record Successor(@Nullable String id, @Nullable Comparison likeness, boolean same) {
    static Successor of(StatementSketch statement, List<StatementSketch> candidates) {
      Successor best = new Successor(null, null, false);
      for (StatementSketch candidate : candidates) {
        Comparison likeness = RepeatRule.compare(statement, candidate);
        if (candidate.id().equals(statement.id()) || (likeness.repeat() && likeness.score() == 1)) {
          return new Successor(candidate.id(), null, true);
        }
        if ((likeness.repeat() || likeness.change() != null) && best.isBelow(likeness)) {
          best = new Successor(candidate.id(), likeness, false);
        }
      }
      return best;
    }

    /** The state of a statement without a successor, with regard to this one. */
    StatementState of(StatementState withdrawn) {
      if (id == null) {
        return withdrawn;
      }
      StatementState changed = withdrawn.changedTo(id);
      Change change = likeness == null ? null : likeness.change();
      return change == null ? changed : changed.in(change.what());
    }

    /** Whether another likeness is nearer: a repeat before a change, then the higher score. */
    private boolean isBelow(Comparison other) {
      return likeness == null
          || (other.repeat() == likeness.repeat()
              ? other.score() > likeness.score()
              : other.repeat());
    }
  }
}
