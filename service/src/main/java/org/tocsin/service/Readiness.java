package org.tocsin.service;

/**
 * Whether a service does its work, and in a few words why not.
 *
 * @param failed whether it never will again: somebody must look and start it anew
 * @param detail for the operator: {@code running}, {@code rebalancing}, {@code no answer from
 *     Kafka}
 */
public record Readiness(boolean ready, boolean failed, String detail) {
  /** Ready, with nothing to add. */
  public static final Readiness READY = new Readiness(true, false, "ready");

  public Readiness {
    if (ready && failed) {
      throw new IllegalArgumentException("neither ready nor failed is both");
    }
  }

  /** Ready or not, with what it is doing. */
  public static Readiness of(boolean ready, String detail) {
    return new Readiness(ready, false, detail);
  }

  /** Not ready, and why. */
  public static Readiness notYet(String detail) {
    return new Readiness(false, false, detail);
  }

  /** Stopped for good, and why. */
  public static Readiness failed(String detail) {
    return new Readiness(false, true, detail);
  }
}
