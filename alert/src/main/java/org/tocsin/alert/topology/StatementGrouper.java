package org.tocsin.alert.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.tocsin.contract.Alert;
import org.tocsin.contract.JsonSerde;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Sighting;

/**
 * Keeps the sightings of each statement together and rings. Alerts leave with the event time of the
 * sighting that caused them.
 */
final class StatementGrouper extends ContextualProcessor<String, Sighting, String, Alert> {
  static final String GROUPS = "statement-groups";
  static final String AGES = "statement-ages";

  private final WatchBook watches;
  private final Duration retention;
  private KeyValueStore<String, StatementGroup> groups;
  private Forgetter forgetter;

  private StatementGrouper(WatchBook watches, Duration retention) {
    this.watches = watches;
    this.retention = retention;
  }

  static ProcessorSupplier<String, Sighting, String, Alert> supplier(
      WatchBook watches, Duration retention) {
    return new ProcessorSupplier<>() {
      @Override
      public StatementGrouper get() {
        return new StatementGrouper(watches, retention);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return new LinkedHashSet<>(
            List.of(
                Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(GROUPS),
                    Serdes.String(),
                    new JsonSerde<>(StatementGroup.class)),
                Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(AGES), Serdes.String(), Serdes.ByteArray())));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, Alert> context) {
    super.init(context);
    groups = context.getStateStore(GROUPS);
    forgetter = new Forgetter(context.getStateStore(AGES), groups, retention);
  }

  @Override
  public void process(Record<String, Sighting> record) {
    Sighting sighting = Objects.requireNonNull(record.value(), "a statement without a body");
    String key = sighting.statement().originalId();
    StatementGroup before = Objects.requireNonNullElse(groups.get(key), StatementGroup.EMPTY);
    Ringer.Step step = Ringer.take(before, sighting, watches.index());
    if (!step.group().equals(before)) {
      groups.put(key, step.group());
      note(key, before, step.group());
    }
    Instant time = sighting.article().time();
    if (sighting.lane() == Lane.LIVE) {
      forgetter.forget(time);
    }
    for (Alert alert : step.alerts()) {
      context()
          .forward(
              record
                  .withKey(alert.id())
                  .withValue(alert)
                  .withTimestamp(Math.max(0, time.toEpochMilli())));
    }
  }

  private void note(String key, StatementGroup before, StatementGroup after) {
    if (before.equals(StatementGroup.EMPTY)) {
      forgetter.began(key, after.until());
    } else {
      forgetter.moved(key, before.until(), after.until());
    }
  }
}
