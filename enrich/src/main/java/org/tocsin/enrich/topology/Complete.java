package org.tocsin.enrich.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.DeadLetter;
import org.tocsin.contract.Json;
import org.tocsin.enrich.Completer;
import org.tocsin.enrich.Decision;
import org.tocsin.enrich.Draft;
import org.tocsin.enrich.EnrichSettings;

/** Joins each decision with the draft that waits for it. */
final class Complete extends ContextualProcessor<String, Decision, String, Completion> {
  private KeyValueStore<String, Draft> pending;

  @Override
  public void init(ProcessorContext<String, Completion> context) {
    super.init(context);
    pending = context.getStateStore(Stored.PENDING.name());
  }

  @Override
  public void process(Record<String, Decision> record) {
    Decision decision = record.value();
    String key = Stored.pendingKey(decision.article(), decision.revision(), decision.lane());
    Completion completion = completion(pending.get(key), decision, record.timestamp());
    // Only now: a decision that could not be carried out can be replayed.
    pending.delete(key);
    context().forward(record.withValue(completion));
  }

  private static Completion completion(@Nullable Draft draft, Decision decision, long time) {
    if (draft == null) {
      return new Completion.Orphan(letter(decision, "no draft waits for it", time));
    }
    if (draft.analysis().telling().size() != decision.firsts().size()) {
      return new Completion.Orphan(letter(decision, "its draft has other statements", time));
    }
    return new Completion.Done(Completer.complete(draft, decision));
  }

  private static DeadLetter letter(Decision decision, String message, long time) {
    return new DeadLetter(
        decision.article().getBytes(StandardCharsets.UTF_8),
        Json.write(decision).getBytes(StandardCharsets.UTF_8),
        EnrichSettings.STAGE,
        "complete",
        "OrphanedDecision",
        message,
        null,
        null,
        null,
        null,
        Instant.ofEpochMilli(time));
  }
}
