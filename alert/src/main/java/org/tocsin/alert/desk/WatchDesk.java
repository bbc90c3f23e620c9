package org.tocsin.alert.desk;

import io.javalin.http.HttpResponseException;
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
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.watch.WatchDifference;
import org.tocsin.alert.watch.WatchDraft;
import org.tocsin.alert.watch.WatchKeeping;
import org.tocsin.contract.Watch;
import org.tocsin.service.OperatorException;

/** Changes watches, one change at a time, each as the next version of what the view shows. */
final class WatchDesk {
  private static final Duration LONGEST_SNOOZE = Duration.ofDays(31);

  /** Questions for versions at once: each reads a part of their topic. */
  private static final int QUESTIONS = 4;

  private final DeskView view;
  private final WatchKeeping keeping;
  private final Clock clock;
  private final Semaphore questions = new Semaphore(QUESTIONS);

  WatchDesk(DeskView view, WatchKeeping keeping, Clock clock) {
    this.view = view;
    this.keeping = keeping;
    this.clock = clock;
  }

  /**
   * Puts a watch into force.
   *
   * @param expected the version in force that it is to replace, 0 for none; null where the caller
   *     does not care
   * @param author who does
   * @throws StaleChange where another version is in force
   */
  synchronized Watch put(WatchDraft draft, @Nullable Integer expected, String author) {
    check(draft.id(), expected);
    return put(draft.toldBy(keeping.notifiers()), author);
  }

  private Watch put(WatchDraft draft, String author) {
    Watch before = watches().watch(draft.id()).orElse(null);
    return write(draft.after(before, watches().last(draft.id()), author, clock.instant()));
  }

  private void check(String id, @Nullable Integer expected) {
    Watch current = watches().watch(id).orElse(null);
    if (expected != null && expected != (current == null ? 0 : current.version())) {
      throw new StaleChange(
          current == null
              ? "it was removed meanwhile"
              : "it is version " + current.version() + " by now, not " + expected,
          current);
    }
  }

  /** What is in force, once all of it is known: what is not known cannot be changed. */
  private WatchShelf watches() {
    if (!view.complete()) {
      throw new OperatorException(
          "this instance has not read all watches yet", "Try again in a moment.");
    }
    return view.watches();
  }

  private Watch write(Watch watch) {
    keeping.writer().put(watch);
    view.watches().confirmed(watch);
    return watch;
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
    return watches().watch(id).map(w -> write(next(w, w.enabled(), until, author, w.note())));
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
  synchronized boolean remove(String id, @Nullable Integer expected, String author) {
    Optional<Watch> watch = watches().watch(id);
    check(id, expected);
    watch.ifPresent(
        w -> {
          Watch removed = next(w, false, null, author, "removed");
          keeping.writer().keep(removed);
          keeping.writer().remove(id);
          view.watches().confirmedRemoval(id, removed.version());
        });
    return watch.isPresent();
  }

  /** What a file would change. */
  synchronized WatchDifference difference(List<WatchDraft> drafts) {
    Map<String, Watch> current = new TreeMap<>();
    watches().all().forEach(watch -> current.put(watch.id(), watch));
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
    news.forEach(draft -> put(draft, author));
    if (prune) {
      difference.removed().forEach(id -> remove(id, null, author));
    }
    return difference;
  }

  /** Ids of the notifiers that watches may name. */
  Set<String> notifiers() {
    return keeping.notifiers();
  }

  /** The versions of a watch, the newest first; each question reads them from their topic. */
  List<Watch> versions(String id) {
    if (!questions.tryAcquire()) {
      throw new HttpResponseException(
          429, QUESTIONS + " others ask for versions just now; try again in a moment");
    }
    try {
      return keeping.history().versions(id);
    } finally {
      questions.release();
    }
  }
}
