package org.tocsin.enrich.topology;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.tocsin.contract.DeadLetter;
import org.tocsin.contract.Outcome;
import org.tocsin.service.Metrics;

/** Writes a dead letter that the topology itself has made out. */
final class Bury extends ContextualProcessor<String, DeadLetter, byte[], byte[]> {
  private final Metrics metrics;

  Bury(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void process(Record<String, DeadLetter> record) {
    metrics.ended(Outcome.Result.DEAD_LETTERED);
    ProducerRecord<byte[], byte[]> letter = record.value().toRecord("");
    context()
        .forward(new Record<>(letter.key(), letter.value(), record.timestamp(), letter.headers()));
  }
}
