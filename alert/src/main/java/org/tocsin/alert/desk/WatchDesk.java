package org.tocsin.alert.desk;

import java.time.Clock;
import org.tocsin.alert.watch.WatchDraft;
import org.tocsin.alert.watch.WatchWriter;
import org.tocsin.contract.Watch;

/** Changes watches, one change at a time, each as the next version of what the view shows. */
final class WatchDesk {
  private final DeskView view;
  private final WatchWriter writer;
  private final Clock clock;

  WatchDesk(DeskView view, WatchWriter writer, Clock clock) {
    this.view = view;
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * Puts a watch into force.
   *
   * @param author who does
   */
  synchronized Watch put(WatchDraft draft, String author) {
    Watch before = view.watches().watch(draft.id()).orElse(null);
    Watch watch = draft.after(before, author, clock.instant());
    writer.put(watch);
    view.confirmed(watch);
    return watch;
  }

  /** Whether there was such a watch. */
  synchronized boolean remove(String id) {
    if (view.watches().watch(id).isEmpty()) {
      return false;
    }
    writer.remove(id);
    view.watches().remove(id);
    return true;
  }
}
