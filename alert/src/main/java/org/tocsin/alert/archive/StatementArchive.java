package org.tocsin.alert.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alert.query.LuceneDocument;
import org.tocsin.alert.query.LuceneQueries;
import org.tocsin.contract.CountryTag;
import org.tocsin.contract.Json;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Speaker;

/**
 * Statements of the last days, every sighting of them, to be listed, searched and counted, and for
 * watches to be tried on. One thread takes statements, many may ask.
 */
public final class StatementArchive implements Closeable {
  /** Fields that a {@link Selection} may ask for, beside those of the watch language. */
  public static final String SPEAKER_KEY = "speakerKey";

  public static final String ACTOR_KEY = LuceneDocument.ACTOR_IDS;
  public static final String SOURCE_KEY = "sourceKey";
  public static final String NOVELTY = "novelty";

  static final String TIME = TopicIndex.TIME;
  static final String ORIGINAL = "original";
  static final String OUTLET = "outlet";
  static final String BODY = "body";
  static final String ARTICLE = "article";

  /** Columns to count by: ids with their names, and codes. */
  static final String SPEAKERS = "speakers";

  static final String ACTORS = "actors";
  static final String COUNTRIES = "countries";
  static final String ABOUTS = "abouts";

  /** Id of the first sighting, of later ones. */
  private static final String REPEATS = "repeats";

  private static final String FORMAT = "statements-2";
  private static final int MOST_ACTORS = 50;
  private static final int MOST_OF_ARTICLES = 300;
  static final Set<String> STORED = Set.of(BODY);

  private static final Logger LOG = LoggerFactory.getLogger(StatementArchive.class);

  private final TopicIndex index;
  private final Duration longest;

  /** Opens what lies in a directory, or begins anew. */
  public StatementArchive(Directory directory, Bounds bounds) throws IOException {
    this(directory, bounds, InTime.SEARCH);
  }

  StatementArchive(Directory directory, Bounds bounds, Duration longest) throws IOException {
    this.index = new TopicIndex(directory, FORMAT, bounds);
    this.longest = longest;
  }

  /** Offset of the next record of a partition; 0 where nothing has been read. */
  public long next(int partition) {
    return index.next(Integer.toString(partition));
  }

  /** Time of the newest statement. */
  public Instant newest() {
    return index.newest();
  }

  /** Takes a statement; one that was taken before is passed over. */
  public void take(int partition, long offset, Sighting sighting) {
    Instant time = sighting.article().time();
    if (index.advance(Integer.toString(partition), offset) && index.remembers(time)) {
      String id = Keys.of(sighting.statement().id());
      index.put(id, document(id, sighting), time);
    }
  }

  private static Document document(String id, Sighting sighting) {
    Document document = TopicIndex.document(id, sighting.article().time());
    String original = sighting.statement().originalId();
    add(document, NOVELTY, sighting.statement().novelty().label());
    add(document, ARTICLE, sighting.article().id());
    add(document, SOURCE_KEY, Keys.lower(sighting.article().name()));
    if (sighting.statement().novelty() == Novelty.REPEAT) {
      add(document, REPEATS, original);
    }
    document.add(new NumericDocValuesField(ORIGINAL, TopicIndex.number(original)));
    document.add(new NumericDocValuesField(OUTLET, TopicIndex.number(sighting.article().name())));
    LuceneDocument.forSearch(sighting).forEach(document::add);
    columns(document, sighting);
    document.add(new StoredField(BODY, Keys.bytes(Json.write(sighting))));
    return document;
  }

  private static void add(Document document, String field, String value) {
    document.add(new StringField(field, Keys.of(value), Store.NO));
  }

  private static void columns(Document document, Sighting sighting) {
    Speaker speaker = sighting.statement().speaker();
    if (speaker != null) {
      keys(speaker).forEach(key -> add(document, SPEAKER_KEY, key));
      BytesRef pair = new BytesRef(Keys.pair(Keys.of(speaker), speaker.name()));
      document.add(new SortedDocValuesField(SPEAKERS, pair));
    }
    sighting.actors().stream()
        .limit(MOST_ACTORS)
        .forEach(
            a ->
                document.add(
                    new SortedSetDocValuesField(
                        ACTORS, new BytesRef(Keys.pair(a.id(), a.name())))));
    for (Sighting.Country country : sighting.countries()) {
      BytesRef code = new BytesRef(Keys.of(country.code()));
      document.add(new SortedSetDocValuesField(COUNTRIES, code));
      if (country.role() == CountryTag.Role.ABOUT) {
        document.add(new SortedSetDocValuesField(ABOUTS, code));
      }
    }
  }

