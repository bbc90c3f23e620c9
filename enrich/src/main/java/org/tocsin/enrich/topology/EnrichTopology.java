package org.tocsin.enrich.topology;

import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.tocsin.contract.DeadLetter;
import org.tocsin.contract.Outcome;
import org.tocsin.contract.StoryCommand;
import org.tocsin.contract.Topic;
import org.tocsin.contract.Topics;
import org.tocsin.enrich.Analyser;
import org.tocsin.enrich.Completed;
import org.tocsin.enrich.Decision;
import org.tocsin.enrich.EnrichSettings;
import org.tocsin.enrich.MemoryMeters;
import org.tocsin.enrich.Windows;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Metrics;
import org.tocsin.service.Settings;

/**
 * The whole of enrich as a topology. Text moves once: what is compared are sketches, and the
 * decisions come back to where the analysed article waits.
 *
 * <pre>
 * articles → check → filter-duplicates → analyse → remember → sketches → relate → decisions → complete
 * </pre>
 */
public final class EnrichTopology {
  /** Articles are compared in one total order: see the module's README. */
  private static final int ONE_ORDER = 1;

  private final Settings settings;
  private final Analyser analyser;
  private final Metrics metrics;
  private final MemoryMeters memory;
  private final String prefix;
  private final StreamsBuilder builder;

