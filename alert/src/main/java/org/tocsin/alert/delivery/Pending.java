package org.tocsin.alert.delivery;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Delivery;

/**
 * An alert on its way to a receiver.
 *
 * @param partition of {@code alerts} in which it stands
 * @param appended when Kafka took it
 * @param attempts made so far, also before a restart
 */
record Pending(Alert alert, TopicPartition partition, long offset, Instant appended, int attempts) {
  Delivery.Place place() {
    return new Delivery.Place(partition.partition(), offset);
  }

  /** The same after one more attempt. */
  Pending tried() {
    return new Pending(alert, partition, offset, appended, attempts + 1);
  }
}
