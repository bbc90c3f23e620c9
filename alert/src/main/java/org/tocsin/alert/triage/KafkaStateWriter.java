package org.tocsin.alert.triage;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.tocsin.contract.AlertState;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Json;
import org.tocsin.contract.Topics;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.RecordWriter;
import org.tocsin.service.Settings;

/** Writes what people made of alerts to its topic and waits until all replicas have it. */
public final class KafkaStateWriter implements StateWriter {
  private final RecordWriter writer;
  private final String topic;

  public KafkaStateWriter(Settings settings) {
    writer = new RecordWriter(settings);
    topic = Topics.ALERT_STATES.in(settings.get(KafkaSettings.PREFIX));
  }

  @Override
  public Place put(AlertState state) {
    RecordHeaders headers = new RecordHeaders();
    Headers.into(headers)
        .describe(
            AlertState.class, state.alert() + "/" + state.updated(), "alert", state.updated());
    RecordMetadata written =
        writer.write(
            new ProducerRecord<>(
                topic,
                null,
                null,
                state.alert().getBytes(StandardCharsets.UTF_8),
                Json.write(state).getBytes(StandardCharsets.UTF_8),
                headers),
            "what was made of the alert '" + state.alert() + "'");
    return new Place(written.partition(), written.offset());
  }

  @Override
  public void close() {
    writer.close();
  }
}
