package org.tocsin.alert.delivery;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tocsin.alert.notifier.Answer;
import org.tocsin.contract.Delivery;

/**
 * What an answer means for each alert. It is decided once and kept until its receipts are in Kafka.
 *
 * @param outcomes none where the parcel is to be halved and tried again
 * @param next when the lane goes on; {@link Instant#MIN} for at once
 */
record Verdict(Answer answer, List<Outcome> outcomes, Instant next) {
  Verdict {
    outcomes = List.copyOf(outcomes);
  }

  /** How an alert stands now. */
  record Outcome(Pending pending, Delivery receipt) {
    Delivery.Status status() {
      return receipt.status();
    }
  }

  List<Delivery> receipts() {
    return outcomes.stream().map(Outcome::receipt).toList();
  }

  boolean failed() {
    return answer.result() == Answer.Result.FAILED;
  }

  /** Whether it gave up an alert because its time is over. */
  boolean gaveUp() {
    return failed() && count(Delivery.Status.DEAD) > 0;
  }

  /** Whether a smaller parcel is to be tried. */
  boolean halved() {
    return outcomes.isEmpty() && answer.result() == Answer.Result.REFUSED;
  }

  int count(Delivery.Status status) {
    return (int) outcomes.stream().filter(outcome -> outcome.status() == status).count();
  }

  Verdict and(List<Outcome> further) {
    return new Verdict(answer, Stream.concat(outcomes.stream(), further.stream()).toList(), next);
  }

  /**
   * Without what is no longer ours to say: another instance may have delivered it by now. That we
   * delivered it ourselves is true all the same.
   */
  Verdict only(Predicate<Pending> ours) {
    return new Verdict(
        answer,
        outcomes.stream()
            .filter(
                outcome ->
                    outcome.status() == Delivery.Status.DELIVERED || ours.test(outcome.pending()))
            .toList(),
        next);
  }
}
