package org.tocsin.alert.delivery;

import java.time.Instant;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Delivery;

/**
 * An alert on its way to a receiver.
 *
 * @param appended when Kafka took it
 */
record Pending(Alert alert, Delivery.Place place, Instant appended) {}
