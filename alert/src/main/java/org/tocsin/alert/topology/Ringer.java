package org.tocsin.alert.topology;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.alert.query.WatchIndex;
import org.tocsin.contract.Alert;
import org.tocsin.contract.ArticleId;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Watch;

/**
 * Decides what a sighting does. A statement's first sighting rings each watch that matches it;
 * every later one is an update of those alerts. Copies that came before the original wait for it,
 * and are attached the moment it rings. History in the back-fill lane is noted and rings nothing.
 */
final class Ringer {
  private Ringer() {}

  /** What is known afterwards, and the alerts to send, in order. */
  record Step(StatementGroup group, List<Alert> alerts) {
    Step {
      alerts = List.copyOf(alerts);
    }
  }

  static Step take(StatementGroup group, Sighting sighting, WatchIndex watches) {
    if (group.knows(sighting)) {
      return new Step(group, List.of());
    }
    return sighting.statement().novelty() == Novelty.NEW
        ? original(group, sighting, watches)
        : repeat(group, sighting);
  }

  private static Step original(StatementGroup group, Sighting sighting, WatchIndex watches) {
    if (sighting.lane() == Lane.BACKFILL) {
      return new Step(group.withOriginal(sighting, List.of()), List.of());
    }
    List<StatementGroup.Raised> rang =
        watches.match(sighting).stream().map(hit -> raised(hit, sighting)).toList();
    StatementGroup after = group.withOriginal(sighting, rang);
    List<Alert> alerts = new ArrayList<>();
    for (StatementGroup.Raised raised : rang) {
      alerts.add(alert(raised, sighting, 1, List.of()));
    }
    if (after.sightings() > 1) {
      after = after.updated();
      alerts.addAll(updates(after));
    }
    return new Step(after, alerts);
  }

  private static Step repeat(StatementGroup group, Sighting sighting) {
    StatementGroup after = group.withLater(sighting);
    if (sighting.lane() == Lane.BACKFILL || after.raised().isEmpty()) {
      return new Step(after, List.of());
    }
    after = after.updated();
    return new Step(after, updates(after));
  }

  private static StatementGroup.Raised raised(WatchIndex.Hit hit, Sighting sighting) {
    Watch watch = hit.watch();
    return new StatementGroup.Raised(
        ArticleId.hash("alert", watch.id(), sighting.statement().originalId()),
        new Alert.WatchRef(watch.id(), watch.name(), watch.version(), watch.severity()),
        hit.why(),
        0);
  }

  private static List<Alert> updates(StatementGroup group) {
    Sighting first = group.first();
    return first == null
        ? List.of()
        : group.raised().stream()
            .map(raised -> alert(raised, first, group.sightings(), group.later()))
            .toList();
  }

  private static Alert alert(
      StatementGroup.Raised raised, Sighting first, int sightings, List<Alert.Later> later) {
    return new Alert(
        raised.alert(),
        raised.update(),
        first.article().time(),
        raised.watch(),
        first,
        raised.why(),
        sightings,
        later);
  }
}
