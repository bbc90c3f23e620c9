package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was sent where: the value of {@code deliveries}, keyed by {@code notifier/alert}, for a
 * follow-up of the alert by {@code notifier/alert-update}.
 *
 * @param notifier the channel, for example {@code log}
 * @param alert id of the alert, the idempotency key towards the receiver
 * @param update of the alert that was sent as a follow-up; 0 for the alert itself
 * @param watch id of the watch that rang it; null in records of earlier versions
 * @param attempts so far
 * @param detail the receiver's answer or the last fault
 * @param place where the alert stands in {@code alerts}; null in records of earlier versions
 * @param next when it is tried again; null unless it is being retried
 */
public record Delivery(
    String notifier,
    String alert,
    Integer update,
    @Nullable String watch,
    Status status,
    int attempts,
    @Nullable String detail,
    @Nullable Place place,
    @Nullable Instant next,
    Instant updated) {
  /** How a delivery stands. */
  public enum Status {
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("retrying")
    RETRYING,
    /** Given up; it is sent again only where somebody asks for it. */
    @JsonProperty("dead")
    DEAD;

    /** The name on the wire, for example {@code dead}. */
    public String label() {
      return Labels.of(this);
    }

    /**
     * Reads a status' label.
     *
     * @throws IllegalArgumentException with the known labels if there is no such status
     */
    public static Status parse(String label) {
      return Labels.parse(Status.class, label);
    }
  }

  /** A record of {@code alerts}. */
  public record Place(int partition, long offset) {}

  public Delivery {
    Checks.notBlank(notifier, "notifier");
    Checks.notBlank(alert, "alert id");
    update = update == null ? 0 : update; // Records of earlier versions have none.
  }

  /** The record key: {@code log/3f2a…}, of a follow-up {@code log/3f2a…-4}. */
  public String key() {
    return notifier + "/" + notice();
  }

  /** What was told, as {@link Alert#notice} names it. */
  public String notice() {
    return update == 0 ? alert : alert + "-" + update;
  }

  /** Whether no further attempt follows by itself. */
  public boolean ended() {
    return status != Status.RETRYING;
  }
}
