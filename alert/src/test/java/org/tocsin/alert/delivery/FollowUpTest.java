package org.tocsin.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.alert.Samples.NOON;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.Samples;
import org.tocsin.alert.notifier.Answer;
import org.tocsin.alert.notifier.Notifier;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Delivery;
import org.tocsin.contract.Json;
import org.tocsin.contract.Watch;

/** Those whom an alert reached hear what became of it, once, and nobody else. */
class FollowUpTest extends Stage {
  private ConsumerRecord<byte[], byte[]> withdrawn(String id, int update) {
    return record(Json.write(Samples.withdrawn(Samples.alert(id, update, "port"))));
  }

  @Test
  void reachesThoseWhomTheAlertReachedUnderAKeyOfItsOwn() {
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    dispatcher.take(withdrawn("a", 2));
    work(dispatcher, 2);
    assertThat(told()).containsExactly("a", "a-2");
    assertThat(receipts()).extracting(Delivery::key).containsExactly("hook/a", "hook/a-2");
    assertThat(receipts()).extracting(Delivery::update).containsExactly(0, 2);
    assertThat(committable(dispatcher)).isEqualTo(2);
  }

  @Test
  void isToldOnceOverARestart() {
    Dispatcher before = dispatcher();
    before.take(alert("a", "ports"));
    before.take(withdrawn("a", 2));
    work(before, 2);
    offset = 0;
    Dispatcher after = dispatcher();
    after.take(alert("a", "ports"));
    after.take(withdrawn("a", 2));
    after.take(withdrawn("a", 3));
    work(after, 1);
    assertThat(told()).containsExactly("a", "a-2", "a-3");
  }

  @Test
  void waitsForTheAlertThatIsBeingRetried() {
    answer("a", Answer.failed("out of ribbon"));
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    dispatcher.take(withdrawn("a", 1));
    work(dispatcher, 1);
    answer("a", Answer.delivered("at last"));
    passUntilTold(dispatcher, "a-1");
    assertThat(told()).containsExactly("a", "a", "a-1");
  }

  @Test
  void isNotForThoseWhomTheAlertNeverReached() {
    answer("a", Answer.refused("too large"));
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    dispatcher.take(withdrawn("a", 1));
    dispatcher.take(withdrawn("unknown", 1));
    dispatcher.take(alert("b", "ports"));
    work(dispatcher, 2);
    assertThat(told()).containsExactly("a", "b");
    assertThat(committable(dispatcher)).isEqualTo(4);
  }

  @Test
  void isNotForThoseWhoDoNotWantTheWatch() {
    Dispatcher dispatcher =
        dispatcher(Duration.ZERO, new Notifier.Filter(List.of("storms"), Watch.Severity.LOW));
    dispatcher.take(alert("a", "ports"));
    dispatcher.take(withdrawn("a", 1));
    dispatcher.take(alert("b", "storms"));
    work(dispatcher, 1);
    assertThat(told()).containsExactly("b");
  }

  @Test
  void goesIntoADigestWithItsAlertAndIntoALaterOne() {
    Dispatcher dispatcher = dispatcher(Duration.ofHours(1), Notifier.Filter.ALL);
    dispatcher.take(alert("a", "ports"));
    dispatcher.take(withdrawn("a", 1));
    clock.pass(Duration.ofMinutes(61));
    work(dispatcher, 1);
    dispatcher.take(withdrawn("a", 2));
    clock.pass(Duration.ofMinutes(61));
    work(dispatcher, 1);
    assertThat(sent).containsExactly(List.of("a", "a-1"), List.of("a-2"));
  }

  @Test
  void diesByItself() {
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    work(dispatcher, 1);
    answer("a-1", Answer.refused("no such ticket"));
    dispatcher.take(withdrawn("a", 1));
    work(dispatcher, 1);
    assertThat(receipts())
        .extracting(Delivery::notice, Delivery::status)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", Delivery.Status.DELIVERED),
            org.assertj.core.groups.Tuple.tuple("a-1", Delivery.Status.DEAD));
    assertThat(receipts().get(1).place()).isEqualTo(new Delivery.Place(0, 1));
  }

  @Test
  void anUpdateThatTellsNothingRingsNobody() {
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    Alert silent = Samples.alert("a", 1, "port");
    assertThat(silent.rung()).isEqualTo(NOON);
    dispatcher.take(record(Json.write(silent)));
    work(dispatcher, 1);
    assertThat(told()).containsExactly("a");
    assertThat(committable(dispatcher)).isEqualTo(2);
  }
}
