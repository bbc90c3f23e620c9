package org.tocsin.enrich.topology;

import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Turns what was decided into records for integrators, at the event time of the article. */
final class Publish<V, R> extends ContextualProcessor<String, V, String, R> {
  private final Function<V, List<Publication<R>>> publications;

  Publish(Function<V, List<Publication<R>>> publications) {
    this.publications = publications;
  }

  @Override
  public void process(Record<String, V> record) {
    for (Publication<R> publication : publications.apply(record.value())) {
      context()
          .forward(
              new Record<>(
                  publication.key(),
                  publication.value(),
                  record.timestamp(),
                  publication.headers()));
    }
  }
}
