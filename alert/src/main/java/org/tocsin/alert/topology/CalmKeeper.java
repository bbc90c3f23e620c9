package org.tocsin.alert.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.calm.CalmBook;
import org.tocsin.alert.calm.CalmCounts;
import org.tocsin.alert.calm.Kept;
import org.tocsin.alert.calm.Moderator;
import org.tocsin.alert.calm.OpenGroup;
import org.tocsin.alert.calm.Slot;
import org.tocsin.alert.calm.Telling;
import org.tocsin.alert.calm.Terms;
import org.tocsin.contract.Alert;

/**
 * Decides of every alert that was raised whether it rings, is held back or joins one of its story,
 * and tells what was held back once its time has come. All alerts of a watch come by here in one
 * order. A moment is when people could hear of an alert, or the present where that is later: what
 * is late is counted when people would hear it.
 */
final class CalmKeeper extends ContextualProcessor<String, @Nullable Alert, String, Alert> {
  private final WatchBook watches;
  private final Duration retention;
  private final CalmCounts counts;
  private final TreeSet<String> waiting = new TreeSet<>();
  private CalmStores stores;
  private Instant now = Instant.EPOCH;

  CalmKeeper(WatchBook watches, Duration retention, CalmCounts counts) {
    this.watches = watches;
    this.retention = retention;
    this.counts = counts;
  }

  @Override
  public void init(ProcessorContext<String, Alert> context) {
    super.init(context);
    stores = new CalmStores(context, retention);
    now = stores.clock();
    waiting.clear();
    waiting.addAll(stores.waiting());
  }

  @Override
  public void process(Record<String, @Nullable Alert> record) {
    Alert alert = record.value();
    if (alert == null) {
      pass(Instant.ofEpochMilli(record.timestamp()));
    } else if (alert.update() == 0) {
      decide(alert, record.timestamp());
    } else {
      update(alert, record.timestamp());
    }
    stores.forget(now);
  }

  private void decide(Alert alert, long timestamp) {
    String watch = alert.watch().id();
    Terms terms = terms(watch);
    Instant moment = alert.rung().isAfter(now) ? alert.rung() : now;
    Slot at = Slot.of(moment, terms);
    OpenGroup group = stores.group(watch, alert.sighting().article().story());
    if (group != null && terms.groups(group.rang(), moment)) {
      Kept leader = stores.kept(group.leader());
      if (leader != null && leader.alert() != null) {
        join(alert, group, leader.alert(), at, timestamp);
        return;
      }
    }
    CalmBook book = stores.book(watch);
    String speaker = Moderator.speaker(alert);
    Instant spoke = terms.calm().coolDown() == null ? null : stores.spoke(watch, speaker);
    Alert.Held held = Moderator.judge(alert, terms, book, spoke, at);
    counts.decided(held);
    if (held == null) {
      ring(alert, terms, book.rang(at), at, timestamp);
    } else {
      hold(alert, held, book.held(alert, held, terms, spoke, at), at, timestamp);
    }
  }

  private void ring(Alert alert, Terms terms, CalmBook book, Slot at, long timestamp) {
    String watch = alert.watch().id();
    stores.book(watch, book);
    Alert told = Telling.decided(alert, null, book.tally(at));
    if (terms.calm().coolDown() != null) {
      stores.spoke(watch, Moderator.speaker(alert), at.now());
    }
    Duration group = terms.calm().group();
    stores.keep(
        alert.id(), group == null ? Kept.alone(told, at.now()) : Kept.leader(told, at.now()));
    if (group != null) {
      String story = alert.sighting().article().story();
      close(stores.group(watch, story));
      stores.group(watch, story, new OpenGroup(alert.id(), at.now(), at.now().plus(group), 0, 0));
    }
    tell(told, timestamp);
  }

  private void hold(Alert alert, Alert.Held held, CalmBook book, Slot at, long timestamp) {
    String watch = alert.watch().id();
    stores.book(watch, book);
    CalmBook.Backlog backlog = book.backlog();
    if (backlog != null) {
      stores.list(watch, backlog.count() - 1, Telling.member(alert, held));
    }
    waiting.add(watch);
    Alert told = Telling.decided(alert, held, book.tally(at));
    stores.keep(alert.id(), Kept.alone(told, at.now()));
    tell(told, timestamp);
  }

