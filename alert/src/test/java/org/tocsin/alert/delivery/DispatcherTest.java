package org.tocsin.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.Samples;
import org.tocsin.alert.notifier.Answer;
import org.tocsin.alert.notifier.Notifier;
import org.tocsin.contract.Delivery;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Json;
import org.tocsin.contract.Watch;

class DispatcherTest extends Stage {
  @Test
  void tellsEachAlertOnceAndKeepsAReceipt() {
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    dispatcher.take(record(Json.write(Samples.alert("a", 1, "a later sighting"))));
    work(dispatcher, 1);
    assertThat(told()).containsExactly("a");
    assertThat(committable(dispatcher)).isEqualTo(2);
    Delivery receipt = receipts().get(0);
    assertThat(receipt.key()).isEqualTo("hook/a");
    assertThat(receipt.status()).isEqualTo(Delivery.Status.DELIVERED);
    assertThat(receipt.place()).isEqualTo(new Delivery.Place(0, 0));
    var headers = producer.history().get(0).headers();
    assertThat(Headers.text(headers, Headers.SCHEMA)).isEqualTo("delivery/1");
    assertThat(Headers.text(headers, "ce_id")).isEqualTo("hook/a/1");
  }

  @Test
  void goesOnAfterARecordThatCannotBeRead() {
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(record("{no"));
    dispatcher.take(alert("b", "ports"));
    work(dispatcher, 1);
    assertThat(told()).containsExactly("b");
    assertThat(committable(dispatcher)).isEqualTo(2);
  }

  @Test
  void leavesOutWhatTheNotifierDoesNotWant() {
    Dispatcher dispatcher =
        dispatcher(Duration.ZERO, new Notifier.Filter(List.of("storms"), Watch.Severity.LOW));
    dispatcher.take(alert("a", "ports"));
    dispatcher.take(alert("b", "storms"));
    work(dispatcher, 1);
    assertThat(told()).containsExactly("b");
  }

  @Test
  void noneOvertakesOneOfTheSameWatch() {
    answer("a", Answer.failed("out of ribbon"));
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    dispatcher.take(alert("b", "ports"));
    dispatcher.take(alert("c", "storms"));
    passUntilTold(dispatcher, "c");
    assertThat(told()).contains("a").doesNotContain("b");
    assertThat(committable(dispatcher)).isZero();
    answer("a", Answer.delivered("at last"));
    passUntilTold(dispatcher, "b");
    List<String> ports = told().stream().filter(id -> !id.equals("c")).distinct().toList();
    assertThat(ports).containsExactly("a", "b");
    assertThat(committable(dispatcher)).isEqualTo(3);
  }

  @Test
  void waitsLongerAfterEachFault() {
    answer("a", Answer.failed("out of ribbon"));
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    work(dispatcher, 1);
    for (int i = 0; i < 9; i++) {
      clock.pass(Duration.ofMinutes(15));
      work(dispatcher, 1);
    }
    List<Duration> waits =
        receipts().stream().map(r -> Duration.between(r.updated(), r.next())).toList();
    assertThat(waits.get(0)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(waits.get(3)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(16));
    assertThat(waits.get(9)).isBetween(Duration.ofSeconds(450), Duration.ofMinutes(15));
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() {
    answer("a", new Answer(Answer.Result.FAILED, "busy", Duration.ofHours(1)));
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    work(dispatcher, 1);
    clock.pass(Duration.ofMinutes(59));
    dispatcher.dispatch();
    rest();
    assertThat(told()).containsExactly("a");
    clock.pass(Duration.ofMinutes(2));
    work(dispatcher, 1);
    assertThat(told()).containsExactly("a", "a");
  }

  @Test
  void givesUpAfterADayAndGoesOn() {
    answer("a", Answer.failed("out of ribbon"));
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    dispatcher.take(alert("b", "ports"));
    work(dispatcher, 1);
    clock.pass(Duration.ofHours(12));
    work(dispatcher, 1);
    clock.pass(Duration.ofHours(13));
    work(dispatcher, 2);
    assertThat(told()).containsExactly("a", "a", "a", "b");
    assertThat(receipts())
        .extracting(Delivery::status)
        .containsExactly(
            Delivery.Status.RETRYING,
            Delivery.Status.RETRYING,
            Delivery.Status.DEAD,
            Delivery.Status.DELIVERED);
  }

  @Test
  void doesNotTryAgainWhatIsRefused() {
    answer("a", Answer.refused("too large"));
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    dispatcher.take(alert("b", "ports"));
    work(dispatcher, 2);
    assertThat(told()).containsExactly("a", "b");
    assertThat(receipts().get(0).status()).isEqualTo(Delivery.Status.DEAD);
    assertThat(receipts().get(0).detail()).isEqualTo("too large");
  }

  @Test
  void tellsNothingTwiceAfterARestart() {
    Dispatcher before = dispatcher();
    before.take(alert("a", "ports"));
    work(before, 1);
    offset = 0;
    Dispatcher after = dispatcher();
    after.take(alert("a", "ports"));
    after.take(alert("b", "ports"));
    work(after, 1);
    assertThat(told()).containsExactly("a", "b");
  }

  @Test
  void goesOnCountingAfterARestart() {
    answer("a", Answer.failed("out of ribbon"));
    Dispatcher before = dispatcher();
    before.take(alert("a", "ports"));
    work(before, 1);
    clock.pass(Duration.ofMinutes(1));
    work(before, 1);
    offset = 0;
    Dispatcher after = dispatcher();
    after.take(alert("a", "ports"));
    after.dispatch();
    rest();
    assertThat(told()).as("the wait goes on too").hasSize(2);
    clock.pass(Duration.ofMinutes(1));
    work(after, 1);
    assertThat(receipts()).extracting(Delivery::attempts).containsExactly(1, 2, 3);
  }

  @Test
  void writesAMissingReceiptLaterAndDoesNotTellAgain() {
    Dispatcher dispatcher = dispatcher();
    producer.sendException = new IllegalStateException("Kafka is away");
    dispatcher.take(alert("a", "ports"));
    work(dispatcher, 1);
    clock.pass(Duration.ofMinutes(1));
    dispatcher.dispatch();
    rest();
    assertThat(committable(dispatcher)).isZero();
    producer.sendException = null;
    clock.pass(Duration.ofMinutes(1));
    dispatcher.dispatch();
    await().atMost(Duration.ofSeconds(10)).until(() -> committable(dispatcher) == 1);
    assertThat(told()).containsExactly("a");
    assertThat(receipts()).extracting(Delivery::attempts).containsExactly(1);
  }
}
