package org.tocsin.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.notifier.Answer;
import org.tocsin.alert.notifier.Channel;
import org.tocsin.alert.notifier.Notifier;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Delivery;

/** Partitions that go to another instance, and come back. */
class HandoverTest extends Stage {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch allowed = new CountDownLatch(1);

  /** Answers when the test lets it. */
  private Channel held(Answer answer) {
    return new Recorder() {
      @Override
      public Answer send(List<Alert> alerts) {
        super.send(alerts);
        asked.countDown();
        try {
          allowed.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return answer;
      }
    };
  }

  @Test
  void letsGoOfPartitionsOfOthers() {
    answer("a", Answer.failed("out of ribbon"));
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    work(dispatcher, 1);
    dispatcher.revoked(Set.of(ALERTS));
    clock.pass(Duration.ofHours(1));
    dispatcher.dispatch();
    rest();
    assertThat(told()).containsExactly("a");
    assertThat(dispatcher.waiting()).isZero();
    assertThat(dispatcher.finished()).isEmpty();
  }

  @Test
  void letsGoThoughItCannotCommit() {
    answer("a", Answer.failed("out of ribbon"));
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    work(dispatcher, 1);
    Handover handover = handover(dispatcher, new NoCoordinator());
    assertThatThrownBy(() -> handover.onPartitionsRevoked(Set.of(ALERTS)))
        .isInstanceOf(TimeoutException.class);
    assertThat(dispatcher.finished()).isEmpty();
    assertThat(dispatcher.waiting()).isZero();
    clock.pass(Duration.ofHours(1));
    dispatcher.dispatch();
    rest();
    assertThat(told()).as("the new owner tells it").containsExactly("a");
  }

  private Handover handover(Dispatcher dispatcher, MockConsumer<byte[], byte[]> alerts) {
    return new Handover(
        alerts, dispatcher, new DeliveryBook(receiptsSoFar(), "t-"), Duration.ofHours(1), clock);
  }

  /** Kafka, of which the coordinator is away. */
  private static final class NoCoordinator extends MockConsumer<byte[], byte[]> {
    NoCoordinator() {
      super("earliest");
    }

    @Override
    public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
      throw new TimeoutException("the coordinator is away");
    }
  }

  @Test
  void aNewConsumerFindsNothingOfTheOld() {
    answer("a", Answer.failed("out of ribbon"));
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    work(dispatcher, 1);
    dispatcher.clear();
    assertThat(dispatcher.finished()).isEmpty();
    dispatcher.assigned(ALERTS, 0);
    offset = 0;
    dispatcher.take(alert("a", "ports"));
    assertThat(dispatcher.waiting()).isEqualTo(1);
    passUntilTold(dispatcher, "a");
    assertThat(receipts()).extracting(Delivery::attempts).startsWith(1, 2);
  }

  @Test
  void beginsNothingMoreWhileItHandsOver() throws Exception {
    Dispatcher dispatcher =
        dispatcher(Duration.ZERO, Notifier.Filter.ALL, held(Answer.delivered("taken")));
    dispatcher.take(alert("a", "ports"));
    dispatcher.take(alert("b", "ports"));
    dispatcher.dispatch();
    asked.await();
    Thread settling = new Thread(dispatcher::settle);
    settling.start();
    await().until(() -> settling.getState() == Thread.State.TIMED_WAITING);
    allowed.countDown();
    settling.join();
    assertThat(told()).containsExactly("a");
    assertThat(committable(dispatcher)).isEqualTo(1);
  }

  @Test
  void saysNothingOfAFaultWhenTheAlertIsNoLongerOurs() throws Exception {
    Dispatcher dispatcher =
        dispatcher(Duration.ZERO, Notifier.Filter.ALL, held(Answer.failed("out of ribbon")));
    lose(dispatcher);
    assertThat(receipts()).isEmpty();
  }

  @Test
  void saysThatItArrivedThoughTheAlertIsNoLongerOurs() throws Exception {
    Dispatcher dispatcher =
        dispatcher(Duration.ZERO, Notifier.Filter.ALL, held(Answer.delivered("taken")));
    lose(dispatcher);
    assertThat(receipts()).extracting(Delivery::status).containsExactly(Delivery.Status.DELIVERED);
  }

  /** The partition goes while its alert is under way. */
  private void lose(Dispatcher dispatcher) throws InterruptedException {
    dispatcher.take(alert("a", "ports"));
    dispatcher.dispatch();
    asked.await();
    dispatcher.revoked(Set.of(ALERTS));
    allowed.countDown();
    rest();
  }

  @Test
  void doesNotTellWhatAnotherInstanceHasToldMeanwhile() {
    DeliveryBook book = new DeliveryBook(receiptsSoFar(), "t-");
    Dispatcher dispatcher = dispatcher(book);
    dispatcher.take(alert("a", "ports"));
    book.note(
        new Delivery(
            "hook",
            "a",
            0,
            "ports",
            Delivery.Status.DELIVERED,
            1,
            "",
            null,
            null,
            clock.instant()));
    dispatcher.take(alert("b", "ports"));
    work(dispatcher, 1);
    assertThat(told()).containsExactly("b");
    assertThat(committable(dispatcher)).isEqualTo(2);
  }
}
