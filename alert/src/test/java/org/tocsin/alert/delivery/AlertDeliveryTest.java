package org.tocsin.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.Samples;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Json;
import org.tocsin.service.Metrics;

class AlertDeliveryTest {
  private static final TopicPartition ALERTS = new TopicPartition("t-alerts", 0);
  private static final TopicPartition DELIVERIES = new TopicPartition("t-deliveries", 0);

  private final List<String> told = new ArrayList<>();
  private final Metrics metrics = new Metrics("alert");
  private final AlertDelivery.Counts counts = AlertDelivery.Counts.of("log", metrics);
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

  private AlertDelivery delivery() {
    DeliveryLedger ledger = new DeliveryLedger(receiptsSoFar(), DELIVERIES.topic(), "log");
    ledger.catchUp();
    return new AlertDelivery(
        alert -> told.add(alert.id()),
        ledger,
        new ReceiptBook(producer, "t-", Clock.fixed(Samples.NOON, ZoneOffset.UTC)),
        counts);
  }

  /** The topic of receipts as it stands: what the producer has written until now. */
  private MockConsumer<byte[], byte[]> receiptsSoFar() {
    MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    Node node = Node.noNode();
    Node[] nodes = {node};
    consumer.updatePartitions(
        DELIVERIES.topic(), List.of(new PartitionInfo(DELIVERIES.topic(), 0, node, nodes, nodes)));
    consumer.updateBeginningOffsets(Map.of(DELIVERIES, 0L));
    List<ProducerRecord<byte[], byte[]>> written = List.copyOf(producer.history());
    consumer.updateEndOffsets(Map.of(DELIVERIES, (long) written.size()));
    consumer.schedulePollTask(
        () -> {
          for (int i = 0; i < written.size(); i++) {
            consumer.addRecord(
                new ConsumerRecord<>(
                    DELIVERIES.topic(), 0, i, written.get(i).key(), written.get(i).value()));
          }
        });
    return consumer;
  }

  private static ConsumerRecords<byte[], byte[]> batch(Alert... alerts) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (Alert alert : alerts) {
      records.add(record(records.size(), Json.write(alert)));
    }
    return new ConsumerRecords<>(Map.of(ALERTS, records), new HashMap<>());
  }

  private static ConsumerRecord<byte[], byte[]> record(long offset, String json) {
    return new ConsumerRecord<>(
        ALERTS.topic(), 0, offset, new byte[0], json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void handsOnWhatRingsAndKeepsAReceipt() {
    delivery().deliver(batch(Samples.alert("a", 0, "port"), Samples.alert("a", 1, "port")));
    assertThat(told).containsExactly("a");
    assertThat(producer.history())
        .extracting(r -> new String(r.key(), StandardCharsets.UTF_8))
        .containsExactly("log/a");
    assertThat(counts.delivered().count()).isEqualTo(1);
  }

  @Test
  void describesEachReceiptInItsHeaders() {
    delivery().deliver(batch(Samples.alert("a", 0, "port")));
    var headers = producer.history().get(0).headers();
    assertThat(Headers.text(headers, Headers.SCHEMA)).isEqualTo("delivery/1");
    assertThat(Headers.text(headers, "ce_id")).isEqualTo("log/a/1");
    assertThat(Headers.text(headers, "ce_source")).isEqualTo("/tocsin/alert");
  }

  @Test
  void tellsNothingTwiceAfterARestart() {
    delivery().deliver(batch(Samples.alert("a", 0, "port")));
    delivery().deliver(batch(Samples.alert("a", 0, "port"), Samples.alert("b", 0, "port")));
    assertThat(told).containsExactly("a", "b");
  }

  @Test
  void goesOnAfterARecordThatCannotBeRead() {
    ConsumerRecord<byte[], byte[]> bad = record(0, "{no");
    ConsumerRecord<byte[], byte[]> good = record(1, Json.write(Samples.alert("b", 0, "port")));
    delivery().deliver(new ConsumerRecords<>(Map.of(ALERTS, List.of(bad, good)), Map.of()));
    assertThat(told).containsExactly("b");
    assertThat(counts.unreadable().count()).isEqualTo(1);
  }
}
