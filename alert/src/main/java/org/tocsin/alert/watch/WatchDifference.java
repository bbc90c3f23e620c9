package org.tocsin.alert.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.contract.Json;
import org.tocsin.contract.Watch;

/**
 * What a file of watches changes against those in force.
 *
 * @param added ids
 * @param removed ids of those that the file does not have
 * @param unchanged how many say the same
 */
public record WatchDifference(
    List<String> added, List<Change> changed, List<String> removed, int unchanged) {
  private static final List<String> COMPARED =
      List.of("name", "query", "severity", "enabled", "note", "calm", "notifiers");

  /** A watch that says something else. */
  public record Change(String id, List<Turn> fields) {}

  /** A field that does. */
  public record Turn(String field, JsonNode from, JsonNode to) {}

  /** Compares. */
  public static WatchDifference of(List<WatchDraft> drafts, Map<String, Watch> current) {
    List<String> added = new ArrayList<>();
    List<Change> changed = new ArrayList<>();
    Set<String> gone = new HashSet<>(current.keySet());
    for (WatchDraft draft : drafts) {
      Watch before = current.get(draft.id());
      gone.remove(draft.id());
      if (before == null) {
        added.add(draft.id());
      } else if (!draft.sameAs(before)) {
        changed.add(new Change(draft.id(), turns(before, draft)));
      }
    }
    int unchanged = drafts.size() - added.size() - changed.size();
    return new WatchDifference(added, changed, List.copyOf(new TreeSet<>(gone)), unchanged);
  }

  private static List<Turn> turns(Watch before, WatchDraft draft) {
    JsonNode old = Json.mapper().valueToTree(before);
    JsonNode now = Json.mapper().valueToTree(draft.after(before, "", before.updated()));
    return COMPARED.stream()
        .filter(field -> !old.path(field).equals(now.path(field)))
        .map(field -> new Turn(field, old.path(field), now.path(field)))
        .toList();
  }
}
