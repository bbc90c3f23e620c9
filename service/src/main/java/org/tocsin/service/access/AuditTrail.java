package org.tocsin.service.access;

import java.time.Duration;
import java.util.function.Consumer;
import org.tocsin.contract.AuditEntry;

/** Where changes are written down. */
public interface AuditTrail extends AutoCloseable {
  /** Keeps nothing. */
  AuditTrail NONE =
      new AuditTrail() {
        @Override
        public void write(AuditEntry entry) {}

        @Override
        public void close() {}
      };

  /** Writes an entry; returns at once, and throws nothing. */
  void write(AuditEntry entry);

  /**
   * Hears of the entries that any process writes, from some time ago on; where nothing is kept, of
   * none.
   */
  default void follow(Duration back, Consumer<AuditEntry> taker) {}

  @Override
  void close();
}
