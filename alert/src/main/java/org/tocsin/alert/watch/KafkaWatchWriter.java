package org.tocsin.alert.watch;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.trace.TopicScan;
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
  private final String versions;

  public KafkaWatchWriter(Settings settings) {
    writer = new RecordWriter(settings);
    topic = Topics.WATCHES.in(settings.get(KafkaSettings.PREFIX));
    versions = Topics.WATCH_VERSIONS.in(settings.get(KafkaSettings.PREFIX));
  }

  @Override
  public void keep(Watch version) {
    int partition = TopicScan.partitionOf(bytes(version.id()), writer.partitions(versions));
    String key = version.id() + "/";
    send(versions, partition, key + version.version(), version);
    if (version.version() > KEPT_VERSIONS) {
      send(versions, partition, key + (version.version() - KEPT_VERSIONS), null);
    }
  }

  /** The version is kept first: what is in force has a version that says who put it there. */
  @Override
  public void put(Watch watch) {
    keep(watch);
    send(topic, null, watch.id(), watch);
  }

  @Override
  public void remove(String id) {
    send(topic, null, id, null);
  }

  private static RecordHeaders headers(@Nullable Watch watch) {
    RecordHeaders headers = new RecordHeaders();
    if (watch != null) {
      Headers.into(headers)
          .describe(Watch.class, watch.id() + "/" + watch.version(), "alert", watch.updated());
    }
    return headers;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @SuppressWarnings("NullAway") // A null value is Kafka's tombstone.
  private void send(String to, @Nullable Integer partition, String key, @Nullable Watch watch) {
    byte[] value = watch == null ? null : bytes(Json.write(watch));
    writer.write(
        new ProducerRecord<>(to, partition, null, bytes(key), value, headers(watch)),
        "the watch '" + key + "'");
  }

  @Override
  public void close() {
    writer.close();
  }
}
