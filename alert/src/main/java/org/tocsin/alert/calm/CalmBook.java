package org.tocsin.alert.calm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;

/**
 * What calm knows of one watch: how much rang and was held back in the latest hours and days, and
 * what waits to be told. Sources with a wrong clock are up to a day ahead of the others, so that
 * there are several hours and days at once, each with its own count.
 *
 * @param hours the latest {@value #HOURS}, the newest first
 * @param days the latest {@value #DAYS}, the newest first
 * @param backlog what was held back and is not told yet
 * @param digested when a digest was told last
 * @param owed the first {@value #OWED} alerts that rang and owe people a follow-up until the watch
 *     is awake
 */
public record CalmBook(
    List<Counts> hours,
    List<Counts> days,
    @Nullable Backlog backlog,
    @Nullable Instant digested,
    List<String> owed) {
  static final int HOURS = 26;
  static final int DAYS = 3;
  static final int OWED = 500;

  public static final CalmBook EMPTY = new CalmBook(List.of(), List.of(), null, null, List.of());

  /**
   * Counts of one hour or day.
   *
   * @param held by the label of what held it back
   */
  public record Counts(
      Instant start, int rang, int grouped, int digested, Map<String, Integer> held) {
    static Counts from(Instant start) {
      return new Counts(start, 0, 0, 0, Map.of());
    }

    Counts oneRang() {
      return new Counts(start, rang + 1, grouped, digested, held);
    }

    Counts oneGrouped() {
      return new Counts(start, rang, grouped + 1, digested, held);
    }

    Counts oneHeld(Alert.Held by) {
      return new Counts(start, rang, grouped, digested, more(held, by.label()));
    }

    Counts told(int count) {
      return new Counts(start, rang, grouped, digested + count, held);
    }

    Alert.Tally.Window window() {
      int all = held.values().stream().mapToInt(n -> n).sum();
      return new Alert.Tally.Window(start, rang, all, grouped, digested);
    }
  }

  /**
   * Alerts held back and not told yet.
   *
   * @param watch as it stood at the last of them
   * @param due when they are to be told, if the watch is awake then
   * @param held how many by what held them back
   */
  public record Backlog(
      Alert.WatchRef watch,
      Instant from,
      Instant to,
      Instant due,
      int count,
      Map<String, Integer> held) {}

  public CalmBook {
    hours = List.copyOf(hours);
    days = List.copyOf(days);
    owed = owed == null ? List.of() : List.copyOf(owed); // books of earlier versions have none
  }

  Counts hour(Slot at) {
    return find(hours, at.hour());
  }

  Counts day(Slot at) {
    return find(days, at.day());
  }

  private static Counts find(List<Counts> all, Instant start) {
    return all.stream().filter(c -> c.start().equals(start)).findFirst().orElse(Counts.from(start));
  }

  /** How the watch stands in an hour and its day. */
  public Alert.Tally tally(Slot at) {
    Counts day = day(at);
    return new Alert.Tally(hour(at).window(), day.window(), day.held());
  }

  /** One more that rang. */
  public CalmBook rang(Slot at) {
    return counting(at, Counts::oneRang);
  }

  /** One more that joined an alert of its story. */
  public CalmBook grouped(Slot at) {
    return counting(at, Counts::oneGrouped);
  }

  /** One more that is held back. */
  public CalmBook held(Alert alert, Alert.Held by, Terms terms, @Nullable Instant spoke, Slot at) {
    CalmBook after = counting(at, c -> c.oneHeld(by));
    Backlog before = backlog;
    Backlog now =
        before == null
            ? new Backlog(
                alert.watch(),
                at.now(),
                at.now(),
                Moderator.due(by, terms, this, spoke, at),
                1,
                Map.of(by.label(), 1))
            : new Backlog(
                alert.watch(),
                before.from(),
                at.now().isAfter(before.to()) ? at.now() : before.to(),
                before.due(),
                before.count() + 1,
                more(before.held(), by.label()));
    return new CalmBook(after.hours, after.days, now, digested, owed);
  }

  /** The backlog told. */
  public CalmBook told(Slot at) {
    int count = backlog == null ? 0 : backlog.count();
    CalmBook after = counting(at, c -> c.told(count));
    return new CalmBook(after.hours, after.days, null, at.now(), owed);
  }

  /** One more alert of which people are to hear once the watch is awake; the same at the limit. */
  public CalmBook owing(String alert) {
    if (owed.contains(alert) || owed.size() >= OWED) {
      return this;
    }
    List<String> more = new ArrayList<>(owed);
    more.add(alert);
    return new CalmBook(hours, days, backlog, digested, more);
  }

  /** All follow-ups told. */
  public CalmBook settled() {
    return new CalmBook(hours, days, backlog, digested, List.of());
  }

  /** Whether something is to be told later. */
  public boolean waits() {
    return backlog != null || !owed.isEmpty();
  }

  /** Whether nothing of it matters any more. */
  public boolean idleSince(Instant moment) {
    Instant last = days.isEmpty() ? Instant.EPOCH : days.get(0).start();
    return !waits() && last.plus(Duration.ofDays(DAYS)).isBefore(moment);
  }

  private CalmBook counting(Slot at, UnaryOperator<Counts> change) {
    return new CalmBook(
        counted(hours, at.hour(), HOURS, change),
        counted(days, at.day(), DAYS, change),
        backlog,
        digested,
        owed);
  }

  private static List<Counts> counted(
      List<Counts> all, Instant start, int most, UnaryOperator<Counts> change) {
    List<Counts> after = new ArrayList<>(all);
    after.removeIf(c -> c.start().equals(start));
    after.add(change.apply(find(all, start)));
    after.sort(Comparator.comparing(Counts::start).reversed());
    return after.subList(0, Math.min(most, after.size()));
  }

  private static Map<String, Integer> more(Map<String, Integer> counts, String label) {
    Map<String, Integer> after = new HashMap<>(counts);
    after.merge(label, 1, Integer::sum);
    return new TreeMap<>(after);
  }
}
