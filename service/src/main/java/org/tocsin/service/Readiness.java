package org.tocsin.service;

/**
 * Whether a service does its work, and in a few words why not.
 *
 * @param detail for the operator: {@code running}, {@code rebalancing}, {@code no answer from
 *     Kafka}
 */
public record Readiness(boolean ready, String detail) {
  /** Ready, with nothing to add. */
  public static final Readiness READY = new Readiness(true, "ready");

  /** Not ready, and why. */
  public static Readiness notYet(String detail) {
    return new Readiness(false, detail);
  }
}
