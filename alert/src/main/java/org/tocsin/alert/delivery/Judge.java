package org.tocsin.alert.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.notifier.Answer;
import org.tocsin.contract.Delivery;

/** Says what an answer means, alert by alert. */
final class Judge {
  private final String notifier;
  private final Patience patience;

  Judge(String notifier, Patience patience) {
    this.notifier = notifier;
    this.patience = patience;
  }

  Verdict judge(Attempt attempt, Answer answer, Instant now, RandomGenerator random) {
    return switch (answer.result()) {
      case DELIVERED -> all(attempt, answer, Delivery.Status.DELIVERED, now);
      case BARRED -> all(attempt, answer, Delivery.Status.DEAD, now);
      case REFUSED ->
          attempt.parcel().size() > 1
              ? new Verdict(answer, List.of(), Instant.MIN)
              : all(attempt, answer, Delivery.Status.DEAD, now);
      case FAILED -> failed(attempt, answer, now, random);
    };
  }

  private Verdict all(Attempt attempt, Answer answer, Delivery.Status status, Instant now) {
    return new Verdict(
        answer,
        attempt.parcel().stream()
            .map(pending -> outcome(pending.tried(), status, answer.detail(), null, now))
            .toList(),
        Instant.MIN);
  }

  private Verdict failed(Attempt attempt, Answer answer, Instant now, RandomGenerator random) {
    Instant next = now.plus(wait(attempt, answer, now, random));
    List<Verdict.Outcome> outcomes =
        attempt.parcel().stream()
            .map(Pending::tried)
            .map(
                tried ->
                    patience.exhausted(tried, attempt, answer, now)
                        ? outcome(tried, Delivery.Status.DEAD, answer.detail(), null, now)
                        : outcome(tried, Delivery.Status.RETRYING, answer.detail(), next, now))
            .toList();
    boolean allDead = outcomes.stream().allMatch(o -> o.status() == Delivery.Status.DEAD);
    return new Verdict(answer, outcomes, allDead ? Instant.MIN : next);
  }

  /** The receiver's wish counts, but not beyond the alert's own time. */
  private Duration wait(Attempt attempt, Answer answer, Instant now, RandomGenerator random) {
    Duration own = patience.backoff().after(attempt.faults() + 1, random);
    Duration wanted = answer.retryAfter();
    if (wanted == null) {
      return own;
    }
    Duration left = Duration.between(now, patience.end(attempt.parcel().get(0)));
    Duration heard = wanted.compareTo(left) < 0 ? wanted : left;
    return heard.compareTo(own) < 0 ? own : heard;
  }

  /** What becomes of alerts whose time ran out behind others that the receiver did not take. */
  List<Verdict.Outcome> givenUp(List<Pending> pendings, Answer answer, Instant now) {
    String detail = "given up with those before it: " + answer.detail();
    return pendings.stream()
        .map(pending -> outcome(pending, Delivery.Status.DEAD, detail, null, now))
        .toList();
  }

  boolean over(Pending pending, Instant now) {
    return patience.over(pending, now);
  }

  private Verdict.Outcome outcome(
      Pending pending, Delivery.Status status, String detail, @Nullable Instant next, Instant now) {
    return new Verdict.Outcome(
        pending,
        new Delivery(
            notifier,
            pending.alert().id(),
            pending.alert().update(),
            pending.alert().watch().id(),
            status,
            pending.attempts(),
            detail,
            pending.place(),
            next,
            now));
  }
}
