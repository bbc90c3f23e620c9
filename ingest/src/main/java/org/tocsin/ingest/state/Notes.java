package org.tocsin.ingest.state;

import java.util.function.Consumer;
import org.tocsin.contract.IngestNote;

/** What the instances of ingest tell one another, and themselves after a restart. */
public interface Notes extends AutoCloseable {
  /** Notes that nobody keeps: for one instance that has no Kafka. */
  Notes NONE =
      new Notes() {
        @Override
        public void follow(Consumer<IngestNote> reader) {}

        @Override
        public boolean write(IngestNote note) {
          return true;
        }

        @Override
        public boolean upToDate() {
          return true;
        }

        @Override
        public void close() {}
      };

  /** Tells a reader all notes that are kept and all to come, on one thread. */
  void follow(Consumer<IngestNote> reader);

  /** Writes a note and waits until it is kept; whether it is. */
  boolean write(IngestNote note);

  /** Whether all notes were read that were kept when this instance started. */
  boolean upToDate();

  @Override
  void close();
}
