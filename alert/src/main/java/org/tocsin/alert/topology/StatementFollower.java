package org.tocsin.alert.topology;

import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.tocsin.contract.Alert;
import org.tocsin.contract.StatementState;

/**
 * Follows up on alerts whose statement an article dropped or changed. Shares the groups of {@link
 * StatementGrouper}: states have the keys of statements, so that both meet in one partition.
 */
final class StatementFollower extends ContextualProcessor<String, StatementState, String, Alert> {
  private final Duration retention;
  private StatementGroups groups;

  StatementFollower(Duration retention) {
    this.retention = retention;
  }

  @Override
  public void init(ProcessorContext<String, Alert> context) {
    super.init(context);
    groups = new StatementGroups(context, retention);
  }

  @Override
  public void process(Record<String, StatementState> record) {
    StatementState state = Objects.requireNonNull(record.value(), "a state without a body");
    StatementGroup before = groups.get(state.original());
    Ringer.Step step = Ringer.follow(before, state);
    groups.put(state.original(), before, step.group());
    StatementGroups.raise(step.alerts(), record, state.time(), context());
  }
}
