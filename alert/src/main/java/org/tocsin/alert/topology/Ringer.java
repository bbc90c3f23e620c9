package org.tocsin.alert.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.query.WatchIndex;
import org.tocsin.contract.Alert;
import org.tocsin.contract.ArticleId;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.StatementState;
import org.tocsin.contract.Watch;

/**
 * Decides what a sighting does. A statement's first sighting rings each watch that matches it;
 * every later one is an update of those alerts. Copies that came before the original wait for it,
 * and are attached the moment it rings. A watch that asks for a number of outlets rings with the
 * sighting that makes it up, if it is still in force then. What becomes of a statement follows up
 * on its alerts. History in the back-fill lane rings nothing and counts nothing: what it brought
 * rings when it comes live, as if nobody had told of it before.
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
    if (sighting.lane() == Lane.BACKFILL) {
      return new Step(group, List.of());
    }
    if (group.knows(sighting)) {
      return group.restores(sighting)
          ? tell(group, restored(sighting))
          : new Step(group, List.of());
    }
    return sighting.statement().novelty() == Novelty.NEW
        ? original(group, sighting, watches)
        : repeat(group, sighting, watches);
  }

  /**
   * What an article's revision made of a statement: an update of its alerts that rings nobody, but
   * tells those whom it rang where this is the article they were sent to. One that is known before
   * the statement itself waits for it.
   */
  static Step follow(StatementGroup group, StatementState state) {
    if (state.lane() == Lane.BACKFILL) {
      return new Step(group, List.of());
    }
    Alert.FollowUp.Kind kind =
        state.state() == StatementState.State.WITHDRAWN
            ? Alert.FollowUp.Kind.WITHDRAWN
            : Alert.FollowUp.Kind.CHANGED;
    Alert.FollowUp followUp =
        new Alert.FollowUp(
            kind,
            state.statement(),
            state.article(),
            state.revision(),
            state.by(),
            state.what(),
            null,
            state.time());
    return tell(group, followUp);
  }

  private static Alert.FollowUp restored(Sighting sighting) {
    Sighting.Source article = sighting.article();
    return new Alert.FollowUp(
        Alert.FollowUp.Kind.RESTORED,
        sighting.statement().id(),
        article.id(),
        article.revision(),
        null,
        null,
        sighting.statement().text(),
        article.time());
  }

  private static Step tell(StatementGroup group, Alert.FollowUp followUp) {
    StatementGroup after = group.matters() ? group.following(followUp) : group;
    Sighting first = after.first();
    if (after.equals(group) || first == null) {
      return new Step(after, List.of());
    }
    after = after.updated();
    boolean named = followUp.article().equals(first.article().id());
    return new Step(after, updates(after, first, named ? List.of(followUp) : List.of()));
  }

  private static Step original(StatementGroup group, Sighting sighting, WatchIndex watches) {
    WatchIndex.Answer answer = watches.ask(sighting);
    StatementGroup after = group.withOriginal(sighting, answer.waiting());
    List<StatementGroup.Raised> rang =
        answer.hits().stream().map(hit -> raised(hit, sighting, null)).toList();
    after = after.withRaised(rang, 1);
    List<Alert> alerts = new ArrayList<>();
    for (StatementGroup.Raised raised : rang) {
      alerts.add(alert(raised, sighting, 1, List.of(), after.followUps(), List.of()));
    }
    if (after.sightings() > 1) {
      Step more = further(after, sighting, sighting.article().heard(), watches);
      alerts.addAll(more.alerts());
      after = more.group();
    }
    return new Step(after.slim(), alerts);
  }

  private static Step repeat(StatementGroup group, Sighting sighting, WatchIndex watches) {
    StatementGroup after = group.withLater(sighting);
    Sighting first = after.first();
    if (first == null) {
      return new Step(after, List.of());
    }
    return further(after, first, sighting.article().heard(), watches);
  }

  /** Updates the alerts that rang, and rings those that waited for this many outlets. */
  private static Step further(
      StatementGroup group, Sighting first, Instant now, WatchIndex watches) {
    StatementGroup after = group.updated();
    List<Alert> alerts = new ArrayList<>(updates(after, first, List.of()));
    int outlets = after.outlets();
    List<StatementGroup.Raised> rang =
        after.waiting().stream()
            .filter(waiting -> waiting.outlets() <= outlets)
            .flatMap(waiting -> watches.match(waiting.watch(), first, outlets).stream())
            .map(hit -> raised(hit, first, now))
            .toList();
    after = after.withRaised(rang, outlets);
    for (StatementGroup.Raised raised : rang) {
      alerts.add(
          alert(raised, first, after.sightings(), after.later(), after.followUps(), List.of()));
    }
    return new Step(after.slim(), alerts);
  }

  private static StatementGroup.Raised raised(
      WatchIndex.Hit hit, Sighting first, @Nullable Instant rung) {
    Watch watch = hit.watch();
    return new StatementGroup.Raised(
        ArticleId.hash("alert", watch.id(), first.statement().originalId()),
        Alert.WatchRef.of(watch),
        hit.why(),
        0,
        rung);
  }

  private static List<Alert> updates(
      StatementGroup group, Sighting first, List<Alert.FollowUp> tells) {
    return group.raised().stream()
        .map(
            raised ->
                alert(raised, first, group.sightings(), group.later(), group.followUps(), tells))
        .toList();
  }

  private static Alert alert(
      StatementGroup.Raised raised,
      Sighting first,
      int sightings,
      List<Alert.Later> later,
      List<Alert.FollowUp> followUps,
      List<Alert.FollowUp> tells) {
    Instant rung = raised.rung();
    Alert alert =
        new Alert(
            raised.alert(),
            raised.update(),
            rung == null ? first.article().heard() : rung,
            raised.watch(),
            first,
            raised.why(),
            sightings,
            later);
    return alert.following(followUps, tells);
  }
}
