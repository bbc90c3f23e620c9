package org.tocsin.alert.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
        join(alert, group, leader, leader.alert(), at, timestamp);
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
    Alert told = alert.decided(null, book.tally(at));
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
    Alert told = alert.decided(held, book.tally(at));
    stores.keep(alert.id(), Kept.alone(told, at.now()).owing(alert.followUps()));
    tell(told, timestamp);
  }

  private void join(Alert alert, OpenGroup open, Kept kept, Alert leader, Slot at, long timestamp) {
    String watch = alert.watch().id();
    CalmBook book = stores.book(watch).grouped(at);
    stores.book(watch, book);
    stores.keep(alert.id(), Kept.part(leader.id(), at.now()));
    counts.add(CalmCounts.GROUPED, 1);
    OpenGroup group = open.joined();
    if (group.worthTelling()) {
      Alert told = Telling.joined(leader, alert, group.grouped(), book.tally(at));
      group = group.allTold();
      stores.keep(leader.id(), kept.at(at.now()).as(told));
      tell(told, timestamp);
    }
    stores.group(watch, alert.sighting().article().story(), group);
  }

  private void update(Alert alert, long timestamp) {
    Kept before = stores.kept(alert.id());
    if (before == null) {
      return; // Forgotten: nobody knows any more whether it rang, was held back or joined another.
    }
    Kept kept = before.at(Instant.ofEpochMilli(timestamp));
    if (kept.held() != null) {
      updateHeld(alert, kept, timestamp);
    } else if (kept.leader() != null) {
      stores.keep(alert.id(), kept);
      updatePart(alert, kept.leader(), timestamp);
    } else if (kept.alert() != null) {
      Alert told = Telling.updated(kept.alert(), alert);
      follow(told, kept.as(told), timestamp);
    } else {
      follow(alert.decided(null, kept.tally()), kept, timestamp);
    }
  }

  /** Tells an update; what people are to hear by it waits while they sleep. */
  private void follow(Alert update, Kept kept, long timestamp) {
    Instant told = Instant.ofEpochMilli(timestamp);
    Instant moment = told.isAfter(now) ? told : now;
    String watch = update.watch().id();
    if (!update.tells().isEmpty() && Moderator.silence(update, terms(watch), moment) != null) {
      Alert silent = Telling.silent(update);
      stores.keep(update.id(), kept.as(silent).owing(Telling.union(kept.owed(), update.tells())));
      stores.book(watch, stores.book(watch).owing(update.id()));
      waiting.add(watch);
      tell(silent, timestamp);
    } else {
      stores.keep(update.id(), kept.alert() == null ? kept : kept.as(Telling.silent(update)));
      tell(update, timestamp);
    }
  }

  /** Of one that a digest has told, people hear by the digest; of others, when it comes. */
  private void updateHeld(Alert alert, Kept kept, long timestamp) {
    tell(Telling.silent(alert.decided(kept.held(), kept.tally())), timestamp);
    Kept digest = kept.leader() == null ? null : stores.kept(kept.leader());
    if (kept.leader() == null) {
      stores.keep(alert.id(), kept.owing(Telling.union(kept.owed(), alert.tells())));
    } else {
      stores.keep(alert.id(), kept);
    }
    if (digest != null && digest.alert() != null && !alert.tells().isEmpty()) {
      Alert told = Telling.following(digest.alert(), alert.tells());
      follow(told, digest.at(Instant.ofEpochMilli(timestamp)).as(told), timestamp);
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
      stores.keep(leader, kept.at(Instant.ofEpochMilli(timestamp)).as(told));
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
      tellOwed(watch);
      digest(watch);
      if (!stores.book(watch).waits()) {
        waiting.remove(watch);
      }
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
      stores.keep(told.id(), kept.as(told));
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
    counts.add(CalmCounts.DIGESTED, backlog.count());
    List<Alert.Member> listed = stores.takeListed(watch);
    Alert digest = Telling.digest(backlog, listed, became(listed), now, after.tally(at));
    for (Alert.Member member : listed) {
      Kept kept = stores.kept(member.alert());
      if (kept != null) {
        stores.keep(member.alert(), kept.toldBy(digest.id()));
      }
    }
    stores.keep(digest.id(), Kept.leader(digest, now));
    tell(digest, now.toEpochMilli());
  }

  /** What became, since they were held back, of statements that are told now. */
  private List<Alert.FollowUp> became(List<Alert.Member> listed) {
    List<Alert.FollowUp> became = List.of();
    for (Alert.Member member : listed) {
      Kept kept = stores.kept(member.alert());
      became = kept == null ? became : Telling.union(became, kept.owed());
    }
    return became;
  }

  /** People are awake: they hear of what became meanwhile of what they were told. */
  private void tellOwed(String watch) {
    CalmBook book = stores.book(watch);
    if (book.owed().isEmpty() || !terms(watch).awakeAt(now)) {
      return;
    }
    stores.book(watch, book.settled());
    for (String id : book.owed()) {
      Kept kept = stores.kept(id);
      if (kept != null && kept.alert() != null && !kept.owed().isEmpty()) {
        Alert told = Telling.following(kept.alert(), kept.owed());
        stores.keep(id, kept.as(Telling.silent(told)).owing(List.of()));
        tell(told, now.toEpochMilli());
      }
    }
  }

  private Terms terms(String watch) {
    return Terms.of(watches.watch(watch).orElse(null));
  }

  private void tell(Alert alert, long timestamp) {
    context().forward(new Record<>(alert.id(), alert, timestamp));
  }
}
