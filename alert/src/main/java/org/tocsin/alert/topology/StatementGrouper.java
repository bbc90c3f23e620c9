package org.tocsin.alert.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Sighting;

/**
 * Keeps the sightings of each statement together and raises alerts. They leave under their watch,
 * with the time at which people could hear of the sighting that caused them.
 */
final class StatementGrouper extends ContextualProcessor<String, Sighting, String, Alert> {
  private final WatchBook watches;
  private final Duration retention;
  private StatementGroups groups;

  StatementGrouper(WatchBook watches, Duration retention) {
    this.watches = watches;
    this.retention = retention;
  }

  @Override
  public void init(ProcessorContext<String, Alert> context) {
    super.init(context);
    groups = new StatementGroups(context, retention);
  }

  @Override
  public void process(Record<String, Sighting> record) {
    Sighting sighting = Objects.requireNonNull(record.value(), "a statement without a body");
    String key = sighting.statement().originalId();
    StatementGroup before = groups.get(key);
    Ringer.Step step = Ringer.take(before, sighting, watches.index());
    groups.put(key, before, step.group());
    Instant time = sighting.article().heard();
    if (sighting.lane() == Lane.LIVE) {
      groups.forget(time);
    }
    StatementGroups.raise(step.alerts(), record, time, context());
  }
}
