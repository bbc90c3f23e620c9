package org.tocsin.ingest.source;

import java.io.IOException;
import java.util.List;
import org.tocsin.contract.FetchState;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.state.SourceStore.LostSourceException;

/** Something that has new articles from time to time. Keeps nothing itself: all is in the state. */
interface Source {
  /**
   * Reads what is new and hands it on, in one part or several.
   *
   * @param before how the source was left by whoever polled it last
   * @throws IOException where the source cannot be reached or read
   */
  void poll(FetchState before, Batches out)
      throws IOException, InterruptedException, LostSourceException;

  /**
   * Takes the parts of a poll; each is in Kafka together with the state after it, or not at all.
   */
  interface Batches {
    /**
     * Hands on a part.
     *
     * @param found what is new, in order
     * @param inputs how many inputs there were at all, new or not
     * @return the state as it was written
     */
    FetchState take(List<Parsed> found, int inputs, Change change)
        throws InterruptedException, LostSourceException;
  }
}
