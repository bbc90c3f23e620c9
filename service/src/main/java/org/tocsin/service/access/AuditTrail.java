package org.tocsin.service.access;

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

  @Override
  void close();
}
