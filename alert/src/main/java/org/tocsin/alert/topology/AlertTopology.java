package org.tocsin.alert.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Topics;

/**
 * The topology of alert, box by box as in the README:
 *
 * <pre>
 * statements ──▶ ring ──▶ describe-alerts ──▶ alerts
 *                 ▲ statement-groups, statement-ages
 * watches ──▶ compile-watches ──▶ (global store watches)
 * </pre>
 */
public final class AlertTopology {
  private AlertTopology() {}

  /**
   * The topology as a value.
   *
   * @param prefix of the topics' names
   * @param retention how long after its last sighting a statement is remembered
   * @param watches shared with whoever wants to know the watches in force
   */
  public static Topology build(String prefix, Duration retention, WatchBook watches) {
    Topology topology = new Topology();
    topology.addGlobalStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(WatchCompiler.STORE),
                Serdes.String(),
                Serdes.ByteArray())
            .withLoggingDisabled(),
        "read-watches",
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        Topics.WATCHES.in(prefix),
        "compile-watches",
        () -> new WatchCompiler(watches));
    topology.addSource(
        "read-statements",
        Topics.STATEMENTS.keySerde().deserializer(),
        Topics.STATEMENTS.valueSerde().deserializer(),
        Topics.STATEMENTS.in(prefix));
    topology.addProcessor("ring", StatementGrouper.supplier(watches, retention), "read-statements");
    topology.addProcessor("describe-alerts", AlertDescriber::new, "ring");
    topology.addSink(
        "write-alerts",
        Topics.ALERTS.in(prefix),
        Topics.ALERTS.keySerde().serializer(),
        Topics.ALERTS.valueSerde().serializer(),
        AlertTopology::partitionOf,
        "describe-alerts");
    return topology;
  }

  /** All alerts of a watch go to one partition: so its receivers get them in order. */
  private static Optional<Set<Integer>> partitionOf(
      String topic, String key, Alert alert, int partitions) {
    byte[] watch = alert.watch().id().getBytes(StandardCharsets.UTF_8);
    return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(watch)) % partitions));
  }
}
