package org.tocsin.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One new statement matched by one watch: the value of {@code alerts}. It rings once, when {@code
 * update} is 0; later sightings of the statement come as updates under the same id.
 *
 * @param id from the watch's and the statement's id, the same over replays; the idempotency key
 * @param update 0 when it rings, then counted up
 * @param rung event time of the sighting that rang it: the first, unless the watch waits for a
 *     number of outlets
 * @param sighting the first sighting
 * @param why the clauses of the watch that matched, with the words they matched
 * @param sightings number of sightings, the first included
 * @param later the first {@value #LISTED} later sightings
 */
public record Alert(
    String id,
    int update,
    Instant rung,
    WatchRef watch,
    Sighting sighting,
    List<Reason> why,
    int sightings,
    List<Later> later) {
  /** How many later sightings an alert lists; the rest are only counted. */
  public static final int LISTED = 100;

  /** The watch as it stood when the alert rang. */
  public record WatchRef(String id, String name, int version, Watch.Severity severity) {}

  /**
   * A clause that matched.
   *
   * @param clause as written in the query
   * @param field that it looked at: {@code text}, {@code speaker}, {@code country} …
   * @param matched the words that it found, verbatim
   * @param start where they begin in the statement's text; null for other fields
   * @param end one past their last code unit in the statement's text; null for other fields
   */
  public record Reason(
      String clause,
      String field,
      String matched,
      @Nullable Integer start,
      @Nullable Integer end) {}

  /** A later sighting of the same statement. */
  public record Later(
      String statement, String article, @Nullable String url, String source, Instant time) {}

  public Alert {
    Checks.notBlank(id, "alert id");
    why = List.copyOf(why);
    later = List.copyOf(later);
  }

  /** Whether people are to be told: only the first record of an alert rings. */
  public boolean rings() {
    return update == 0;
  }
}
