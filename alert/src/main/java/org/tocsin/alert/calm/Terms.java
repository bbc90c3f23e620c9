package org.tocsin.alert.calm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Calm;
import org.tocsin.contract.Watch;

/**
 * What a watch asks for.
 *
 * @param snoozedUntil null where it is not snoozed
 */
public record Terms(Calm calm, @Nullable Instant snoozedUntil) {
  private static final Terms NONE = new Terms(Calm.NONE, null);

  /** The terms of a watch; none where there is no such watch any more. */
  public static Terms of(@Nullable Watch watch) {
    return watch == null ? NONE : new Terms(watch.calm(), watch.snoozedUntil());
  }

  /** The zone whose days count. */
  ZoneId zone() {
    return calm.quiet() == null ? ZoneOffset.UTC : calm.quiet().zone();
  }

  boolean snoozedAt(Instant now) {
    return snoozedUntil != null && now.isBefore(snoozedUntil);
  }

  boolean quietAt(Instant now) {
    return calm.quiet() != null && QuietHours.include(calm.quiet(), now);
  }

  /** Whether people want to hear of what was held back. */
  public boolean awakeAt(Instant now) {
    return !snoozedAt(now) && !quietAt(now);
  }

  /** Whether a statement joins an alert of its story that rang at a time. */
  public boolean groups(Instant rang, Instant now) {
    return calm.group() != null && near(rang, now, calm.group());
  }

  /** Whether a speaker who rang the watch at a time has not cooled down. */
  boolean warm(@Nullable Instant spoke, Instant now) {
    return calm.coolDown() != null && spoke != null && near(spoke, now, calm.coolDown());
  }

  /** On either side: one that rang ahead of its time lasts no longer for that. */
  private static boolean near(Instant one, Instant other, Duration within) {
    return Duration.between(one, other).abs().compareTo(within) < 0;
  }
}
