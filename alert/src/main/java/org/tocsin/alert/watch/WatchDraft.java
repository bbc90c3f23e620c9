package org.tocsin.alert.watch;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.query.Breadth;
import org.tocsin.alert.query.Query;
import org.tocsin.alert.query.QueryException;
import org.tocsin.contract.Calm;
import org.tocsin.contract.Watch;

/**
 * A watch as somebody writes it: without version, author and time, which are given when it is put
 * into force.
 *
 * @param name the id where it is left out
 * @param severity medium where it is left out
 * @param enabled true where it is left out
 * @param calm none where it is left out
 * @param notifiers those whose own settings say so, where it is left out
 */
public record WatchDraft(
    String id,
    @Nullable String name,
    String query,
    Watch.@Nullable Severity severity,
    @Nullable String note,
    @Nullable Boolean enabled,
    @Nullable Calm calm,
    @Nullable List<String> notifiers) {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTE = 2_000;

  public WatchDraft {
    notifiers = notifiers == null ? List.of() : List.copyOf(notifiers);
    calm = calm == null ? Calm.NONE : calm;
    enabled = enabled == null || enabled;
  }

  /** A draft that asks neither for calm nor for certain notifiers. */
  public WatchDraft(
      String id,
      @Nullable String name,
      String query,
      Watch.@Nullable Severity severity,
      @Nullable String note,
      @Nullable Boolean enabled) {
    this(id, name, query, severity, note, enabled, null, null);
  }

  /** What somebody would write for a watch as it is in force. */
  public static WatchDraft of(Watch watch) {
    return new WatchDraft(
        watch.id(),
        watch.name(),
        watch.query(),
        watch.severity(),
        watch.note(),
        watch.enabled(),
        watch.calm(),
        watch.notifiers());
  }

  /**
   * Refuses notifiers that are not there.
   *
   * @throws IllegalArgumentException with those that are
   */
  public WatchDraft toldBy(Set<String> known) {
    for (String notifier : orNone(notifiers)) {
      if (!known.contains(notifier)) {
        throw new IllegalArgumentException(
            "there is no notifier '"
                + notifier
                + "'; "
                + (known.isEmpty()
                    ? "alert.notifiers.file names none"
                    : "there are " + String.join(", ", new TreeSet<>(known))));
      }
    }
    return this;
  }

  private static List<String> orNone(@Nullable List<String> some) {
    return some == null ? List.of() : some;
  }

  /** The name or what stands for it. */
  private String title() {
    return name == null || name.isBlank() ? id : name;
  }

  /** The version of the watch that follows another. */
  public Watch after(@Nullable Watch before, String author, Instant now) {
    return after(before, before == null ? 0 : before.version(), author, now);
  }

  /**
   * The version of the watch that follows another.
   *
   * @param before the one in force; null where none is
   * @param last number of the last version; 0 where there never was one
   * @throws QueryException where the query is refused
   * @throws IllegalArgumentException where another part is
   */
  public Watch after(@Nullable Watch before, int last, String author, Instant now) {
    if (title().length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "a watch's name has at most " + LONGEST_NAME + " characters");
    }
    if (note != null && note.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException(
          "a watch's note has at most " + LONGEST_NOTE + " characters");
    }
    Breadth.check(Query.parse(query));
    return new Watch(
        id,
        title(),
        query,
        severity == null ? Watch.Severity.MEDIUM : severity,
        enabled == null || enabled,
        last + 1,
        author,
        note,
        now,
        calm == null ? Calm.NONE : calm,
        before == null ? null : before.snoozedUntil(),
        orNone(notifiers));
  }

  /** Whether a watch already says the same. */
  public boolean sameAs(@Nullable Watch other) {
    if (other == null) {
      return false;
    }
    Watch mine = after(other, "", other.updated());
    return mine.name().equals(other.name())
        && mine.query().equals(other.query())
        && mine.severity() == other.severity()
        && mine.enabled() == other.enabled()
        && Objects.equals(mine.note(), other.note())
        && mine.calm().equals(other.calm())
        && mine.notifiers().equals(other.notifiers());
  }
}
