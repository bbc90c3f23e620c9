package org.tocsin.ingest.state;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.FetchState;
import org.tocsin.contract.Lane;
import org.tocsin.ingest.parse.Parsed;

/** Where the states of sources are kept together with what the sources gave. */
public interface SourceStore extends AutoCloseable {
  /** Begins to share the sources with the other instances. */
  void start();

  /** Whether this instance is the one to poll a source. */
  boolean owns(String source);

  /** The last state of a source that any instance wrote; null where there is none. */
  @Nullable FetchState state(String source);

  /**
   * Writes what a source gave and its state afterwards: all of it or nothing. Waits while Kafka is
   * away.
   *
   * @throws LostSourceException where another instance owns the source by now; nothing was written
   */
  void commit(List<Parsed> found, Lane lane, FetchState after)
      throws InterruptedException, LostSourceException;

  /** Why nothing can be polled or written now; null where all is well. */
  default @Nullable String trouble() {
    return null;
  }

  @Override
  void close();

  /** The source belongs to another instance by now, which goes on from the last written state. */
  final class LostSourceException extends Exception {
    private static final long serialVersionUID = 1L;

    public LostSourceException(String source) {
      super(source + " is polled by another instance now");
    }
  }
}
