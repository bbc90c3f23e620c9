package org.tocsin.alert.watch;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Json;
import org.tocsin.contract.Topics;
import org.tocsin.contract.Watch;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.RecordWriter;
import org.tocsin.service.Settings;

/** Writes watches to their topic and waits until all its replicas have them. */
public final class KafkaWatchWriter implements WatchWriter {
  private final RecordWriter writer;
  private final String topic;

  public KafkaWatchWriter(Settings settings) {
    writer = new RecordWriter(settings);
    topic = Topics.WATCHES.in(settings.get(KafkaSettings.PREFIX));
  }

  @Override
  public void put(Watch watch) {
    RecordHeaders headers = new RecordHeaders();
    Headers.into(headers)
        .describe(Watch.class, watch.id() + "/" + watch.version(), "alert", watch.updated());
    send(watch.id(), Json.write(watch).getBytes(StandardCharsets.UTF_8), headers);
  }

  @Override
  public void remove(String id) {
    send(id, null, new RecordHeaders());
  }

  @SuppressWarnings("NullAway") // A null value is Kafka's tombstone.
  private void send(String id, byte @Nullable [] value, RecordHeaders headers) {
    byte[] key = id.getBytes(StandardCharsets.UTF_8);
    writer.write(
        new ProducerRecord<>(topic, null, null, key, value, headers), "the watch '" + id + "'");
  }

  @Override
  public void close() {
    writer.close();
  }
}
