package org.tocsin.alert.delivery;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alert.notifier.Answer;
import org.tocsin.alert.notifier.Channel;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Delivery;

/**
 * Works off lanes: sends, has the answer judged, writes the receipts. What has been decided is in
 * Kafka before an alert counts as dealt with; where it cannot be written, the writing alone is
 * tried again.
 */
final class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final String notifier;
  private final Channel channel;
  private final Backlog backlog;
  private final Ledger ledger;
  private final Backoff pause;
  private final DeliveryMeters meters;

  Courier(
      String notifier,
      Channel channel,
      Backlog backlog,
      Ledger ledger,
      Backoff pause,
      DeliveryMeters meters) {
    this.notifier = notifier;
    this.channel = channel;
    this.backlog = backlog;
    this.ledger = ledger;
    this.pause = pause;
    this.meters = meters;
  }

  /** Works off a lane that was entered, until nothing is due, and leaves it. */
  void work(Lane lane) {
    try {
      boolean more = true;
      while (more) {
        more = step(lane);
      }
    } catch (RuntimeException e) {
      LOG.warn("{}: a receipt cannot be written and is written later", notifier, e);
      backlog.postpone(lane, pause.first());
    } finally {
      backlog.leave(lane);
    }
  }

  /** One attempt, or one more attempt to write what became of it; whether there may be another. */
  private boolean step(Lane lane) {
    Verdict before = backlog.unwritten(lane);
    if (before != null) {
      return settle(lane, before);
    }
    Attempt attempt = backlog.next(lane);
    if (attempt == null) {
      return false;
    }
    List<Pending> over =
        attempt.parcel().stream().filter(p -> ended(p) || unheard(p, attempt)).toList();
    if (!over.isEmpty()) {
      backlog.forget(lane, over);
      return true;
    }
    Attempt fitting = fitting(attempt);
    Verdict verdict = backlog.judged(lane, fitting, send(fitting));
    return verdict == null || settle(lane, verdict);
  }

  /** Whether another instance, which had the partition until now, has ended it meanwhile. */
  private boolean ended(Pending pending) {
    Delivery known = ledger.of(notifier, pending.alert());
    return known != null && known.ended();
  }

  /**
   * Whether it follows up on an alert that this receiver does not know. Alerts go before their
   * follow-ups in the same lane, in a digest also in the same parcel.
   */
  private boolean unheard(Pending pending, Attempt attempt) {
    Alert alert = pending.alert();
    return alert.followsUp()
        && !ledger.told(notifier, alert)
        && alerts(attempt).stream().noneMatch(a -> a.rings() && a.id().equals(alert.id()));
  }

  private Attempt fitting(Attempt attempt) {
    try {
      return attempt.first(channel.fits(alerts(attempt)));
    } catch (RuntimeException e) {
      return attempt.first(1); // Sending it shows the fault.
    }
  }

  private static List<Alert> alerts(Attempt attempt) {
    return attempt.parcel().stream().map(Pending::alert).toList();
  }

  private Answer send(Attempt attempt) {
    try {
      return channel.send(alerts(attempt));
    } catch (RuntimeException e) {
      LOG.warn("The notifier {} has a fault of its own", notifier, e);
      return Answer.failed(e.toString());
    }
  }

  private boolean settle(Lane lane, Verdict verdict) {
    ledger.write(verdict.receipts());
    boolean more = backlog.settled(lane, verdict);
    report(verdict);
    return more;
  }

  private void report(Verdict verdict) {
    String detail = verdict.answer().detail();
    if (verdict.failed()) {
      meters.failed();
      LOG.info("{}: {}", notifier, detail);
    }
    int dead = verdict.count(Delivery.Status.DEAD);
    if (dead > 0) {
      meters.dead(dead);
      LOG.warn("{}: given up {} alert(s): {}", notifier, dead, detail);
    }
    meters.delivered(verdict.count(Delivery.Status.DELIVERED));
  }
}
