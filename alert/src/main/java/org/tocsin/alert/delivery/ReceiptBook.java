package org.tocsin.alert.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tocsin.contract.Delivery;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Json;
import org.tocsin.contract.Topics;

/** Writes receipts to {@code deliveries} and waits until Kafka has them. */
final class ReceiptBook {
  private final Producer<byte[], byte[]> producer;
  private final String topic;
  private final Clock clock;

  ReceiptBook(Producer<byte[], byte[]> producer, String prefix, Clock clock) {
    this.producer = producer;
    this.topic = Topics.DELIVERIES.in(prefix);
    this.clock = clock;
  }

  void write(String notifier, String alert) {
    Instant now = clock.instant();
    Delivery receipt = new Delivery(notifier, alert, Delivery.Status.DELIVERED, 1, null, now);
    try {
      producer.send(record(receipt)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing a receipt", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a receipt could not be written", e);
    }
  }

  private ProducerRecord<byte[], byte[]> record(Delivery receipt) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic,
            null,
            receipt.updated().toEpochMilli(),
            receipt.key().getBytes(StandardCharsets.UTF_8),
            Json.write(receipt).getBytes(StandardCharsets.UTF_8));
    String id = receipt.key() + "/" + receipt.attempts();
    Headers.into(record.headers()).describe(Delivery.class, id, "alert", receipt.updated());
    return record;
  }
}
