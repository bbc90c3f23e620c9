package org.tocsin.alert.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.query.Breadth;
import org.tocsin.alert.query.Query;
import org.tocsin.alert.query.QueryException;
import org.tocsin.contract.Watch;

/**
 * A watch as somebody writes it: without version, author and time, which are given when it is put
 * into force.
 *
 * @param name the id where it is left out
 * @param severity medium where it is left out
 * @param enabled true where it is left out
 */
public record WatchDraft(
    String id,
    @Nullable String name,
    String query,
    Watch.@Nullable Severity severity,
    @Nullable String note,
    @Nullable Boolean enabled) {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTE = 2_000;

  /** The name or what stands for it. */
  private String title() {
    return name == null || name.isBlank() ? id : name;
  }

  /**
   * The version of the watch that follows another.
   *
   * @throws QueryException where the query is refused
   * @throws IllegalArgumentException where another part is
   */
  public Watch after(@Nullable Watch before, String author, Instant now) {
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
        before == null ? 1 : before.version() + 1,
        author,
        note,
        now);
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
        && java.util.Objects.equals(mine.note(), other.note());
  }
}
