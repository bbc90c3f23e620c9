package org.tocsin.alert.topology;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.calm.Present;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Sighting;

/**
 * Tells those who keep calm when a minute of event time is over: a record without an alert, under
 * {@link #KEY}. A watch that is silent would not learn otherwise that its night is.
 */
final class Timekeeper extends ContextualProcessor<String, Sighting, String, @Nullable Alert> {
  static final String STORE = "statement-clock";

  /** No watch has such an id. */
  static final String KEY = "*";

  private KeyValueStore<String, Present> clock;

  @Override
  public void init(ProcessorContext<String, @Nullable Alert> context) {
    super.init(context);
    clock = context.getStateStore(STORE);
  }

  @Override
  public void process(Record<String, Sighting> record) {
    Sighting sighting = Objects.requireNonNull(record.value(), "a statement without a body");
    if (sighting.lane() != Lane.LIVE) {
      return;
    }
    Present before = Objects.requireNonNullElse(clock.get(KEY), Present.UNKNOWN);
    Sighting.Source article = sighting.article();
    Present after = before.seeing(article.name(), article.heard(), article.received());
    Instant minute = after.time().truncatedTo(ChronoUnit.MINUTES);
    boolean over = minute.isAfter(after.told());
    if (over) {
      after = after.telling(minute);
      tell(record, minute);
    }
    if (!after.equals(before)) {
      clock.put(KEY, after);
    }
  }

  @SuppressWarnings("NullAway") // The absence of an alert is the message.
  private void tell(Record<String, Sighting> record, Instant minute) {
    context()
        .forward(
            new Record<>(KEY, (Alert) null, Math.max(0, minute.toEpochMilli()), record.headers()));
  }
}
