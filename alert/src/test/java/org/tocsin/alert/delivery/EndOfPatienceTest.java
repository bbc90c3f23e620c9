package org.tocsin.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.alert.notifier.Answer;
import org.tocsin.contract.Delivery;

/** What happens to a queue whose receiver does not come back. */
class EndOfPatienceTest extends Stage {
  private static final Duration STEP = Duration.ofMinutes(15);

  private void pass(Dispatcher dispatcher, Duration time) {
    for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plus(STEP)) {
      clock.pass(STEP);
      dispatcher.dispatch();
      rest();
      dispatcher.dispatch();
      rest();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100})
  void theQueueOfADeadReceiverEndsWithItsDay(int watches) {
    otherwise = Answer.failed("out of ribbon");
    Dispatcher dispatcher = dispatcher();
    IntStream.range(0, 300).forEach(i -> dispatcher.take(alert("a" + i, "watch-" + i % watches)));
    pass(dispatcher, Duration.ofHours(23));
    assertThat(dispatcher.waiting()).isEqualTo(300);
    pass(dispatcher, Duration.ofHours(2));
    assertThat(dispatcher.waiting()).isZero();
    assertThat(committable(dispatcher)).isEqualTo(300);
    assertThat(
            receipts().stream()
                .filter(receipt -> receipt.status() == Delivery.Status.DEAD)
                .map(Delivery::alert)
                .distinct())
        .hasSize(300);
  }

  @Test
  void whatWaitedBehindAPoisonedAlertIsTold() {
    answer("a", Answer.failed("out of ribbon"));
    Dispatcher dispatcher = dispatcher();
    IntStream.range(0, 5)
        .forEach(i -> dispatcher.take(alert("abcde".substring(i, i + 1), "ports")));
    pass(dispatcher, Duration.ofHours(25));
    assertThat(told()).endsWith("a", "b", "c", "d", "e");
    assertThat(committable(dispatcher)).isEqualTo(5);
  }

  @Test
  void oneThatAsksToBeLeftAloneForADayIsGivenUpAfterIt() {
    answer("a", new Answer(Answer.Result.FAILED, "busy", Duration.ofHours(24)));
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    work(dispatcher, 1);
    pass(dispatcher, Duration.ofHours(25));
    assertThat(told()).containsExactly("a", "a");
    assertThat(receipts())
        .extracting(Delivery::status)
        .containsExactly(Delivery.Status.RETRYING, Delivery.Status.DEAD);
  }

  @Test
  void aPoisonedAlertHoldsUpNoOtherWatch() {
    answer("a", Answer.failed("out of ribbon"));
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    work(dispatcher, 1);
    dispatcher.take(alert("b", "storms"));
    work(dispatcher, 1);
    assertThat(told()).as("in the same moment").containsExactly("a", "b");
  }

  @Test
  void aReceiverThatFailsOnTwoWatchesIsLeftAlone() {
    otherwise = Answer.failed("out of ribbon");
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    work(dispatcher, 1);
    dispatcher.take(alert("b", "storms"));
    work(dispatcher, 1);
    dispatcher.take(alert("c", "piers"));
    dispatcher.dispatch();
    rest();
    assertThat(told()).containsExactly("a", "b");
  }

  @Test
  void aWatchThatIsStuckStopsTheReadingOfItsPartitionOnly() {
    TopicPartition other = new TopicPartition(ALERTS.topic(), 1);
    otherwise = Answer.failed("out of ribbon");
    Dispatcher dispatcher = dispatcher();
    dispatcher.assigned(other, 0);
    IntStream.range(0, 1_500).forEach(i -> dispatcher.take(alert("a" + i, "ports")));
    dispatcher.take(alert(other, "b", "storms"));
    assertThat(dispatcher.full()).containsExactly(ALERTS);
  }
}
