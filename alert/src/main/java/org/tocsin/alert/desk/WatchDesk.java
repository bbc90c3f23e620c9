package org.tocsin.alert.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.watch.WatchDifference;
import org.tocsin.alert.watch.WatchDraft;
import org.tocsin.alert.watch.WatchKeeping;
import org.tocsin.contract.Watch;

/** Changes watches, one change at a time, each as the next version of what the view shows. */
final class WatchDesk {
  private static final Duration LONGEST_SNOOZE = Duration.ofDays(31);

  private final DeskView view;
  private final WatchKeeping keeping;
  private final Clock clock;

  WatchDesk(DeskView view, WatchKeeping keeping, Clock clock) {
    this.view = view;
    this.keeping = keeping;
    this.clock = clock;
  }

  /**
   * Puts a watch into force.
   *
   * @param author who does
   */
  synchronized Watch put(WatchDraft draft, String author) {
    return put(draft.toldBy(keeping.notifiers()), last(List.of(draft)), author);
  }

  private Watch put(WatchDraft draft, Map<String, Watch> removed, String author) {
    Watch before = view.watches().watch(draft.id()).orElse(removed.get(draft.id()));
    return write(draft.after(before, author, clock.instant()));
  }

  private Watch write(Watch watch) {
    keeping.writer().put(watch);
    view.confirmed(watch);
    return watch;
  }

  /** The last versions of those that are not in force: a watch that comes back counts on. */
  private Map<String, Watch> last(List<WatchDraft> drafts) {
    Set<String> fresh = new HashSet<>();
    for (WatchDraft draft : drafts) {
      if (view.watches().watch(draft.id()).isEmpty()) {
        fresh.add(draft.id());
      }
    }
    return keeping.history().last(fresh);
  }

  /**
   * Silences a watch for a while.
   *
   * @param until null to end it now
   * @return empty where there is no such watch
   */
  synchronized Optional<Watch> snooze(String id, @Nullable Instant until, String author) {
    Instant now = clock.instant();
    if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SNOOZE)))) {
      throw new IllegalArgumentException(
          "until lies ahead, at most " + LONGEST_SNOOZE.toDays() + " days; null ends a snooze");
    }
    return view.watches().watch(id).map(w -> write(next(w, w.enabled(), until, author, w.note())));
  }

  private Watch next(
      Watch w, boolean enabled, @Nullable Instant until, String author, @Nullable String note) {
    return new Watch(
        w.id(),
        w.name(),
        w.query(),
        w.severity(),
        enabled,
        w.version() + 1,
        author,
        note,
        clock.instant(),
        w.calm(),
        until,
        w.notifiers());
  }

  /** Whether there was such a watch. That it was removed is its last version. */
  synchronized boolean remove(String id, String author) {
    Optional<Watch> watch = view.watches().watch(id);
    watch.ifPresent(
        w -> {
          keeping.writer().keep(next(w, false, null, author, "removed"));
          keeping.writer().remove(id);
          view.watches().remove(id);
        });
    return watch.isPresent();
  }

  /** What a file would change. */
  synchronized WatchDifference difference(List<WatchDraft> drafts) {
    Map<String, Watch> current = new TreeMap<>();
    view.watches().all().forEach(watch -> current.put(watch.id(), watch));
    return WatchDifference.of(drafts, current);
  }

  /**
   * Puts the watches of a file into force where they are new or changed.
   *
   * @param prune whether those that the file does not have are removed
   */
  synchronized WatchDifference take(List<WatchDraft> drafts, boolean prune, String author) {
    WatchDifference difference = difference(drafts);
    Set<String> changed = new HashSet<>(difference.added());
    difference.changed().forEach(change -> changed.add(change.id()));
    List<WatchDraft> news = new ArrayList<>(drafts);
    news.removeIf(draft -> !changed.contains(draft.id()));
    Map<String, Watch> removed = last(news);
    news.forEach(draft -> put(draft, removed, author));
    if (prune) {
      difference.removed().forEach(id -> remove(id, author));
    }
    return difference;
  }

  /** Ids of the notifiers that watches may name. */
  Set<String> notifiers() {
    return keeping.notifiers();
  }

  /** The versions of a watch, the newest first. */
  List<Watch> versions(String id) {
    return keeping.history().versions(id);
  }
}
