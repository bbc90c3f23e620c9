package org.tocsin.ingest.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.ingest.parse.Parsed;

/** What was taken of a source before and in this poll; what is still there is forgotten last. */
final class Remembered {
  private final Set<String> before;
  private final Set<String> now = new LinkedHashSet<>();
  private boolean complete = true;

  Remembered(List<String> before) {
    this.before = new LinkedHashSet<>(before);
  }

  /** Whether an item is new; one that is not stays remembered. */
  boolean isNew(Parsed parsed) {
    String fingerprint = SeenItems.fingerprint(parsed);
    if (now.contains(fingerprint)) {
      return false;
    }
    if (before.remove(fingerprint)) {
      now.add(fingerprint);
      return false;
    }
    return true;
  }

  /** Told whether a new item was taken; one that was not is new again at the next poll. */
  void taken(Parsed parsed, boolean taken) {
    if (taken) {
      now.add(SeenItems.fingerprint(parsed));
    }
    complete &= taken;
  }

  /** Whether nothing was left for the next poll. */
  boolean complete() {
    return complete;
  }

  /** Fingerprints to keep, at most so many, oldest first. */
  List<String> all(int most) {
    List<String> all = new ArrayList<>(before);
    all.addAll(now);
    return all.size() > most ? all.subList(all.size() - most, all.size()) : all;
  }
}
