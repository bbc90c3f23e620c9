package org.tocsin.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.tocsin.alert.Samples.NOON;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tocsin.contract.Delivery;

@Timeout(20)
class DeliveryBookTest {
  private static final TopicPartition DELIVERIES = new TopicPartition("t-deliveries", 0);

  /** Kafka that has five receipts and gives none of them. */
  private static MockConsumer<byte[], byte[]> silent() {
    MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    Node[] nodes = {Node.noNode()};
    consumer.updatePartitions(
        DELIVERIES.topic(),
        List.of(new PartitionInfo(DELIVERIES.topic(), 0, nodes[0], nodes, nodes)));
    consumer.updateBeginningOffsets(Map.of(DELIVERIES, 0L));
    consumer.updateEndOffsets(Map.of(DELIVERIES, 5L));
    return consumer;
  }

  private static Delivery delivery(String alert) {
    return new Delivery(
        "hook", alert, 0, "ports", Delivery.Status.DELIVERED, 1, "", null, null, NOON);
  }

  @Test
  void givesUpAKafkaThatGivesNothing() {
    DeliveryBook book = new DeliveryBook(silent(), "t-", Duration.ofMillis(50));
    assertThatThrownBy(book::catchUp).hasMessageContaining("t-deliveries");
  }

  @Test
  void answersWhileItWaitsForKafkaAndClosesThen() {
    DeliveryBook book = new DeliveryBook(silent(), "t-", Duration.ofHours(1));
    CompletableFuture<Void> reading = CompletableFuture.runAsync(book::catchUp);
    book.note(delivery("a"));
    assertThat(book.of("hook", "a")).isNotNull();
    assertThat(book.latest(10, d -> true)).hasSize(1);
    assertThat(reading).isNotDone();
    book.close();
    await().until(reading::isCompletedExceptionally);
  }
}
