package org.tocsin.alert.delivery;

import io.micrometer.core.instrument.Counter;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Topics;
import org.tocsin.service.Metrics;

/**
 * Takes records of {@code alerts} and hands on those that ring and have no receipt yet; the receipt
 * is certain before the next one is looked at.
 */
final class AlertDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(AlertDelivery.class);

  private final Consumer<Alert> receiver;
  private final DeliveryLedger ledger;
  private final ReceiptBook receipts;
  private final Counts counts;

  /** How deliveries ended, as counters. */
  record Counts(Counter delivered, Counter unreadable) {
    static Counts of(String notifier, Metrics metrics) {
      return new Counts(
          counter(notifier, "delivered", metrics), counter(notifier, "unreadable", metrics));
    }

    private static Counter counter(String notifier, String status, Metrics metrics) {
      return Counter.builder("tocsin.deliveries")
          .description("Alerts by how their delivery ended.")
          .tag("notifier", notifier)
          .tag("status", status)
          .register(metrics.registry());
    }
  }

  AlertDelivery(
      Consumer<Alert> receiver, DeliveryLedger ledger, ReceiptBook receipts, Counts counts) {
    this.receiver = receiver;
    this.ledger = ledger;
    this.receipts = receipts;
    this.counts = counts;
  }

  void deliver(ConsumerRecords<byte[], byte[]> batch) {
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      Alert alert = read(record);
      if (alert != null && alert.rings() && !ledger.has(alert.id())) {
        receiver.accept(alert);
        receipts.write(ledger.notifier(), alert.id());
        ledger.note(alert.id());
        counts.delivered().increment();
      }
    }
  }

  private @Nullable Alert read(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Topics.ALERTS.valueSerde().deserializer().deserialize(record.topic(), record.value());
    } catch (SerializationException e) {
      counts.unreadable().increment();
      LOG.warn(
          "Alert {}-{}@{} cannot be read: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
      return null;
    }
  }
}