  /** What a speaker is found by: id and name, in lower case. */
  static Set<String> keys(Speaker speaker) {
    Set<String> keys = new TreeSet<>();
    keys.add(Keys.lower(speaker.name()));
    keys.add(Keys.lower(Keys.of(speaker)));
    return keys;
  }

  /** The newest that are wanted, after a cursor where there is one. */
  public Page<Sighting> list(Selection wanted, int limit, @Nullable Cursor after) {
    return page(wanted, limit, after, StatementArchive::read);
  }

  /** The same as JSON, as they were taken: nothing is read that nobody looks at. */
  public Page<String> listJson(Selection wanted, int limit, @Nullable Cursor after) {
    return page(wanted, limit, after, StatementArchive::json);
  }

  private <T> Page<T> page(
      Selection wanted, int limit, @Nullable Cursor after, Lister.Reader<T> reader) {
    return search(
        all ->
            InTime.search(
                all.getIndexReader(),
                longest,
                searcher ->
                    Lister.newest(
                        searcher, query(searcher, wanted), limit, after, STORED, reader)));
  }

  static org.apache.lucene.search.Query query(IndexSearcher searcher, Selection wanted) {
    org.apache.lucene.search.Query rest =
        wanted.query(LuceneQueries.forSearch(number -> new MatchAllDocsQuery()));
    OutletCounter outlets = new OutletCounter(searcher, new MatchAllDocsQuery(), rest);
    return wanted.query(LuceneQueries.forSearch(outlets::atLeast));
  }

  /** One sighting by the id of its statement. */
  public Optional<Sighting> sighting(String id) {
    return oldest(new TermQuery(new Term(TopicIndex.ID, Keys.of(id))), 1).stream().findFirst();
  }

  /** The sightings of one statement, the oldest first. */
  public List<Sighting> lineage(String original, int limit) {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    either.add(new TermQuery(new Term(TopicIndex.ID, Keys.of(original))), Occur.SHOULD);
    either.add(new TermQuery(new Term(REPEATS, Keys.of(original))), Occur.SHOULD);
    return oldest(either.build(), limit);
  }

  /** Some of what stands in these articles. */
  public List<Sighting> ofArticles(List<String> articles) {
    List<BytesRef> keys = articles.stream().map(a -> new BytesRef(Keys.of(a))).toList();
    return oldest(new TermInSetQuery(ARTICLE, keys), MOST_OF_ARTICLES);
  }

  /** What a speaker said first before a time, the newest first. */
  public List<Sighting> before(Speaker speaker, Instant time, int limit) {
    Selection earlier =
        new Selection()
            .any(SPEAKER_KEY, List.of(Keys.of(speaker).toLowerCase(Locale.ROOT)))
            .any(NOVELTY, List.of(Novelty.NEW.label()))
            .between(null, time);
    return list(earlier, limit, null).entries();
  }

  private List<Sighting> oldest(org.apache.lucene.search.Query query, int limit) {
    return search(
        searcher -> Lister.oldest(searcher, query, limit, STORED, StatementArchive::read));
  }

  static Sighting read(Document stored) {
    return Json.read(json(stored), Sighting.class);
  }

  private static String json(Document stored) {
    BytesRef body = stored.getBinaryValue(BODY);
    return new String(body.bytes, body.offset, body.length, StandardCharsets.UTF_8);
  }

  /** How many sightings are kept. */
  public long size() {
    return search(searcher -> (long) searcher.getIndexReader().numDocs());
  }

  /** Bytes on disk. */
  public long bytes() {
    return index.bytes();
  }

  /** Opens anew what a fault of the disk has closed, as it was last written down. */
  public void heal() throws IOException {
    if (index.heal()) {
      LOG.warn("The archive of statements was closed by a fault of the disk and goes on");
    }
  }

  /** Makes what was taken last beyond a crash, and forgets what is too old or too much. */
  public void commit() throws IOException {
    index.commit(new MatchNoDocsQuery());
  }

  /** Forgets everything, for what it read has gone from Kafka. */
  public void clear() throws IOException {
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
