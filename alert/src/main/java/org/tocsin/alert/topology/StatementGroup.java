package org.tocsin.alert.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Sighting;

/**
 * What is known of one statement over all its sightings: the value of the store {@code
 * statement-groups}, keyed by the id of the first sighting.
 *
 * @param original whether the first sighting itself has come by; copies may come before it
 * @param first the first sighting, kept only where alerts were raised
 * @param sightings number of sightings, the first included once it has come
 * @param later the first {@value Alert#LISTED} other sightings, as long as an alert may list them
 * @param raised the alerts that rang
 * @param until latest event time among the sightings; forgetting goes by it
 */
record StatementGroup(
    boolean original,
    @Nullable Sighting first,
    int sightings,
    List<Alert.Later> later,
    List<Raised> raised,
    Instant until) {

  /** An alert that rang, with what its updates repeat. */
  record Raised(String alert, Alert.WatchRef watch, List<Alert.Reason> why, int update) {
    Raised {
      why = List.copyOf(why);
    }

    Raised next() {
      return new Raised(alert, watch, why, update + 1);
    }
  }

  static final StatementGroup EMPTY =
      new StatementGroup(false, null, 0, List.of(), List.of(), Instant.EPOCH);

  StatementGroup {
    later = List.copyOf(later);
    raised = List.copyOf(raised);
  }

  /** Whether this very sighting was counted already: a revision may repeat its statements. */
  boolean knows(Sighting sighting) {
    String id = sighting.statement().id();
    boolean listed = later.stream().anyMatch(l -> l.statement().equals(id));
    return listed || (original && id.equals(sighting.statement().originalId()));
  }

  /** The group after the first sighting has come by, with the alerts that it rang. */
  StatementGroup withOriginal(Sighting sighting, List<Raised> rang) {
    return new StatementGroup(
        true,
        rang.isEmpty() ? null : sighting,
        sightings + 1,
        rang.isEmpty() ? List.of() : later,
        rang,
        later(sighting.article().time()));
  }

  /** The group after another sighting. */
  StatementGroup withLater(Sighting sighting) {
    List<Alert.Later> listed = new ArrayList<>(later);
    boolean mayBeListed = !original || !raised.isEmpty();
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
        original, first, sightings + 1, listed, raised, later(sighting.article().time()));
  }

  /** The group with every alert's next update counted. */
  StatementGroup updated() {
    return new StatementGroup(
        original, first, sightings, later, raised.stream().map(Raised::next).toList(), until);
  }

  private Instant later(Instant time) {
    return time.isAfter(until) ? time : until;
  }
}
