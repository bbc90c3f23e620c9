package org.tocsin.enrich.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.tocsin.contract.Article;
import org.tocsin.enrich.EventTime;

/**
 * The event time of an article. Never negative: Streams would drop such a record without a word.
 */
final class ArticleTime implements TimestampExtractor {
  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return record.value() instanceof Article article
        ? EventTime.timestamp(article)
        : Math.max(0, record.timestamp());
  }
}
