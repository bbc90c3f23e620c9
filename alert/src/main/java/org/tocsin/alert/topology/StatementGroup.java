package org.tocsin.alert.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.query.WatchIndex;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Statement;

/**
 * What is known of one statement over all its sightings: the value of the store {@code
 * statement-groups}, keyed by the id of the first sighting.
 *
 * @param original whether the first sighting itself has come by; copies may come before it
 * @param first the first sighting, kept only where alerts were raised or may still be
 * @param sightings number of sightings, the first included once it has come
 * @param later the first {@value Alert#LISTED} other sightings, as long as an alert may list them
 * @param raised the alerts that rang
 * @param waiting the watches that will ring once enough outlets carry the statement
 * @param until latest event time among the sightings; forgetting goes by it
 * @param followUps what became of the statement in its articles, as long as an alert may tell it
 */
record StatementGroup(
    boolean original,
    @Nullable Sighting first,
    int sightings,
    List<Alert.Later> later,
    List<Raised> raised,
    List<WatchIndex.Waiting> waiting,
    Instant until,
    List<Alert.FollowUp> followUps) {

  /**
   * An alert that rang, with what its updates repeat.
   *
   * @param rung null where the first sighting rang it
   */
  record Raised(
      String alert,
      Alert.WatchRef watch,
      List<Alert.Reason> why,
      int update,
      @Nullable Instant rung) {
    Raised {
      why = List.copyOf(why);
    }

    Raised next() {
      return new Raised(alert, watch, why, update + 1, rung);
    }
  }

  static final StatementGroup EMPTY =
      new StatementGroup(false, null, 0, List.of(), List.of(), List.of(), Instant.EPOCH, List.of());

  StatementGroup {
    later = List.copyOf(later);
    raised = List.copyOf(raised);
    waiting = waiting == null ? List.of() : List.copyOf(waiting); // older groups have none
    followUps = followUps == null ? List.of() : List.copyOf(followUps);
  }

  /**
   * Whether this very sighting was counted already: a revision may repeat its statements. Where no
   * more are listed, nobody remembers what a later article said before its revision; nearly always
   * it said the same.
   */
  boolean knows(Sighting sighting) {
    String id = sighting.statement().id();
    if (id.equals(sighting.statement().originalId())) {
      return original;
    }
    boolean unlisted = later.size() >= Alert.LISTED && sighting.article().revision() > 0;
    return unlisted || later.stream().anyMatch(l -> l.statement().equals(id));
  }

  /** Whether the sighting puts back into force what its article had dropped or changed. */
  boolean restores(Sighting sighting) {
    Sighting.Source article = sighting.article();
    Alert.FollowUp last = null;
    for (Alert.FollowUp followUp : followUps) {
      last = followUp.statement().equals(sighting.statement().id()) ? followUp : last;
    }
    return last != null
        && last.kind() != Alert.FollowUp.Kind.RESTORED
        && (article.time().isAfter(last.time())
            || (article.time().equals(last.time()) && article.revision() > last.revision()));
  }

  /** Whether anything that becomes of the statement can still be told. */
  boolean matters() {
    return !original || !raised.isEmpty() || !waiting.isEmpty();
  }

  /** The group with something that became of its statement; the same where it is known. */
  StatementGroup following(Alert.FollowUp followUp) {
    if (followUps.contains(followUp) || followUps.size() >= Alert.FOLLOW_UPS) {
      return this;
    }
    List<Alert.FollowUp> more = new ArrayList<>(followUps);
    more.add(followUp);
    return new StatementGroup(
        original, first, sightings, later, raised, waiting, later(followUp.time()), more);
  }

  /** The group after the first sighting has come by, with the watches that wait for more. */
  StatementGroup withOriginal(Sighting sighting, List<WatchIndex.Waiting> waits) {
    return new StatementGroup(
        true,
        sighting,
        sightings + 1,
        later,
        raised,
        waits,
        later(sighting.article().heard()),
        followUps);
  }

  /** The group after another sighting. */
  StatementGroup withLater(Sighting sighting) {
    List<Alert.Later> listed = new ArrayList<>(later);
    boolean mayBeListed = !original || first != null;
    if (mayBeListed && listed.size() < Alert.LISTED) {
      Sighting.Source article = sighting.article();
      listed.add(
          new Alert.Later(
              sighting.statement().id(),
              article.id(),
              article.url(),
              article.name(),
              article.time()));
    }
    return new StatementGroup(
        original,
        first,
        sightings + 1,
        listed,
        raised,
        waiting,
        later(sighting.article().heard()),
        followUps.stream().map(f -> worded(f, sighting.statement())).toList());
  }

  /** A change to other words of the same statement, which come by as a sighting of their own. */
  private static Alert.FollowUp worded(Alert.FollowUp f, Statement statement) {
    return statement.id().equals(f.by())
        ? new Alert.FollowUp(
            f.kind(),
            f.statement(),
            f.article(),
            f.revision(),
            f.by(),
            f.what(),
            statement.text(),
            f.time())
        : f;
  }

  /** The group with every alert's next update counted. */
  StatementGroup updated() {
    return ringing(raised.stream().map(Raised::next).toList(), waiting);
  }

  /** The group with further alerts, and without the watches that need not wait any longer. */
  StatementGroup withRaised(List<Raised> more, int outlets) {
    List<Raised> all = new ArrayList<>(raised);
    all.addAll(more);
    return ringing(all, waiting.stream().filter(w -> w.outlets() > outlets).toList());
  }

  private StatementGroup ringing(List<Raised> rang, List<WatchIndex.Waiting> waits) {
    return new StatementGroup(original, first, sightings, later, rang, waits, until, followUps);
  }

  /** The group as it is stored: without what only alerts need, where there will be none. */
  StatementGroup slim() {
    return matters()
        ? this
        : new StatementGroup(
            true, null, sightings, List.of(), List.of(), List.of(), until, List.of());
  }

  /** How many outlets carry the statement, as far as sightings are listed. */
  int outlets() {
    Set<String> names = new HashSet<>();
    if (first != null) {
      names.add(first.article().name());
    }
    later.forEach(sighting -> names.add(sighting.source()));
    return names.size();
  }

  private Instant later(Instant time) {
    return time.isAfter(until) ? time : until;
  }
}
