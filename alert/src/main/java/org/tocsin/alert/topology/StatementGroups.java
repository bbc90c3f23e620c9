package org.tocsin.alert.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tocsin.contract.Alert;

/** The groups of the statements of one partition, and when each was seen last. */
final class StatementGroups {
  static final String GROUPS = "statement-groups";
  static final String AGES = "statement-ages";

  private final KeyValueStore<String, StatementGroup> groups;
  private final Forgetter<StatementGroup> forgetter;

  StatementGroups(ProcessorContext<?, ?> context, Duration retention) {
    groups = context.getStateStore(GROUPS);
    forgetter = new Forgetter<>(context.getStateStore(AGES), groups, retention);
  }

  StatementGroup get(String key) {
    return Objects.requireNonNullElse(groups.get(key), StatementGroup.EMPTY);
  }

  void put(String key, StatementGroup before, StatementGroup after) {
    if (after.equals(before)) {
      return;
    }
    groups.put(key, after);
    if (before.equals(StatementGroup.EMPTY)) {
      forgetter.began(key, after.until());
    } else {
      forgetter.moved(key, before.until(), after.until());
    }
  }

  void forget(Instant now) {
    forgetter.forget(now);
  }

  /** Sends raised alerts on under their watch, with the time of what caused them. */
  static void raise(
      List<Alert> alerts,
      Record<String, ?> cause,
      Instant time,
      ProcessorContext<String, Alert> to) {
    for (Alert alert : alerts) {
      to.forward(
          cause
              .withKey(alert.watch().id())
              .withValue(alert)
              .withTimestamp(Math.max(0, time.toEpochMilli())));
    }
  }
}
