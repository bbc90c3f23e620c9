package org.tocsin.alert.watch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alert.trace.TopicScan;
import org.tocsin.contract.Topics;
import org.tocsin.contract.Watch;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Settings;

/**
 * Puts the watches of a file into force at the start: those that are new, and those that say
 * something else than the version in force. A watch that left the file stays; it is removed by
 * hand.
 */
public final class WatchSeeder {
  private static final Logger LOG = LoggerFactory.getLogger(WatchSeeder.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private WatchSeeder() {}

  /** Reads the topic, compares and writes. */
  public static List<Watch> seed(List<WatchDraft> drafts, Settings settings, Clock clock) {
    try (KafkaWatchWriter writer = new KafkaWatchWriter(settings)) {
      Map<String, Watch> current = current(settings);
      List<Watch> changed =
          changes(
              drafts, current, new KafkaWatchHistory(settings).last(fresh(drafts, current)), clock);
      changed.forEach(writer::put);
      LOG.info("{} of {} watches of the file were new or changed", changed.size(), drafts.size());
      return changed;
    }
  }

  private static Set<String> fresh(List<WatchDraft> drafts, Map<String, Watch> current) {
    return drafts.stream()
        .map(WatchDraft::id)
        .filter(id -> !current.containsKey(id))
        .collect(Collectors.toSet());
  }

  /**
   * What must be written so that these drafts are in force.
   *
   * @param removed last versions of watches that were removed: their versions are counted on
   */
  static List<Watch> changes(
      List<WatchDraft> drafts,
      Map<String, Watch> current,
      Map<String, Watch> removed,
      Clock clock) {
    List<Watch> changed = new ArrayList<>();
    for (WatchDraft draft : drafts) {
      Watch before = current.get(draft.id());
      if (!draft.sameAs(before)) {
        Watch last = before == null ? removed.get(draft.id()) : before;
        changed.add(draft.after(last, "file", clock.instant()));
      }
    }
    return List.copyOf(changed);
  }

  /** The watches as the topic has them now. */
  public static Map<String, Watch> current(Settings settings) {
    Properties consumer = KafkaSettings.consumer(settings, null);
    Map<String, Watch> found = new TreeMap<>();
    try (TopicScan scan = new TopicScan(consumer, settings.get(KafkaSettings.PREFIX), PATIENCE)) {
      boolean complete =
          scan.all(
              Topics.WATCHES,
              record -> {
                if (record.key() != null) {
                  take(new String(record.key(), StandardCharsets.UTF_8), record.value(), found);
                }
              });
      if (!complete) {
        throw new IllegalStateException("the topic of watches was not read within " + PATIENCE);
      }
    }
    return found;
  }

  private static void take(String id, byte[] value, Map<String, Watch> found) {
    if (value == null) {
      found.remove(id);
      return;
    }
    try {
      found.put(id, Topics.WATCHES.valueSerde().deserializer().deserialize("watches", value));
    } catch (SerializationException e) {
      found.remove(id);
      LOG.warn("Watch {} in the topic cannot be read and is written anew: {}", id, e.getMessage());
    }
  }
}
