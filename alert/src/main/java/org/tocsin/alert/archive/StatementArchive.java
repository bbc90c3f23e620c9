package org.tocsin.alert.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.tocsin.alert.query.LuceneDocument;
import org.tocsin.alert.query.Subject;
import org.tocsin.contract.ArticleId;
import org.tocsin.contract.Json;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.Sighting;

/**
 * Statements of the last days, to be searched by what watches ask for. First sightings are kept
 * whole; of later ones only which outlet carried which statement. What is older than so many days
 * before the newest statement is forgotten.
 *
 * <p>One thread takes statements, many may search. It knows for each partition how far it has read,
 * and writes that down together with what it read.
 */
public final class StatementArchive implements AutoCloseable {
  static final String TIME = "time";
  static final String ORIGINAL = "original";
  static final String OUTLET = "outlet";
  static final String NOVELTY = "novelty";
  static final String BODY = "body";

  private static final String ID = "id";

  /** Written down with the index; an index of another format is begun anew. */
  private static final String FORMAT = "1";

  private static final double BUFFER_MEGABYTES = 32;
  private static final int MAX_CLAUSES = 50_000;

  private final Directory directory;
  private final Duration kept;
  private final Map<Integer, Long> next = new HashMap<>();
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private volatile Instant newest = Instant.EPOCH;

  /** Opens what lies in a directory, or begins anew. */
  public StatementArchive(Directory directory, Duration kept) throws IOException {
    IndexSearcher.setMaxClauseCount(MAX_CLAUSES); // our own limits on queries are narrower
    this.directory = directory;
    this.kept = kept;
    this.writer = new IndexWriter(directory, config());
    Map<String, String> notes = new HashMap<>();
    Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
    if (committed != null) {
      committed.forEach(note -> notes.put(note.getKey(), note.getValue()));
    }
    if (FORMAT.equals(notes.get("format"))) {
      newest = Instant.parse(notes.getOrDefault("newest", Instant.EPOCH.toString()));
      notes.keySet().removeAll(Set.of("format", "newest"));
      notes.forEach(
          (partition, offset) -> next.put(Integer.valueOf(partition), Long.valueOf(offset)));
    } else {
      writer.deleteAll();
    }
    this.searchers = new SearcherManager(writer, null);
  }

  private static IndexWriterConfig config() {
    return new IndexWriterConfig()
        .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setCommitOnClose(false);
  }

  /** Offset of the next record of a partition; 0 where nothing has been read. */
  public synchronized long next(int partition) {
    return next.getOrDefault(partition, 0L);
  }

  /** Time of the newest statement. */
  public Instant newest() {
    return newest;
  }

  /** Takes a statement; one that was taken before is passed over. */
  public synchronized void take(int partition, long offset, Sighting sighting) {
    if (offset < next(partition)) {
      return;
    }
    next.put(partition, offset + 1);
    Instant time = sighting.article().time();
    if (time.isBefore(newest.minus(kept))) {
      return;
    }
    newest = time.isAfter(newest) ? time : newest;
    try {
      String id = sighting.statement().id();
      writer.updateDocument(new Term(ID, id), document(id, sighting));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(String id, Sighting sighting) {
    Document document = new Document();
    long time = sighting.article().time().toEpochMilli();
    boolean first = sighting.statement().novelty() == Novelty.NEW;
    document.add(new StringField(ID, id, Store.NO));
    document.add(new LongPoint(TIME, time));
    document.add(new NumericDocValuesField(TIME, time));
    document.add(new StringField(NOVELTY, sighting.statement().novelty().label(), Store.NO));
    document.add(new NumericDocValuesField(ORIGINAL, number(sighting.statement().originalId())));
    document.add(new NumericDocValuesField(OUTLET, number(sighting.article().name())));
    if (first) {
      LuceneDocument.of(Subject.of(sighting)).forEach(document::add);
      document.add(new StoredField(BODY, Json.write(sighting).getBytes(StandardCharsets.UTF_8)));
    }
    return document;
  }

  /** Sixty-four bits that stand for a name. */
  static long number(String name) {
    return Long.parseUnsignedLong(ArticleId.hash(name).substring(0, 16), 16);
  }

  /** Makes what was taken last beyond a crash, and forgets what is too old. */
  public synchronized void commit() throws IOException {
    writer.deleteDocuments(
        LongPoint.newRangeQuery(TIME, Long.MIN_VALUE, newest.minus(kept).toEpochMilli() - 1));
    Map<String, String> notes = new HashMap<>();
    notes.put("format", FORMAT);
    notes.put("newest", newest.toString());
    next.forEach((partition, offset) -> notes.put(partition.toString(), offset.toString()));
    writer.setLiveCommitData(notes.entrySet());
    writer.commit();
  }

  /** Forgets everything, for what it read has gone from Kafka. */
  public synchronized void clear() throws IOException {
    writer.deleteAll();
    next.clear();
    newest = Instant.EPOCH;
    commit();
  }

  /** Something to do with all that has been taken. */
  interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }

  <T> T search(Search<T> search) {
    try {
      searchers.maybeRefreshBlocking();
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

  @Override
  public synchronized void close() throws IOException {
    searchers.close();
    writer.close();
    directory.close();
  }
}
