package org.tocsin.alert.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Delivery;

/** Where receipts are kept: {@link DeliveryBook} to look them up, {@link ReceiptBook} to write. */
record Ledger(DeliveryBook book, ReceiptBook receipts) {
  /**
   * Writes receipts.
   *
   * @throws IllegalStateException where Kafka does not take them
   */
  void write(List<Delivery> deliveries) {
    receipts.write(deliveries);
    deliveries.forEach(book::note);
  }

  /** How what a record tells stands with a notifier, on any instance; null where nobody tried. */
  @Nullable Delivery of(String notifier, Alert alert) {
    return book.of(notifier, alert.notice());
  }

  /** Whether a notifier has told the alert itself, as far as is known. */
  boolean told(String notifier, Alert alert) {
    Delivery itself = book.of(notifier, alert.id());
    return itself != null && itself.status() == Delivery.Status.DELIVERED;
  }
}