  private void join(Alert alert, OpenGroup open, Alert leader, Slot at, long timestamp) {
    String watch = alert.watch().id();
    CalmBook book = stores.book(watch).grouped(at);
    stores.book(watch, book);
    stores.keep(alert.id(), Kept.part(leader.id(), at.now()));
    counts.add(CalmCounts.GROUPED, 1);
    OpenGroup group = open.joined();
    if (group.worthTelling()) {
      Alert told = Telling.joined(leader, alert, group.grouped(), book.tally(at));
      group = group.allTold();
      stores.keep(leader.id(), Kept.leader(told, at.now()));
      tell(told, timestamp);
    }
    stores.group(watch, alert.sighting().article().story(), group);
  }

  private void update(Alert alert, long timestamp) {
    Instant touched = Instant.ofEpochMilli(timestamp);
    Kept kept = stores.kept(alert.id());
    if (kept == null) {
      tell(alert, timestamp);
    } else if (kept.leader() != null) {
      stores.keep(alert.id(), kept.at(touched));
      updatePart(alert, kept.leader(), timestamp);
    } else if (kept.alert() != null) {
      Alert told = Telling.updated(kept.alert(), alert);
      stores.keep(alert.id(), Kept.leader(told, kept.at(touched).until()));
      tell(told, timestamp);
    } else {
      stores.keep(alert.id(), kept.at(touched));
      tell(Telling.decided(alert, kept.held(), kept.tally()), timestamp);
    }
  }

  private void updatePart(Alert part, String leader, long timestamp) {
    Kept kept = stores.kept(leader);
    Alert before = kept == null ? null : kept.alert();
    if (kept == null || before == null) {
      return; // Forgotten: nobody looks at it any more.
    }
    Alert told = Telling.partUpdated(before, part);
    if (!told.equals(before)) {
      stores.keep(leader, Kept.leader(told, kept.at(Instant.ofEpochMilli(timestamp)).until()));
      tell(told, timestamp);
    }
  }

  /** The present has moved on: what has come to its end is told. */
  private void pass(Instant present) {
    if (!present.isAfter(now)) {
      return;
    }
    boolean hour = !present.truncatedTo(ChronoUnit.HOURS).equals(now.truncatedTo(ChronoUnit.HOURS));
    now = present;
    stores.clock(now);
    stores.ended(now).forEach(this::close);
    for (String watch : waiting.toArray(new String[0])) {
      digest(watch);
    }
    if (hour) {
      stores.sweep(now);
    }
  }

  /** Tells what a group has not told yet, when its time is over or another takes its place. */
  private void close(@Nullable OpenGroup group) {
    if (group == null || group.told() == group.grouped()) {
      return;
    }
    Kept kept = stores.kept(group.leader());
    if (kept != null && kept.alert() != null) {
      Alert told = Telling.counted(kept.alert(), group.grouped());
      stores.keep(told.id(), Kept.leader(told, kept.until()));
      tell(told, now.toEpochMilli());
    }
  }

  private void digest(String watch) {
    Terms terms = terms(watch);
    CalmBook book = stores.book(watch);
    CalmBook.Backlog backlog = book.backlog();
    if (backlog == null || backlog.due().isAfter(now) || !terms.awakeAt(now)) {
      return;
    }
    Slot at = Slot.of(now, terms);
    CalmBook after = book.told(at);
    stores.book(watch, after);
    waiting.remove(watch);
    counts.add(CalmCounts.DIGESTED, backlog.count());
    tell(
        Telling.digest(backlog, stores.takeListed(watch), now, after.tally(at)),
        now.toEpochMilli());
  }

  private Terms terms(String watch) {
    return Terms.of(watches.watch(watch).orElse(null));
  }

  private void tell(Alert alert, long timestamp) {
    context().forward(new Record<>(alert.id(), alert, timestamp));
  }
}
