package org.tocsin.alert.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.query.LuceneDocument;
import org.tocsin.alert.query.LuceneQueries;
import org.tocsin.contract.Alert;
import org.tocsin.contract.AlertState;
import org.tocsin.contract.Json;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Speaker;

/**
 * Alerts of the last weeks in their latest form, each with what people made of it. The two come
 * from two topics in any order: a state whose alert is not there yet waits for it, unlisted, as
 * long as alerts are kept. One thread takes records, many may ask.
 */
public final class AlertArchive implements Closeable {
  /** Fields that a {@link Selection} may ask for, beside those of the watch language. */
  public static final String WATCH = "watch";

  public static final String SEVERITY = "severity";
  public static final String STATE = "state";
  public static final String ASSIGNEE = "assignee";

  /** What held it back, or {@value #RANG}. */
  public static final String HELD = "held";

  public static final String RANG = "rang";
  public static final String SPEAKER_KEY = "speakerKey";
  public static final String SOURCE_KEY = "sourceKey";

  /** Columns to count by. */
  static final String WATCHES = "watches";

  static final String VERDICTS = "verdicts";

  /** In the column of verdicts: somebody took it up, nobody has looked yet. */
  static final String GOOD = "good";

  static final String NONE = "none";

  private static final String OUTLETS = "outletCount";
  private static final String ALERT_BODY = "alertBody";
  private static final String STATE_BODY = "stateBody";

  /** When a state was made whose alert is not here. */
  private static final String WAITING = "waiting";

  private static final String FORMAT = "alerts-2";

  /** Entries that may be newer than what can be searched; they are few, and looked up first. */
  private static final int MOST_FRESH = 2_000;

  private static final Set<String> STORED = Set.of(ALERT_BODY, STATE_BODY);

  private final TopicIndex index;
  private final Bounds bounds;
  private final Map<String, Known> fresh = new HashMap<>();

  /** What is known under one id. */
  private record Known(@Nullable Alert alert, @Nullable AlertState state) {}

  /** Opens what lies in a directory, or begins anew. */
  public AlertArchive(Directory directory, Bounds bounds) throws IOException {
    this.bounds = bounds;
    this.index = new TopicIndex(directory, FORMAT, bounds);
  }

  /**
   * Offset of the next record of a partition; 0 where nothing has been read.
   *
   * @param topic without prefix
   */
  public long next(String topic, int partition) {
    return index.next(topic + "/" + partition);
  }

  /** Time of the newest alert. */
  public Instant newest() {
    return index.newest();
  }

  /** Notes a record that says nothing. */
  public void skip(String topic, int partition, long offset) {
    index.advance(topic + "/" + partition, offset);
  }

  /** Takes an alert or its update; one that was taken before, or is overtaken, is passed over. */
  public synchronized void take(int partition, long offset, Alert alert) {
    if (!index.advance("alerts/" + partition, offset) || !index.remembers(alert.rung())) {
      return;
    }
    Known known = known(alert.id());
    if (known.alert() == null || known.alert().update() <= alert.update()) {
      put(alert.id(), new Known(alert, known.state()));
    }
  }

  /** Takes what people made of an alert; the last one in the topic counts. */
  public synchronized void take(int partition, long offset, AlertState state) {
    if (index.advance("alert-states/" + partition, offset)) {
      put(state.alert(), new Known(known(state.alert()).alert(), state));
    }
  }

  private void put(String id, Known known) {
    Alert alert = known.alert();
    index.put(Keys.of(id), document(id, known), alert == null ? Instant.EPOCH : alert.rung());
    fresh.put(id, known);
    if (fresh.size() >= MOST_FRESH) {
      search(searcher -> searcher.getIndexReader().numDocs()); // makes all of them searchable
      fresh.clear();
    }
  }

  private Known known(String id) {
    Known known = fresh.get(id);
    return known == null ? index.glance(searcher -> stored(searcher, id)) : known;
  }

  private static Known stored(IndexSearcher searcher, String id) throws IOException {
    Query byId = new TermQuery(new Term(TopicIndex.ID, Keys.of(id)));
    var found = searcher.search(byId, 1).scoreDocs;
    if (found.length == 0) {
      return new Known(null, null);
    }
    Document stored = searcher.storedFields().document(found[0].doc, STORED);
    String alert = text(stored, ALERT_BODY);
    String state = text(stored, STATE_BODY);
    return new Known(
        alert == null ? null : Json.read(alert, Alert.class),
        state == null ? null : Json.read(state, AlertState.class));
  }

  private static Document document(String id, Known known) {
    Alert alert = known.alert();
    AlertState state = known.state();
    Document document;
    if (alert == null) {
      document = new Document();
      add(document, TopicIndex.ID, id);
      long since = state == null ? 0 : state.updated().toEpochMilli();
      document.add(new LongPoint(WAITING, since));
    } else {
      document = TopicIndex.document(Keys.of(id), alert.rung());
      describe(document, alert);
      judge(document, state);
    }
    if (state != null) {
      document.add(new StoredField(STATE_BODY, Keys.bytes(Json.write(state))));
    }
    return document;
  }

