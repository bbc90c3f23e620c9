package org.tocsin.alert.archive;

import java.io.IOException;
import java.time.Duration;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.tocsin.alert.query.QueryException;

/** Searches that end, however much they are asked for. */
final class InTime {
  /** The longest that a list or a search takes. */
  static final Duration SEARCH = Duration.ofSeconds(10);

  private InTime() {}

  /**
   * Searches on a searcher of its own, for a limit of time holds for all who share one.
   *
   * @throws QueryException where it takes longer, or its wildcards stand for too many words
   */
  static <T> T search(IndexReader reader, Duration longest, TopicIndex.Search<T> search)
      throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    long deadline = System.nanoTime() + longest.toNanos();
    searcher.setTimeout(() -> System.nanoTime() - deadline > 0);
    T found;
    try {
      found = search.in(searcher);
    } catch (AlreadyClosedException e) {
      throw e;
    } catch (IndexSearcher.TooManyClauses | IllegalStateException e) {
      throw new QueryException(
          0,
          "this is too dear: its wildcards stand for too many words (" + e.getMessage() + ")",
          "write more letters before an asterisk");
    }
    if (searcher.timedOut()) {
      throw new QueryException(
          0,
          "this is too dear: it takes longer than " + longest.toSeconds() + " s",
          "ask for fewer days, or write more letters before an asterisk");
    }
    return found;
  }
}
