package org.tocsin.alert.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.ArticleId;

/**
 * A Lucene index of what stood in topics. It knows for each partition how far it has read, and
 * writes that down together with what it read, so that it goes on where it stopped; what Kafka has,
 * it can be built from anew at any time. What is too old, or too much, is forgotten at commits.
 *
 * <p>One thread writes, many may search.
 */
final class TopicIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicIndex.class);

  static final String ID = "id";
  static final String TIME = "time";

  /** Decides the order of what has one time. */
  static final String TIE = "tie";

  private static final double BUFFER_MEGABYTES = 32;
  private static final int MAX_CLAUSES = 50_000;

  private final Directory directory;
  private final String format;
  private final Bounds bounds;
  private final Map<String, Long> next = new HashMap<>();
  private volatile Open open;
  private volatile Instant newest = Instant.EPOCH;

  /**
   * Opens what lies in a directory, or begins anew.
   *
   * @param format of the documents; an index of another one is begun anew
   */
  TopicIndex(Directory directory, String format, Bounds bounds) throws IOException {
    IndexSearcher.setMaxClauseCount(MAX_CLAUSES); // our own limits on queries are narrower
    this.directory = directory;
    this.format = format;
    this.bounds = bounds;
    this.open = Open.of(directory, IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
    recall();
  }

  /** What lies in the directory, to be written and searched. */
  private record Open(IndexWriter writer, SearcherManager searchers) {
    static Open of(Directory directory, IndexWriterConfig.OpenMode mode) throws IOException {
      IndexWriter writer =
          new IndexWriter(
              directory,
              new IndexWriterConfig()
                  .setOpenMode(mode)
                  .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                  .setCommitOnClose(false));
      try {
        return new Open(writer, new SearcherManager(writer, null));
      } catch (IOException | RuntimeException e) {
        writer.rollback(); // or its lock would keep the next one out
        throw e;
      }
    }
  }

  /**
   * Opens anew what a full disk or another fault has closed. What was not yet written down is to be
   * read again: {@link #next} says from where. Files that cannot be read are begun anew: the next
   * merge would find them again.
   *
   * @return whether it was closed
   */
  synchronized boolean heal() throws IOException {
    Open broken = open;
    if (broken.writer().isOpen()) {
      return false;
    }
    open = reopened(broken.writer().getTragicException());
    next.clear();
    newest = Instant.EPOCH;
    recall();
    broken.searchers().close();
    return true;
  }

  private Open reopened(@Nullable Throwable fault) throws IOException {
    if (!unreadable(fault)) {
      try {
        return Open.of(directory, IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
      } catch (IOException | RuntimeException e) {
        if (!unreadable(e)) {
          throw e;
        }
      }
    }
    LOG.warn("An archive has files that cannot be read, and is begun anew", fault);
    return Open.of(directory, IndexWriterConfig.OpenMode.CREATE);
  }

  /** Whether a fault says that files are not as they were written, so that no time mends it. */
  static boolean unreadable(@Nullable Throwable fault) {
    return fault instanceof CorruptIndexException
        || fault instanceof IndexFormatTooOldException
        || fault instanceof IndexFormatTooNewException
        || fault instanceof NoSuchFileException
        || fault instanceof EOFException
        || fault instanceof IllegalArgumentException;
  }

  private void recall() throws IOException {
    IndexWriter writer = open.writer();
    Map<String, String> notes = new HashMap<>();
    Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
    if (committed != null) {
      committed.forEach(note -> notes.put(note.getKey(), note.getValue()));
    }
    if (format.equals(notes.get("format"))) {
      newest = Instant.parse(notes.getOrDefault("newest", Instant.EPOCH.toString()));
      notes.keySet().removeAll(Set.of("format", "newest"));
      notes.forEach((partition, offset) -> next.put(partition, Long.valueOf(offset)));
    } else {
      writer.deleteAll();
    }
  }

  /** Offset of the next record of a partition; 0 where nothing has been read. */
  synchronized long next(String partition) {
    return next.getOrDefault(partition, 0L);
  }

  /** Notes that a record has been read; false where it had been before. */
  synchronized boolean advance(String partition, long offset) {
    if (offset < next(partition)) {
      return false;
    }
    next.put(partition, offset + 1);
    return true;
  }

  /** Time of the newest entry. */
  Instant newest() {
    return newest;
  }

  /** Whether an entry of that time is remembered. */
  boolean remembers(Instant time) {
    return !time.isBefore(newest.minus(bounds.kept()));
  }

  /** A document that is listed, with its id and its time. */
  static Document document(String id, Instant time) {
    Document document = new Document();
    document.add(new StringField(ID, id, Store.NO));
    document.add(new LongPoint(TIME, time.toEpochMilli()));
    document.add(new NumericDocValuesField(TIME, time.toEpochMilli()));
    document.add(new NumericDocValuesField(TIE, number(id)));
    return document;
  }

  /** Sixty-four bits that stand for a name. */
  static long number(String name) {
    return Long.parseUnsignedLong(ArticleId.hash(name), 16);
  }

  /** Puts an entry in the place of the one with its id. */
  synchronized void put(String id, Document document, Instant time) {
    newest = time.isAfter(newest) ? time : newest;
    try {
      open.writer().updateDocument(new Term(ID, id), document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets what a query finds, and what is too old or too much, and writes all down. */
  synchronized void commit(Query forgotten) throws IOException {
    IndexWriter writer = open.writer();
    writer.deleteDocuments(forgotten, before(newest.minus(bounds.kept()).toEpochMilli()));
    if (writer.getDocStats().numDocs > bounds.most()) {
      writer.deleteDocuments(before(oldestKept()));
    }
    Map<String, String> notes = new HashMap<>();
    notes.put("format", format);
    notes.put("newest", newest.toString());
    next.forEach((partition, offset) -> notes.put(partition, offset.toString()));
    writer.setLiveCommitData(notes.entrySet());
    writer.commit();
  }

  private static Query before(long time) {
    return LongPoint.newRangeQuery(TIME, Long.MIN_VALUE, time - 1);
  }

  /** The time from which on there are no more entries than may be. */
  private long oldestKept() {
    return search(
        searcher -> {
          long tooEarly = newest.minus(bounds.kept()).toEpochMilli();
          long late = newest.toEpochMilli() + 1;
          while (late - tooEarly > 1) {
            long middle = tooEarly + (late - tooEarly) / 2;
            int since = searcher.count(LongPoint.newRangeQuery(TIME, middle, Long.MAX_VALUE));
            if (since > bounds.most()) {
              tooEarly = middle;
            } else {
              late = middle;
            }
          }
          return late;
        });
  }

  /** Forgets everything, for what it read has gone from Kafka. */
  synchronized void clear() throws IOException {
    open.writer().deleteAll();
    next.clear();
    newest = Instant.EPOCH;
  }

  /** Something to do with all that has been put. */
  interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }

  <T> T search(Search<T> search) {
    try {
      open.searchers().maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return glance(search);
  }

  /** The same on what could be searched lately: what was put last may be missing. */
  <T> T glance(Search<T> search) {
    SearcherManager searchers = open.searchers();
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return search.in(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes on disk. */
  long bytes() {
    try {
      long sum = 0;
      for (String file : directory.listAll()) {
        sum += directory.fileLength(file);
      }
      return sum;
    } catch (IOException e) {
      return 0; // a merge took a file away while they were counted
    }
  }

  @Override
  public synchronized void close() throws IOException {
    open.searchers().close();
    open.writer().close();
    directory.close();
  }
}