  /** All statements that an alert tells: it is found by the words of each. */
  private static List<Sighting> told(Alert alert) {
    return Stream.concat(
            Stream.of(alert.sighting()), alert.parts().stream().map(Alert.Member::sighting))
        .toList();
  }

  private static void describe(Document document, Alert alert) {
    Sighting sighting = alert.sighting();
    LuceneDocument.forSearch(told(alert)).forEach(document::add);
    add(document, WATCH, alert.watch().id());
    add(document, SEVERITY, alert.watch().severity().label());
    String held = alert.held() == null ? RANG : alert.held().label();
    add(document, HELD, held);
    document.add(new SortedDocValuesField(HELD, new BytesRef(held)));
    Speaker speaker = sighting.statement().speaker();
    if (speaker != null) {
      StatementArchive.keys(speaker).forEach(key -> add(document, SPEAKER_KEY, key));
    }
    Set<String> outlets = new TreeSet<>();
    outlets.add(sighting.article().name());
    alert.later().forEach(later -> outlets.add(later.source()));
    outlets.forEach(outlet -> add(document, SOURCE_KEY, outlet.toLowerCase(Locale.ROOT)));
    document.add(new IntPoint(OUTLETS, outlets.size()));
    String watch = Keys.pair(alert.watch().id(), alert.watch().name());
    document.add(new SortedDocValuesField(WATCHES, new BytesRef(watch)));
    document.add(new StoredField(ALERT_BODY, Keys.bytes(Json.write(alert))));
  }

  private static void judge(Document document, @Nullable AlertState state) {
    AlertState.State stands = state == null ? AlertState.State.OPEN : state.state();
    add(document, STATE, stands.label());
    if (state != null && state.assignee() != null) {
      add(document, ASSIGNEE, state.assignee().toLowerCase(Locale.ROOT));
    }
    document.add(new SortedDocValuesField(VERDICTS, new BytesRef(verdict(stands, state))));
  }

  private static String verdict(AlertState.State stands, @Nullable AlertState state) {
    return switch (stands) {
      case OPEN -> NONE;
      case ACKNOWLEDGED -> GOOD;
      case DISMISSED -> state == null || state.verdict() == null ? NONE : state.verdict().label();
    };
  }

  private static void add(Document document, String field, String value) {
    document.add(new StringField(field, Keys.of(value), Store.NO));
  }

  /** The newest that are wanted, after a cursor where there is one. */
  public Page<TriagedAlert> list(Selection wanted, int limit, @Nullable Cursor after) {
    return search(
        all ->
            InTime.search(
                all.getIndexReader(),
                InTime.SEARCH,
                searcher ->
                    Lister.newest(
                        searcher, query(wanted), limit, after, STORED, AlertArchive::read)));
  }

  static Query query(Selection wanted) {
    LuceneQueries language =
        LuceneQueries.forSearch(least -> IntPoint.newRangeQuery(OUTLETS, least, Integer.MAX_VALUE));
    return Selection.listed(wanted.query(language));
  }

  private static TriagedAlert read(Document stored) {
    String alert = text(stored, ALERT_BODY);
    if (alert == null) {
      throw new IllegalStateException("a state without its alert is listed");
    }
    return new TriagedAlert(alert, text(stored, STATE_BODY));
  }

  private static @Nullable String text(Document stored, String field) {
    BytesRef body = stored.getBinaryValue(field);
    return body == null
        ? null
        : new String(body.bytes, body.offset, body.length, StandardCharsets.UTF_8);
  }

  /** One alert. */
  public Optional<TriagedAlert> alert(String id) {
    Query byId = Selection.listed(new TermQuery(new Term(TopicIndex.ID, Keys.of(id))));
    List<TriagedAlert> found =
        search(searcher -> Lister.oldest(searcher, byId, 1, STORED, AlertArchive::read));
    return found.stream().findFirst();
  }

  /** How many alerts are kept. */
  public long size() {
    return search(searcher -> (long) searcher.count(Selection.all()));
  }

  /** Bytes on disk. */
  public long bytes() {
    return index.bytes();
  }

  /** Opens anew what a fault of the disk has closed, as it was last written down. */
  public synchronized void heal() throws IOException {
    if (index.heal()) {
      fresh.clear();
    }
  }

  /** Makes what was taken last beyond a crash, and forgets what is too old or too much. */
  public void commit() throws IOException {
    long oldest = index.newest().minus(bounds.kept()).toEpochMilli() - 1;
    index.commit(LongPoint.newRangeQuery(WAITING, Long.MIN_VALUE, oldest));
  }

  /** Forgets everything, for what it read has gone from Kafka. */
  public synchronized void clear() throws IOException {
    fresh.clear();
    index.clear();
    commit();
  }

  <T> T search(TopicIndex.Search<T> search) {
    return index.search(search);
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