  private EnrichTopology(
      Settings settings, Analyser analyser, Metrics metrics, MemoryMeters memory) {
    this.settings = settings;
    this.analyser = analyser;
    this.metrics = metrics;
    this.memory = memory;
    this.prefix = settings.get(KafkaSettings.PREFIX);
    this.builder =
        new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties(settings, metrics))));
  }

  /** The properties to run it with. */
  public static Properties properties(Settings settings, Metrics metrics) {
    return KafkaSettings.streams(
        settings,
        EnrichSettings.STAGE,
        settings.get(EnrichSettings.THREADS),
        metrics,
        List.of("sketches", "decisions"));
  }

  /** Builds it. */
  public static Topology build(Settings settings, Analyser analyser, Metrics metrics) {
    return build(settings, analyser, metrics, new MemoryMeters(metrics.registry()));
  }

  /** Builds it, to tell how full its memory is. */
  public static Topology build(
      Settings settings, Analyser analyser, Metrics metrics, MemoryMeters memory) {
    return new EnrichTopology(settings, analyser, metrics, memory).build();
  }

  private Topology build() {
    builder.addStateStore(Stored.ARTICLE_STATES.builder());
    builder.addStateStore(Stored.PENDING.builder());
    builder.addStateStore(Stored.SKETCH_LOG.builder());
    builder.addStateStore(Stored.STANDINGS.builder());
    builder.addStateStore(Stored.STORY_STATES.builder());
    builder.addStateStore(Stored.STORY_ORDERS.builder());

    KStream<String, Known> known = receive();
    KStream<String, Related> related = relate(analyse(known));
    publishStories(related);
    publishStates(related);
    KStream<String, Completion> completions = complete(related);
    KStream<String, Completed> done = done(completions);
    publish(done);
    publishOutcomes(duplicates(known), done);
    buryOrphans(completions);
    return builder.build();
  }

  private KStream<String, Known> receive() {
    return builder.stream(
            Topics.ARTICLES.in(prefix),
            Consumed.with(Topics.ARTICLES.keySerde(), Topics.ARTICLES.valueSerde())
                .withTimestampExtractor(new ArticleTime())
                .withName("articles"))
        .process(() -> new Check(metrics), Named.as("check"))
        .process(
            () -> new FilterDuplicates(settings.get(EnrichSettings.DUPLICATE_WINDOW)),
            Named.as("filter-duplicates"),
            Stored.ARTICLE_STATES.name());
  }

  private KStream<String, ArticleSketch> analyse(KStream<String, Known> known) {
    Analyse analyse = new Analyse(analyser, settings.get(EnrichSettings.MAX_STATEMENTS));
    return known
        .flatMapValues(
            k -> k instanceof Known.Fresh fresh ? List.of(fresh) : List.<Known.Fresh>of(),
            Named.as("fresh"))
        .mapValues(analyse::apply, Named.as("analyse"))
        .process(
            Remember::new,
            Named.as("remember"),
            Stored.ARTICLE_STATES.name(),
            Stored.PENDING.name());
  }

  private KStream<String, Related> relate(KStream<String, ArticleSketch> sketches) {
    Windows windows = Windows.of(settings);
    KStream<String, Relatable> articles =
        sketches
            .repartition(
                Repartitioned.<String, ArticleSketch>as("sketches")
                    .withKeySerde(Serdes.String())
                    .withValueSerde(new SmileSerde<>(ArticleSketch.class))
                    .withNumberOfPartitions(ONE_ORDER))
            .mapValues(sketch -> (Relatable) new Relatable.Sketch(sketch), Named.as("sketched"));
    return articles
        .merge(commands(), Named.as("all-relatable"))
        .process(
            () -> new Relate(windows, settings.get(EnrichSettings.DUPLICATE_WINDOW), memory),
            Named.as("relate"),
            Stored.SKETCH_LOG.name(),
            Stored.STANDINGS.name(),
            Stored.STORY_STATES.name(),
            Stored.STORY_ORDERS.name());
  }

  private KStream<String, Relatable> commands() {
    return builder.stream(
            Topics.STORY_COMMANDS.in(prefix),
            Consumed.with(Topics.STORY_COMMANDS.keySerde(), Topics.STORY_COMMANDS.valueSerde())
                .withName("story-commands"))
        .repartition(
            Repartitioned.<String, StoryCommand>as("commands")
                .withKeySerde(Serdes.String())
                .withValueSerde(new SmileSerde<>(StoryCommand.class))
                .withNumberOfPartitions(ONE_ORDER))
        .mapValues(command -> (Relatable) new Relatable.Command(command), Named.as("commanded"));
  }

  private KStream<String, Completion> complete(KStream<String, Related> related) {
    return related
        .flatMapValues(
            r -> r.decision() == null ? List.<Decision>of() : List.of(r.decision()),
            Named.as("decided"))
        .repartition(
            Repartitioned.<String, Decision>as("decisions")
                .withKeySerde(Serdes.String())
                .withValueSerde(new SmileSerde<>(Decision.class))
                .withNumberOfPartitions(settings.get(KafkaSettings.PARTITIONS)))
        .process(Complete::new, Named.as("complete"), Stored.PENDING.name());
  }

  private KStream<String, Outcome> duplicates(KStream<String, Known> known) {
    return known.flatMapValues(
        k -> k instanceof Known.Duplicate d ? List.of(d.outcome()) : List.<Outcome>of(),
        Named.as("duplicates"));
  }

  private void publishStories(KStream<String, Related> related) {
    related
        .process(() -> new Publish<>(Publication::stories), Named.as("describe-story"))
        .to(Topics.STORIES.in(prefix), sink(Topics.STORIES, "stories"));
  }

  private void publishStates(KStream<String, Related> related) {
    related
        .process(() -> new Publish<>(Publication::states), Named.as("describe-states"))
        .to(Topics.STATEMENT_STATES.in(prefix), sink(Topics.STATEMENT_STATES, "statement-states"));
  }

  private static KStream<String, Completed> done(KStream<String, Completion> completions) {
    return completions.flatMapValues(
        c -> c instanceof Completion.Done d ? List.of(d.completed()) : List.<Completed>of(),
        Named.as("done"));
  }

  private void publish(KStream<String, Completed> done) {
    done.process(() -> new Publish<>(Publication::article), Named.as("describe-article"))
        .to(
            Topics.ARTICLES_ENRICHED.in(prefix),
            sink(Topics.ARTICLES_ENRICHED, "articles-enriched"));
    done.process(() -> new Publish<>(Publication::statements), Named.as("describe-statements"))
        .to(Topics.STATEMENTS.in(prefix), sink(Topics.STATEMENTS, "statements"));
  }

  private void publishOutcomes(
      KStream<String, Outcome> duplicates, KStream<String, Completed> done) {
    duplicates
        .merge(done.mapValues(Completed::outcome, Named.as("ended")), Named.as("all-ended"))
        .peek((id, outcome) -> metrics.ended(outcome.result()), Named.as("count-outcome"))
        .process(() -> new Publish<>(Publication::outcome), Named.as("describe-outcome"))
        .to(Topics.OUTCOMES.in(prefix), sink(Topics.OUTCOMES, "outcomes"));
  }

  private void buryOrphans(KStream<String, Completion> completions) {
    completions
        .flatMapValues(
            c ->
                c instanceof Completion.Orphan orphan
                    ? List.of(orphan.letter())
                    : List.<DeadLetter>of(),
            Named.as("orphans"))
        .process(() -> new Bury(metrics), Named.as("bury"))
        .to(
            Topics.DEAD_LETTERS.in(prefix),
            Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("dead-letters"));
  }

  private static <V> Produced<String, V> sink(Topic<String, V> topic, String name) {
    return Produced.with(topic.keySerde(), topic.valueSerde()).withName(name);
  }
}
