package org.tocsin.alert.watch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alert.trace.TopicScan;
import org.tocsin.contract.Topics;
import org.tocsin.contract.Watch;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Settings;

/** Reads versions from their topic when somebody asks; nothing is kept in memory. */
public final class KafkaWatchHistory implements WatchHistory {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaWatchHistory.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Settings settings;

  public KafkaWatchHistory(Settings settings) {
    this.settings = settings;
  }

  @Override
  public List<Watch> versions(String id) {
    Map<String, Watch> found = new HashMap<>();
    try (TopicScan scan = scan()) {
      complete(
          scan.of(
              Topics.WATCH_VERSIONS,
              id.getBytes(StandardCharsets.UTF_8),
              record -> take(record, Set.of(id), found)));
    }
    List<Watch> versions = new ArrayList<>(found.values());
    versions.sort(Comparator.comparingInt(Watch::version).reversed());
    return List.copyOf(versions);
  }

  /** The last version of each of these watches, where there is one; reads the whole topic. */
  Map<String, Watch> last(Set<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<String, Watch> found = new HashMap<>();
    try (TopicScan scan = scan()) {
      complete(scan.all(Topics.WATCH_VERSIONS, record -> take(record, ids, found)));
    }
    Map<String, Watch> last = new HashMap<>();
    found.values().forEach(w -> last.merge(w.id(), w, (a, b) -> a.version() > b.version() ? a : b));
    return last;
  }

  private TopicScan scan() {
    Properties consumer = KafkaSettings.consumer(settings, null);
    return new TopicScan(consumer, settings.get(KafkaSettings.PREFIX), PATIENCE);
  }

  private static void complete(boolean read) {
    if (!read) {
      throw new OperatorException(
          "the versions of watches were not read within " + PATIENCE.toSeconds() + " s",
          "Try again when Kafka is less busy.");
    }
  }

  private static void take(
      ConsumerRecord<byte[], byte[]> record, Set<String> ids, Map<String, Watch> found) {
    if (record.key() == null) {
      return;
    }
    String key = new String(record.key(), StandardCharsets.UTF_8);
    int slash = key.indexOf('/');
    if (slash < 0 || !ids.contains(key.substring(0, slash))) {
      return;
    }
    if (record.value() == null) {
      found.remove(key);
      return;
    }
    try {
      found.put(
          key,
          Topics.WATCH_VERSIONS
              .valueSerde()
              .deserializer()
              .deserialize(record.topic(), record.value()));
    } catch (SerializationException e) {
      LOG.warn("Version {} of a watch cannot be read and is left out: {}", key, e.getMessage());
    }
  }
}
