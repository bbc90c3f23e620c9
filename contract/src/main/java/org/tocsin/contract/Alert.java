package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One new statement matched by one watch: the value of {@code alerts}. It rings once, when {@code
 * update} is 0 and nothing held it back; later sightings of the statement, further statements of
 * its story and what became of it come as updates under the same id.
 *
 * @param id from the watch's and the statement's id, the same over replays; the idempotency key
 * @param update 0 when it rings or is held back, then counted up
 * @param rung event time of the sighting that rang it: the first, unless the watch waits for a
 *     number of outlets
 * @param sighting the first sighting; of a digest that of the first alert it tells
 * @param why the clauses of the watch that matched, with the words they matched
 * @param sightings number of sightings, the first included
 * @param later the first {@value #LISTED} later sightings
 * @param held what held it back; null where it rang
 * @param parts the first {@value #PARTS} other statements that this alert tells
 * @param grouped number of other statements that this alert tells
 * @param followUps what became of its statements, in the order it became known, at most {@value
 *     #FOLLOW_UPS}
 * @param tells those of them of which people hear by this record; none where it only keeps the list
 *     up to date
 * @param digest where it tells alerts that were held back: which and how many
 * @param tally how many alerts of the watch rang and were held back, as this one was decided; null
 *     in records of earlier versions
 */
public record Alert(
    String id,
    int update,
    Instant rung,
    WatchRef watch,
    Sighting sighting,
    List<Reason> why,
    int sightings,
    List<Later> later,
    @Nullable Held held,
    List<Member> parts,
    Integer grouped,
    List<FollowUp> followUps,
    List<FollowUp> tells,
    @Nullable Digest digest,
    @Nullable Tally tally) {
  /** How many later sightings an alert lists; the rest are only counted. */
  public static final int LISTED = 100;

  /** How many other statements an alert lists; the rest are only counted. */
  public static final int PARTS = 20;

  /** How many follow-ups an alert lists; what comes after them is left out. */
  public static final int FOLLOW_UPS = 50;

  /**
   * The watch as it stood when the alert rang.
   *
   * @param notifiers that tell it; empty for those whose own settings say so
   */
  public record WatchRef(
      String id, String name, int version, Watch.Severity severity, List<String> notifiers) {
    public WatchRef {
      notifiers = notifiers == null ? List.of() : List.copyOf(notifiers);
    }

    /** A watch that names no notifiers. */
    public WatchRef(String id, String name, int version, Watch.Severity severity) {
      this(id, name, version, severity, List.of());
    }

    /** A watch as it stands. */
    public static WatchRef of(Watch watch) {
      return new WatchRef(
          watch.id(), watch.name(), watch.version(), watch.severity(), watch.notifiers());
    }
  }

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

  /** What may hold an alert back. */
  public enum Held {
    /** Its speaker rang the watch a short while ago. */
    @JsonProperty("cool-down")
    COOL_DOWN,
    /** The watch rang as often as it may in an hour. */
    @JsonProperty("budget-hour")
    BUDGET_HOUR,
    /** The watch rang as often as it may in a day. */
    @JsonProperty("budget-day")
    BUDGET_DAY,
    /** The watch's desk is asleep. */
    @JsonProperty("quiet")
    QUIET,
    /** Somebody silenced the watch for a while. */
    @JsonProperty("snooze")
    SNOOZE;

    /** The name on the wire, for example {@code cool-down}. */
    public String label() {
      return Labels.of(this);
    }
  }

  /**
   * Another statement that an alert tells: one of the same story, or one held back before.
   *
   * @param alert the id under which it would have rung, or under which it was held back
   * @param time event time of the sighting that matched
   * @param sightings number of sightings, as far as they were told
   * @param held what held it back; null for one of the same story
   */
  public record Member(
      String alert,
      Sighting sighting,
      List<Reason> why,
      Instant time,
      int sightings,
      @Nullable Held held) {
    public Member {
      why = List.copyOf(why);
    }
  }

  /**
   * What became of a statement in one of the articles that carry it.
   *
   * @param by id of the statement that stands there instead; null unless it changed
   * @param what the fact that differs; null where only the wording does
   * @param text the words that stand there instead; null where they are not known here
   * @param time event time of the article's revision
   */
  public record FollowUp(
      Kind kind,
      String statement,
      String article,
      int revision,
      @Nullable String by,
      ChangedFrom.@Nullable What what,
      @Nullable String text,
      Instant time) {
    /** What can become of it. */
    public enum Kind {
      /** The article holds nothing like it any more. */
      @JsonProperty("withdrawn")
      WITHDRAWN,
      /** The article says it in other words or with another fact. */
      @JsonProperty("changed")
      CHANGED,
      /** The article holds it again. */
      @JsonProperty("restored")
      RESTORED;

      /** The name on the wire, for example {@code withdrawn}. */
      public String label() {
        return Labels.of(this);
      }
    }
  }

  /**
   * What a digest tells: alerts of one watch that were held back.
   *
   * @param from when the first was held back
   * @param to when the last was
   * @param count how many they are
   * @param held how many by what held them back: {@code {"quiet":7}}
   */
  public record Digest(Instant from, Instant to, int count, Map<String, Integer> held) {
    public Digest {
      held = Labels.sorted(held);
    }
  }

  /**
   * How calm a watch is.
   *
   * @param hour the hour of the clock in which the alert was decided
   * @param day the day, in the zone of the watch's quiet hours or else in UTC
   * @param held the held alerts of that day by what held them back
   */
  public record Tally(Window hour, Window day, Map<String, Integer> held) {
    /**
     * Counts of one stretch of time.
     *
     * @param grouped statements that joined an alert of their story
     * @param digested held alerts that a digest has told
     */
    public record Window(Instant start, int rang, int held, int grouped, int digested) {}

    public Tally {
      held = Labels.sorted(held);
    }
  }

  public Alert {
    Checks.notBlank(id, "alert id");
    why = List.copyOf(why);
    later = List.copyOf(later);
    // Records of earlier versions have none of what follows.
    parts = parts == null ? List.of() : List.copyOf(parts);
    grouped = grouped == null ? 0 : grouped;
    followUps = followUps == null ? List.of() : List.copyOf(followUps);
    tells = tells == null ? List.of() : List.copyOf(tells);
  }

  /** An alert for one statement that nothing held back. */
  public Alert(
      String id,
      int update,
      Instant rung,
      WatchRef watch,
      Sighting sighting,
      List<Reason> why,
      int sightings,
      List<Later> later) {
    this(
        id, update, rung, watch, sighting, why, sightings, later, null, List.of(), 0, List.of(),
        List.of(), null, null);
  }

  /** The same as it was decided. */
  public Alert decided(@Nullable Held by, @Nullable Tally counted) {
    return with(by, followUps, tells, counted);
  }

  /**
   * The same with what became of its statements.
   *
   * @param told those of which people hear by it
   */
  public Alert following(List<FollowUp> became, List<FollowUp> told) {
    return with(held, became, told, tally);
  }

  private Alert with(
      @Nullable Held by, List<FollowUp> became, List<FollowUp> told, @Nullable Tally counted) {
    return new Alert(
        id, update, rung, watch, sighting, why, sightings, later, by, parts, grouped, became, told,
        digest, counted);
  }

  /** Whether people are to be told: only the first record of an alert rings, unless it is held. */
  public boolean rings() {
    return update == 0 && held == null;
  }

  /** Whether those who were told of the alert are to hear what became of its statements. */
  public boolean followsUp() {
    return update > 0 && !tells.isEmpty();
  }

  /**
   * By what a receiver knows what it is told again: the alert's id, for a follow-up with the number
   * of the update behind it, {@code 3f2a…-4}.
   */
  public String notice() {
    return update == 0 ? id : id + "-" + update;
  }
}
