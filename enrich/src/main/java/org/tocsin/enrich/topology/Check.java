package org.tocsin.enrich.topology;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.tocsin.contract.Article;
import org.tocsin.service.Metrics;

/**
 * Counts what comes in and refuses what has no key, no value or another article's key. What it
 * throws takes the raw record to the dead letters.
 */
final class Check extends ContextualProcessor<String, Article, String, Article> {
  private final Metrics metrics;

  Check(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  @SuppressWarnings("ConstantValue") // Kafka hands on null keys and values as they come.
  public void process(Record<String, Article> record) {
    metrics.received();
    if (record.value() == null) {
      throw new IllegalArgumentException("a record without a value");
    }
    if (record.key() == null || !record.key().equals(record.value().id())) {
      throw new IllegalArgumentException(
          "the key " + record.key() + " is not the article's id " + record.value().id());
    }
    context().forward(record);
  }
}
