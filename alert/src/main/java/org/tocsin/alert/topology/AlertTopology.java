package org.tocsin.alert.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.calm.CalmCounts;
import org.tocsin.alert.calm.Present;
import org.tocsin.contract.Alert;
import org.tocsin.contract.JsonSerde;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Topics;

/**
 * The topology of alert, box by box as in the README:
 *
 * <pre>
 * statements ──┬▶ keep-time ─┐
 *              └▶ ring ──────┼▶ all-raised ──▶ (by watch) ──▶ keep-calm ──▶ describe-alerts ──▶ alerts
 * statement-states ──▶ follow┘
 * watches ──▶ compile-watches ──▶ (global store watches)
 * </pre>
 */
public final class AlertTopology {
  private final StreamsBuilder builder = new StreamsBuilder();
  private final String prefix;
  private final Duration retention;
  private final WatchBook watches;
  private final CalmCounts counts;
  private final Function<String, KeyValueBytesStoreSupplier> stores;

  private AlertTopology(
      String prefix,
      Duration retention,
      WatchBook watches,
      CalmCounts counts,
      Function<String, KeyValueBytesStoreSupplier> stores) {
    this.stores = stores;
    this.prefix = prefix;
    this.retention = retention;
    this.watches = watches;
    this.counts = counts;
  }

  /**
   * The topology as a value.
   *
   * @param prefix of the topics' names
   * @param retention how long after its last sighting a statement is remembered
   * @param watches shared with whoever wants to know the watches in force
   * @param counts shared with whoever wants to know how alerts ended
   */
  public static Topology build(
      String prefix, Duration retention, WatchBook watches, CalmCounts counts) {
    return build(prefix, retention, watches, counts, Stores::persistentKeyValueStore);
  }

  /**
   * The same on other stores: a test driver commits each record, which takes a disk long.
   *
   * @param stores on what each is kept, by its name
   */
  static Topology build(
      String prefix,
      Duration retention,
      WatchBook watches,
      CalmCounts counts,
      Function<String, KeyValueBytesStoreSupplier> stores) {
    return new AlertTopology(prefix, retention, watches, counts, stores).build();
  }

  private Topology build() {
    readWatches();
    keep(Timekeeper.STORE, new JsonSerde<>(Present.class));
    keep(StatementGroups.GROUPS, new JsonSerde<>(StatementGroup.class));
    keep(StatementGroups.AGES, Serdes.ByteArray());
    CalmStores.builders(stores).forEach(builder::addStateStore);
    keepCalm(raise())
        .process(AlertDescriber::new, Named.as("describe-alerts"))
        .to(
            Topics.ALERTS.in(prefix),
            Produced.with(Topics.ALERTS.keySerde(), Topics.ALERTS.valueSerde())
                .withStreamPartitioner(AlertTopology::partitionOf)
                .withName("write-alerts"));
    return builder.build();
  }

  private <V> void keep(String store, Serde<V> values) {
    builder.addStateStore(CalmStores.builder(stores.apply(store), values));
  }

  private void readWatches() {
    builder.addGlobalStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(WatchCompiler.STORE),
                Serdes.String(),
                Serdes.ByteArray())
            .withLoggingDisabled(),
        Topics.WATCHES.in(prefix),
        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("compile-watches"),
        () -> new WatchCompiler(watches));
  }

  private KStream<String, @Nullable Alert> raise() {
    KStream<String, Sighting> statements =
        builder.stream(
            Topics.STATEMENTS.in(prefix),
            Consumed.with(Topics.STATEMENTS.keySerde(), Topics.STATEMENTS.valueSerde())
                .withName("read-statements"));
    KStream<String, @Nullable Alert> followed =
        builder.stream(
                Topics.STATEMENT_STATES.in(prefix),
                Consumed.with(
                        Topics.STATEMENT_STATES.keySerde(), Topics.STATEMENT_STATES.valueSerde())
                    .withName("read-statement-states"))
            .process(
                () -> new StatementFollower(retention),
                Named.as("follow"),
                StatementGroups.GROUPS,
                StatementGroups.AGES);
    return statements
        .process(Timekeeper::new, Named.as("keep-time"), Timekeeper.STORE)
        .merge(followed, Named.as("time-and-follow-ups"))
        .merge(
            statements.process(
                () -> new StatementGrouper(watches, retention),
                Named.as("ring"),
                StatementGroups.GROUPS,
                StatementGroups.AGES),
            Named.as("all-raised"));
  }

  private KStream<String, Alert> keepCalm(KStream<String, @Nullable Alert> raised) {
    return raised
        .repartition(
            Repartitioned.<String, @Nullable Alert>as("raised")
                .withKeySerde(Serdes.String())
                .withValueSerde(Topics.ALERTS.valueSerde())
                .withStreamPartitioner(AlertTopology::partitionOfRaised))
        .process(
            () -> new CalmKeeper(watches, retention, counts),
            Named.as("keep-calm"),
            CalmStores.CLOCK,
            CalmStores.BOOKS,
            CalmStores.SPEAKERS,
            CalmStores.GROUPS,
            CalmStores.ALERTS,
            CalmStores.AGES,
            CalmStores.BACKLOG);
  }

  /** Raised alerts go by their watch, the time goes to everybody. */
  private static Optional<Set<Integer>> partitionOfRaised(
      String topic, String key, @Nullable Alert alert, int partitions) {
    return alert == null
        ? Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()))
        : partitionOf(topic, key, alert, partitions);
  }

  /** All alerts of a watch go to one partition: so its receivers get them in order. */
  private static Optional<Set<Integer>> partitionOf(
      String topic, String key, Alert alert, int partitions) {
    byte[] watch = alert.watch().id().getBytes(StandardCharsets.UTF_8);
    return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(watch)) % partitions));
  }
}
