package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was sent where: the value of {@code deliveries}, keyed by {@code notifier/alert}.
 *
 * @param notifier the channel, for example {@code log}
 * @param alert id of the alert, the idempotency key towards the receiver
 * @param attempts so far
 * @param detail the receiver's answer or the last fault
 */
public record Delivery(
    String notifier,
    String alert,
    Status status,
    int attempts,
    @Nullable String detail,
    Instant updated) {
  /** How a delivery stands. */
  public enum Status {
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("retrying")
    RETRYING,
    @JsonProperty("dead")
    DEAD
  }

  public Delivery {
    Checks.notBlank(notifier, "notifier");
    Checks.notBlank(alert, "alert id");
  }

  /** The record key: {@code log/3f2a…}. */
  public String key() {
    return notifier + "/" + alert;
  }
}
