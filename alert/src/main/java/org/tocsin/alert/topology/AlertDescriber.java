package org.tocsin.alert.topology;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.Sighting;

/** Sets the headers by which integrators choose alerts without reading their bodies. */
final class AlertDescriber extends ContextualProcessor<String, Alert, String, Alert> {
  @Override
  public void process(Record<String, Alert> record) {
    RecordHeaders headers = new RecordHeaders();
    describe(record.value(), Instant.ofEpochMilli(record.timestamp()), headers);
    context().forward(record.withHeaders(headers));
  }

  static void describe(Alert alert, Instant time, RecordHeaders into) {
    Sighting sighting = alert.sighting();
    Headers.into(into)
        .describe(Alert.class, alert.id() + "/" + alert.update(), "alert", time)
        .set(Headers.LANGUAGE, sighting.article().language())
        .set(Headers.COUNTRIES, codes(sighting.countries()))
        .set(Headers.ACTORS, sighting.actors().stream().map(Sighting.Actor::id).toList())
        .set(Headers.STORY, sighting.article().story())
        .set(Headers.NOVELTY, (alert.update() == 0 ? Novelty.NEW : Novelty.REPEAT).label())
        .set(Headers.LANE, sighting.lane().label());
    if (alert.held() != null) {
      Headers.into(into).set(Headers.HELD, alert.held().label());
    }
  }

  private static List<String> codes(List<Sighting.Country> countries) {
    return countries.stream()
        .sorted(Comparator.comparing(Sighting.Country::role))
        .map(Sighting.Country::code)
        .distinct()
        .toList();
  }
}
