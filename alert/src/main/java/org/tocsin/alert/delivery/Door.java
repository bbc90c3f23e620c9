package org.tocsin.alert.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.tocsin.alert.notifier.Answer;

/**
 * Whether a receiver may be tried at all. Where alerts of two lanes fail in a row the fault is the
 * receiver's, and it is left alone for a while; where one lane fails, it may be that of one alert,
 * which holds up nobody else. Not safe for threads; {@link Backlog} guards it.
 */
final class Door {
  private final Backoff backoff;
  private final Set<String> failed = new HashSet<>();
  private Health health = Health.NEW;
  private Instant opens = Instant.MIN;

  Door(Backoff backoff) {
    this.backoff = backoff;
  }

  boolean open(Instant now) {
    return !opens.isAfter(now);
  }

  /** Notes how an attempt of a lane went. */
  void note(String lane, Verdict verdict, Instant now) {
    Answer answer = verdict.answer();
    switch (answer.result()) {
      case DELIVERED -> passed(health.delivered(now));
      case REFUSED -> passed(health.answered());
      case BARRED -> health = health.failed(now, answer.detail());
      case FAILED -> {
        health = health.failed(now, answer.detail());
        failed.add(lane);
        shut(verdict, now);
      }
    }
  }

  private void passed(Health now) {
    health = now;
    failed.clear();
    opens = Instant.MIN;
  }

  /** Whoever asks to be left alone is, whatever it was that he did not take. */
  private void shut(Verdict verdict, Instant now) {
    if (verdict.answer().retryAfter() != null) {
      opens = verdict.next();
    } else if (failed.size() > 1) {
      opens = now.plus(backoff.after(health.faults(), ThreadLocalRandom.current()));
    }
  }

  /**
   * Whether the receiver as a whole has failed for so long that what is over its time need not be
   * tried any more.
   */
  boolean hopeless(Instant now) {
    Instant since = health.failingSince();
    Duration longest = backoff.longest();
    return failed.size() > 1 && since != null && !since.plus(longest).isAfter(now);
  }

  Health health() {
    return health;
  }
}
