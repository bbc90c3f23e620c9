package org.tocsin.ingest.source;

import java.io.IOException;
import java.util.function.Consumer;
import org.tocsin.ingest.parse.Parsed;

/** Something that has new articles from time to time. Polled by one thread at a time. */
interface Source {
  /**
   * Reads what is new since the last poll that was {@link #accepted}.
   *
   * @param sink takes what was found, in order
   * @return how many inputs there were at all, new or not
   * @throws IOException where the source cannot be reached or read
   */
  int poll(Consumer<Parsed> sink) throws IOException, InterruptedException;

  /** Told when Kafka has all that the last poll found: it need not be found again. */
  void accepted();
}
