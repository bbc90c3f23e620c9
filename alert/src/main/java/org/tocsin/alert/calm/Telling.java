package org.tocsin.alert.calm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;
import org.tocsin.contract.ArticleId;

/** Alerts as they are written, from alerts as they were raised. */
public final class Telling {
  private Telling() {}

  /** An update of which people hear nothing. */
  public static Alert silent(Alert told) {
    return told.following(told.followUps(), List.of());
  }

  /** The alert of a story with what is new of its own statement. */
  public static Alert updated(Alert leader, Alert raised) {
    return grown(
        leader,
        raised.sightings(),
        raised.later(),
        leader.parts(),
        leader.grouped(),
        union(leader.followUps(), raised.followUps()),
        raised.tells(),
        leader.tally());
  }

  /** An alert with what became of its statements, of which people hear now. */
  public static Alert following(Alert told, List<Alert.FollowUp> tells) {
    return grown(
        told,
        told.sightings(),
        told.later(),
        told.parts(),
        told.grouped(),
        union(told.followUps(), tells),
        tells,
        told.tally());
  }

  /**
   * The alert of a story with one statement more, listed where there is room.
   *
   * @param grouped how many have joined it now
   */
  public static Alert joined(Alert leader, Alert raised, int grouped, Alert.Tally tally) {
    List<Alert.Member> parts = new ArrayList<>(leader.parts());
    if (parts.size() < Alert.PARTS) {
      parts.add(member(raised, null));
    }
    return grown(
        leader,
        leader.sightings(),
        leader.later(),
        parts,
        grouped,
        union(leader.followUps(), raised.followUps()),
        List.of(),
        tally);
  }

  /** The alert of a story as it counts now. */
  public static Alert counted(Alert leader, int grouped) {
    return grown(
        leader,
        leader.sightings(),
        leader.later(),
        leader.parts(),
        grouped,
        leader.followUps(),
        List.of(),
        leader.tally());
  }

  /** The alert of a story with what is new of one of its parts; the same where nothing is. */
  public static Alert partUpdated(Alert leader, Alert raised) {
    List<Alert.Member> parts =
        leader.parts().stream()
            .map(m -> m.alert().equals(raised.id()) ? seen(m, raised.sightings()) : m)
            .toList();
    List<Alert.FollowUp> followUps = union(leader.followUps(), raised.followUps());
    return parts.equals(leader.parts()) && followUps.equals(leader.followUps())
        ? leader
        : grown(
            leader,
            leader.sightings(),
            leader.later(),
            parts,
            leader.grouped(),
            followUps,
            List.of(),
            leader.tally());
  }

  private static Alert grown(
      Alert leader,
      int sightings,
      List<Alert.Later> later,
      List<Alert.Member> parts,
      int grouped,
      List<Alert.FollowUp> followUps,
      List<Alert.FollowUp> tells,
      Alert.@Nullable Tally tally) {
    return new Alert(
        leader.id(),
        leader.update() + 1,
        leader.rung(),
        leader.watch(),
        leader.sighting(),
        leader.why(),
        sightings,
        later,
        null,
        parts,
        grouped,
        followUps,
        tells.stream().filter(followUps::contains).toList(),
        leader.digest(),
        tally);
  }

  /** Another statement that an alert tells. */
  public static Alert.Member member(Alert raised, Alert.@Nullable Held by) {
    return new Alert.Member(
        raised.id(), raised.sighting(), raised.why(), raised.rung(), raised.sightings(), by);
  }

  private static Alert.Member seen(Alert.Member member, int sightings) {
    return new Alert.Member(
        member.alert(), member.sighting(), member.why(), member.time(), sightings, member.held());
  }

  /**
   * The digest of what was held back.
   *
   * @param first the first ones, in the order in which they were held back; at least one
   * @param became what became of their statements meanwhile
   */
  public static Alert digest(
      CalmBook.Backlog backlog,
      List<Alert.Member> first,
      List<Alert.FollowUp> became,
      Instant now,
      Alert.Tally tally) {
    Alert.Member opening = first.get(0);
    return new Alert(
        ArticleId.hash("digest", backlog.watch().id(), opening.alert()),
        0,
        now,
        backlog.watch(),
        opening.sighting(),
        opening.why(),
        opening.sightings(),
        List.of(),
        null,
        first.subList(1, first.size()),
        backlog.count() - 1,
        became,
        List.of(),
        new Alert.Digest(backlog.from(), backlog.to(), backlog.count(), backlog.held()),
        tally);
  }

  /** Follow-ups of several statements, each once, as it was told last. */
  public static List<Alert.FollowUp> union(List<Alert.FollowUp> some, List<Alert.FollowUp> others) {
    if (others.isEmpty()) {
      return some;
    }
    Map<String, Alert.FollowUp> all = new LinkedHashMap<>();
    some.forEach(f -> all.put(key(f), f));
    others.forEach(f -> all.put(key(f), f));
    return all.values().stream().limit(Alert.FOLLOW_UPS).toList();
  }

  private static String key(Alert.FollowUp f) {
    return f.kind() + " " + f.statement() + " " + f.revision() + " " + f.time();
  }
}
