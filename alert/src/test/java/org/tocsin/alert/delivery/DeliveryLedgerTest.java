package org.tocsin.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class DeliveryLedgerTest {
  private static final String TOPIC = "t-deliveries";
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

  @Test
  void remembersTheDeliveriesOfItsOwnNotifier() {
    MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    Node node = Node.noNode();
    Node[] nodes = {node};
    consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, node, nodes, nodes)));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, 2L));
    consumer.schedulePollTask(
        () -> {
          consumer.addRecord(receipt(0, "log/a"));
          consumer.addRecord(receipt(1, "mail/b"));
        });
    try (DeliveryLedger ledger = new DeliveryLedger(consumer, TOPIC, "log")) {
      ledger.catchUp();
      assertThat(ledger.has("a")).isTrue();
      assertThat(ledger.has("b")).isFalse();
      ledger.note("c");
      assertThat(ledger.has("c")).isTrue();
    }
  }

  private static ConsumerRecord<byte[], byte[]> receipt(long offset, String key) {
    return new ConsumerRecord<>(
        TOPIC, 0, offset, key.getBytes(StandardCharsets.UTF_8), new byte[] {'{', '}'});
  }
}
