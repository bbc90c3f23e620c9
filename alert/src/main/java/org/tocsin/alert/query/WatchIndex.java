package org.tocsin.alert.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Watch;

/**
 * The enabled watches of one moment, filed so that a statement meets only those it may concern. It
 * never changes; a changed watch makes a new index.
 */
public final class WatchIndex {
  private final List<Entry> entries;
  private final Map<String, List<Integer>> byAnchor;

  /** A watch with its query read. */
  public record Entry(Watch watch, Query query) {
    /**
     * Reads the query of a watch.
     *
     * @throws QueryException where the query is refused
     */
    public static Entry of(Watch watch) {
      return new Entry(watch, Query.parse(watch.query()));
    }
  }

  /** A watch that matched, and why. */
  public record Hit(Watch watch, List<Alert.Reason> why) {
    public Hit {
      why = List.copyOf(why);
    }
  }

  private WatchIndex(List<Entry> entries) {
    this.entries = entries;
    this.byAnchor = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      for (String anchor : Anchors.of(entries.get(i).query().root())) {
        byAnchor.computeIfAbsent(anchor, a -> new ArrayList<>()).add(i);
      }
    }
  }

  /** Files the enabled ones among these watches. */
  public static WatchIndex of(Collection<Entry> watches) {
    return new WatchIndex(
        watches.stream()
            .filter(entry -> entry.watch().enabled())
            .sorted(Comparator.comparing(entry -> entry.watch().id()))
            .toList());
  }

  /** Number of watches in force. */
  public int size() {
    return entries.size();
  }

  /** The watches that match, in the order of their ids. */
  public List<Hit> match(Sighting sighting) {
    Subject subject = Subject.of(sighting);
    List<Hit> hits = new ArrayList<>();
    for (int candidate : candidates(subject)) {
      Entry entry = entries.get(candidate);
      entry.query().match(subject).ifPresent(why -> hits.add(new Hit(entry.watch(), why)));
    }
    return hits;
  }

  /** Numbers of the watches that share an anchor with the subject. */
  Set<Integer> candidates(Subject subject) {
    Set<Integer> found = new TreeSet<>();
    if (!entries.isEmpty()) {
      for (String anchor : Anchors.of(subject)) {
        found.addAll(byAnchor.getOrDefault(anchor, List.of()));
      }
    }
    return found;
  }
}
