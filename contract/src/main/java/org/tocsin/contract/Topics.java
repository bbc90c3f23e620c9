package org.tocsin.contract;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Every topic that modules share, in the order of the flow. Internal repartition and changelog
 * topics belong to the topology that uses them.
 *
 * <p>Kafka stamps these topics with the time of appending, so that retention means "how long a
 * record stays" also for history that is fed in later. Event time stands in the values: {@link
 * Article#eventTime}, {@link Sighting.Source#time}, {@link Alert#rung}; topologies extract it
 * there.
 */
public final class Topics {
  public static final Topic<String, Article> ARTICLES =
      topic(
          "articles",
          "article id",
          Article.class,
          Duration.ofDays(30),
          List.of("ingest"),
          List.of("enrich", "alert", "integrators"),
          "Articles as they were published, cleaned of everything around them.");

  public static final Topic<String, EnrichedArticle> ARTICLES_ENRICHED =
      topic(
          "articles-enriched",
          "article id",
          EnrichedArticle.class,
          Duration.ofDays(30),
          List.of("enrich"),
          List.of("alert", "integrators"),
          "Articles with their story, countries, actors and statements.");

  public static final Topic<String, Story> STORIES =
      latest(
          "stories",
          "story id",
          Story.class,
          Duration.ofDays(180),
          List.of("enrich"),
          List.of("alert", "integrators"),
          "The current state of each story.");

  public static final Topic<String, StoryCommand> STORY_COMMANDS =
      topic(
          "story-commands",
          "command id",
          StoryCommand.class,
          null,
          List.of("alert", "deploy"),
          List.of("enrich"),
          "What people said about stories: merge these, split that one.");

  public static final Topic<String, DictionaryEntry> DICTIONARY_ENTRIES =
      topic(
          "dictionary-entries",
          "entry id",
          DictionaryEntry.class,
          null,
          List.of("enrich", "integrators"),
          List.of("enrich", "integrators"),
          "What operators said about actors and names of countries; every enrich reads all of it.");

  public static final Topic<String, Sighting> STATEMENTS =
      topic(
          "statements",
          "id of the statement's first sighting",
          Sighting.class,
          Duration.ofDays(30),
          List.of("enrich"),
          List.of("alert", "integrators"),
          "Each statement in each article, new or repeated.");

  public static final Topic<String, StatementState> STATEMENT_STATES =
      topic(
          "statement-states",
          "id of the statement's first sighting",
          StatementState.class,
          Duration.ofDays(30),
          List.of("enrich"),
          List.of("alert", "integrators"),
          "Statements that a revision of their article dropped or changed.");

  public static final Topic<String, Watch> WATCHES =
      topic(
          "watches",
          "watch id",
          Watch.class,
          null,
          List.of("alert"),
          List.of("alert", "integrators"),
          "What desks want to hear about.");

  public static final Topic<String, Watch> WATCH_VERSIONS =
      topic(
          "watch-versions",
          "watch id/version",
          Watch.class,
          null,
          List.of("alert"),
          List.of("alert", "integrators"),
          "The versions of each watch, of removed ones too; partitioned by watch.");

  public static final Topic<String, Alert> ALERTS =
      topic(
          "alerts",
          "alert id",
          Alert.class,
          Duration.ofDays(90),
          List.of("alert"),
          List.of("alert", "integrators"),
          "Alerts as they ring or are held back, and what became of them.");

  public static final Topic<String, AlertState> ALERT_STATES =
      latest(
          "alert-states",
          "alert id",
          AlertState.class,
          Duration.ofDays(180),
          List.of("alert"),
          List.of("alert", "integrators"),
          "What people made of each alert.");

  public static final Topic<String, Delivery> DELIVERIES =
      latest(
          "deliveries",
          "notifier/alert id",
          Delivery.class,
          Duration.ofDays(180),
          List.of("alert"),
          List.of("alert", "integrators"),
          "What was sent where, and how it went.");

  public static final Topic<String, Outcome> OUTCOMES =
      topic(
          "outcomes",
          "article id",
          Outcome.class,
          Duration.ofDays(30),
          List.of("ingest", "enrich"),
          List.of("alert", "integrators"),
          "How each input ended: exactly one for each.");

  public static final Topic<String, FetchState> SOURCE_STATES =
      topic(
          "source-states",
          "name of the source",
          FetchState.class,
          null,
          List.of("ingest"),
          List.of("ingest", "integrators"),
          "How each source is and how far it has been read.");

  public static final Topic<String, IngestNote> INGEST_NOTES =
      topic(
          "ingest-notes",
          "kind and name of the note",
          IngestNote.class,
          Duration.ofDays(1),
          List.of("ingest"),
          List.of("ingest"),
          "What the instances of ingest tell one another: answers to pushes, acknowledgements.");

  public static final Topic<String, AuditEntry> AUDIT =
      topic(
          "audit",
          "name of the person or program",
          AuditEntry.class,
          Duration.ofDays(365),
          List.of("ingest", "enrich", "alert"),
          List.of("alert", "integrators"),
          "Who changed what over HTTP, and how it ended.");

  /** Raw bytes as they were received; {@link DeadLetter} says what the headers mean. */
  public static final Topic<byte[], byte[]> DEAD_LETTERS =
      new Topic<>(
          "dead-letters",
          "key of the record, as it was",
          Serdes.ByteArray(),
          Serdes.ByteArray(),
          byte[].class,
          false,
          Duration.ofDays(90),
          List.of("ingest", "enrich", "alert"),
          List.of("alert", "integrators"),
          "Records that could not be processed, raw, with their reasons.");

  private static final List<Topic<?, ?>> ALL =
      List.of(
          ARTICLES,
          ARTICLES_ENRICHED,
          STORIES,
          STORY_COMMANDS,
          DICTIONARY_ENTRIES,
          STATEMENTS,
          STATEMENT_STATES,
          WATCHES,
          WATCH_VERSIONS,
          ALERTS,
          ALERT_STATES,
          DELIVERIES,
          OUTCOMES,
          SOURCE_STATES,
          INGEST_NOTES,
          AUDIT,
          DEAD_LETTERS);

  private Topics() {}

  /** All topics in the order of the flow. */
  public static List<Topic<?, ?>> all() {
    return ALL;
  }

  /** A log with a retention; without one, the last record of each key for ever. */
  private static <V> Topic<String, V> topic(
      String name,
      String key,
      Class<V> type,
      @Nullable Duration retention,
      List<String> writers,
      List<String> readers,
      String purpose) {
    return of(name, key, type, retention == null, retention, writers, readers, purpose);
  }

  /** The last record of each key, for a time that is longer than what it speaks of lasts. */
  private static <V> Topic<String, V> latest(
      String name,
      String key,
      Class<V> type,
      Duration retention,
      List<String> writers,
      List<String> readers,
      String purpose) {
    return of(name, key, type, true, retention, writers, readers, purpose);
  }

  private static <V> Topic<String, V> of(
      String name,
      String key,
      Class<V> type,
      boolean compacted,
      @Nullable Duration retention,
      List<String> writers,
      List<String> readers,
      String purpose) {
    return new Topic<>(
        name,
        key,
        Serdes.String(),
        new JsonSerde<>(type),
        type,
        compacted,
        retention,
        writers,
        readers,
        purpose);
  }
}
