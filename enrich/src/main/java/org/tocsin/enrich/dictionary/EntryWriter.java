package org.tocsin.enrich.dictionary;

import java.util.List;
import org.tocsin.contract.DictionaryEntry;

/** Writes entries to where every instance reads them; returns when that is certain. */
interface EntryWriter extends AutoCloseable {
  /** Where a record was written. */
  record Written(int partition, long offset) {}

  /**
   * Writes entries in this order.
   *
   * @throws org.tocsin.service.OperatorException where one cannot be written
   */
  List<Written> write(List<DictionaryEntry> entries);

  @Override
  void close();
}
