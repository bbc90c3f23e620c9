package org.tocsin.alert.triage;

import org.tocsin.contract.AlertState;

/** Puts what people made of alerts where everybody sees it; returns when that is certain. */
@FunctionalInterface
public interface StateWriter extends AutoCloseable {
  /** Where a state lies in its topic. */
  record Place(int partition, long offset) {}

  /** Writes a state over the one before. */
  Place put(AlertState state);

  @Override
  default void close() {}
}
