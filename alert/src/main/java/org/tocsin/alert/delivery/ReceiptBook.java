package org.tocsin.alert.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tocsin.contract.Delivery;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Json;
import org.tocsin.contract.Topics;

/** Writes receipts to {@code deliveries} and waits until Kafka has them. */
final class ReceiptBook implements AutoCloseable {
  private final Producer<byte[], byte[]> producer;
  private final String topic;

  ReceiptBook(Producer<byte[], byte[]> producer, String prefix) {
    this.producer = producer;
    this.topic = Topics.DELIVERIES.in(prefix);
  }

  /**
   * Writes receipts.
   *
   * @throws IllegalStateException where Kafka does not take them
   */
  void write(List<Delivery> receipts) {
    List<Future<?>> sent = new ArrayList<>(receipts.size());
    receipts.forEach(receipt -> sent.add(producer.send(record(receipt))));
    try {
      for (Future<?> future : sent) {
        future.get();
      }
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

  @Override
  public void close() {
    producer.close();
  }
}
