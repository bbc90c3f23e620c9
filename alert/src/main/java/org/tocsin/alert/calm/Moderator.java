package org.tocsin.alert.calm;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Calm;
import org.tocsin.contract.Speaker;
import org.tocsin.contract.Watch;

/**
 * Judges whether an alert rings. What silences a watch altogether is asked before what counts, so
 * that the reason named is the one a desk would name: snooze, quiet hours, cool-down, the hour's
 * budget, the day's.
 */
public final class Moderator {
  /** Digests of a watch are at least so far apart. */
  static final Duration BETWEEN_DIGESTS = Duration.ofHours(1);

  private Moderator() {}

  /**
   * What holds an alert back; null where it rings.
   *
   * @param spoke when its speaker last rang the watch; null where that is not known
   */
  public static Alert.@Nullable Held judge(
      Alert alert, Terms terms, CalmBook book, @Nullable Instant spoke, Slot at) {
    Alert.Held silence = silence(alert, terms, at.now());
    if (silence != null) {
      return silence;
    }
    Calm calm = terms.calm();
    if (terms.warm(spoke, at.now())) {
      return Alert.Held.COOL_DOWN;
    }
    if (calm.perHour() != null && book.hour(at).rang() >= calm.perHour()) {
      return Alert.Held.BUDGET_HOUR;
    }
    if (calm.perDay() != null && book.day(at).rang() >= calm.perDay()) {
      return Alert.Held.BUDGET_DAY;
    }
    return null;
  }

  /** What silences a watch altogether; null where nothing does. */
  public static Alert.@Nullable Held silence(Alert alert, Terms terms, Instant now) {
    if (terms.snoozedAt(now)) {
      return Alert.Held.SNOOZE;
    }
    return terms.quietAt(now) && !urgent(alert, terms.calm()) ? Alert.Held.QUIET : null;
  }

  private static boolean urgent(Alert alert, Calm calm) {
    return calm.quiet() != null
        && calm.quiet().urgent()
        && alert.watch().severity() == Watch.Severity.HIGH;
  }

  /**
   * When what is held back now is to be told: once what held it back is over. Whether the watch is
   * awake is asked then, for people may change their minds.
   */
  static Instant due(
      Alert.Held held, Terms terms, CalmBook book, @Nullable Instant spoke, Slot at) {
    Instant over =
        switch (held) {
          case COOL_DOWN -> coolAgain(terms, spoke, at);
          case BUDGET_HOUR -> at.nextHour();
          case BUDGET_DAY -> at.nextDay();
          case QUIET, SNOOZE -> at.now();
        };
    Instant last = book.digested();
    Instant rested = last == null ? over : last.plus(BETWEEN_DIGESTS);
    return rested.isAfter(over) ? rested : over;
  }

  private static Instant coolAgain(Terms terms, @Nullable Instant spoke, Slot at) {
    Duration coolDown = terms.calm().coolDown();
    return coolDown == null || spoke == null ? at.now() : spoke.plus(coolDown);
  }

  /**
   * By what a speaker is known to cool-downs: the actor, else the name. Null where nobody is known
   * to have spoken: then nobody cools down.
   */
  public static @Nullable String speaker(Alert alert) {
    Speaker speaker = alert.sighting().statement().speaker();
    if (speaker == null) {
      return null;
    }
    return speaker.actor() != null
        ? speaker.actor()
        : speaker.name().toLowerCase(java.util.Locale.ROOT);
  }
}
