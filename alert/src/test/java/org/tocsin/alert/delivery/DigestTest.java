package org.tocsin.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.notifier.Answer;
import org.tocsin.alert.notifier.Notifier;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Delivery;

class DigestTest extends Stage {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void tellsADigestTogether() {
    Dispatcher dispatcher = dispatcher(HOUR, Notifier.Filter.ALL);
    dispatcher.take(alert("a", "ports"));
    clock.pass(Duration.ofMinutes(30));
    dispatcher.take(alert("b", "storms"));
    dispatcher.dispatch();
    rest();
    assertThat(told()).isEmpty();
    clock.pass(Duration.ofMinutes(31));
    work(dispatcher, 1);
    assertThat(sent).containsExactly(List.of("a", "b"));
    assertThat(receipts()).extracting(Delivery::alert).containsExactly("a", "b");
    assertThat(committable(dispatcher)).isEqualTo(2);
  }

  @Test
  void anOldAlertDiesAloneInADigestThatFails() {
    otherwise = Answer.failed("out of ribbon");
    Dispatcher dispatcher = dispatcher(HOUR, Notifier.Filter.ALL);
    dispatcher.take(alert("a", "ports"));
    clock.pass(Duration.ofHours(20));
    work(dispatcher, 1);
    dispatcher.take(alert("b", "storms"));
    clock.pass(Duration.ofHours(3));
    work(dispatcher, 1);
    clock.pass(Duration.ofHours(2));
    work(dispatcher, 1);
    assertThat(sent.subList(0, 3))
        .as("a digest is tried again as it was")
        .containsOnly(List.of("a"));
    assertThat(statuses("a")).endsWith(Delivery.Status.DEAD);
    assertThat(statuses("b")).doesNotContain(Delivery.Status.DEAD);
    otherwise = Answer.delivered("at last");
    passUntilTold(dispatcher, "b");
    assertThat(statuses("b")).endsWith(Delivery.Status.DELIVERED);
    assertThat(committable(dispatcher)).isEqualTo(2);
  }

  @Test
  void eachAlertOfAFailedDigestHasItsOwnTime() {
    otherwise = Answer.failed("out of ribbon");
    Dispatcher dispatcher = dispatcher(Duration.ofHours(12), Notifier.Filter.ALL);
    dispatcher.take(alert("a", "ports"));
    clock.pass(Duration.ofHours(11));
    dispatcher.take(alert("b", "ports"));
    for (int i = 0; i < 4; i++) {
      clock.pass(Duration.ofHours(4));
      work(dispatcher, 1);
    }
    assertThat(statuses("a")).hasSize(4).endsWith(Delivery.Status.DEAD);
    assertThat(statuses("b")).hasSize(4).containsOnly(Delivery.Status.RETRYING);
  }

  private List<Delivery.Status> statuses(String alert) {
    return receipts().stream()
        .filter(receipt -> receipt.alert().equals(alert))
        .map(Delivery::status)
        .toList();
  }

  @Test
  void aRefusedAlertTakesNoOtherWithIt() {
    Dispatcher dispatcher =
        dispatcher(
            HOUR,
            Notifier.Filter.ALL,
            new Recorder() {
              @Override
              public Answer send(List<Alert> alerts) {
                super.send(alerts);
                return alerts.stream().anyMatch(alert -> alert.id().equals("4"))
                    ? Answer.refused("too large")
                    : Answer.delivered("taken");
              }
            });
    IntStream.range(0, 20).forEach(i -> dispatcher.take(alert("" + i, "ports")));
    clock.pass(HOUR);
    work(dispatcher, 1);
    passUntilTold(dispatcher, "19");
    assertThat(statuses("4")).containsExactly(Delivery.Status.DEAD);
    IntStream.range(0, 20)
        .filter(i -> i != 4)
        .forEach(i -> assertThat(statuses("" + i)).containsExactly(Delivery.Status.DELIVERED));
    assertThat(sent.size()).isLessThan(10);
  }

  @Test
  void allOfADigestIsToldAtOnceThoughOneMessageIsTooSmall() {
    Dispatcher dispatcher =
        dispatcher(
            HOUR,
            Notifier.Filter.ALL,
            new Recorder() {
              @Override
              public int fits(List<Alert> alerts) {
                return 2;
              }
            });
    dispatcher.take(alert("a", "ports"));
    clock.pass(Duration.ofMinutes(40));
    List.of("b", "c", "d", "e").forEach(id -> dispatcher.take(alert(id, "ports")));
    clock.pass(Duration.ofMinutes(20));
    work(dispatcher, 3);
    assertThat(sent).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
  }

  @Test
  void takesInAlertsOfSeveralPartitions() {
    TopicPartition other = new TopicPartition(ALERTS.topic(), 1);
    Dispatcher dispatcher = dispatcher(HOUR, Notifier.Filter.ALL);
    dispatcher.assigned(other, 0);
    dispatcher.take(alert("a", "ports"));
    dispatcher.take(alert(other, "b", "storms"));
    clock.pass(HOUR);
    work(dispatcher, 1);
    assertThat(sent).containsExactly(List.of("a", "b"));
    assertThat(committable(dispatcher)).isEqualTo(1);
    assertThat(Objects.requireNonNull(dispatcher.finished().get(other)).offset()).isEqualTo(2);
  }
}
