package org.tocsin.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tocsin.alert.query.Query;
import org.tocsin.alert.trace.TopicScan;
import org.tocsin.alert.watch.WatchSeeder;
import org.tocsin.contract.Alert;
import org.tocsin.contract.ArticleId;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.Outcome;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Story;
import org.tocsin.contract.Topic;
import org.tocsin.contract.Topics;
import org.tocsin.contract.Watch;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Settings;

/** What an installation has written so far, read from its topics as an integrator would. */
final class Journal {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Settings settings;

  Journal(Settings settings) {
    this.settings = settings;
  }

  /** All committed values of a topic, partition by partition. */
  <V> List<V> values(Topic<?, V> topic) {
    List<V> values = new ArrayList<>();
    String prefix = settings.get(KafkaSettings.PREFIX);
    try (TopicScan scan = new TopicScan(KafkaSettings.consumer(settings, null), prefix, PATIENCE)) {
      scan.all(
          topic,
          r -> values.add(topic.valueSerde().deserializer().deserialize(r.topic(), r.value())));
    }
    return values;
  }

  /** The stories as they are now, by id: the last of each key, without those that have gone. */
  Map<String, Story> stories() {
    Map<String, Story> stories = new TreeMap<>();
    String prefix = settings.get(KafkaSettings.PREFIX);
    try (TopicScan scan = new TopicScan(KafkaSettings.consumer(settings, null), prefix, PATIENCE)) {
      scan.all(
          Topics.STORIES,
          r -> {
            String key = Topics.STORIES.keySerde().deserializer().deserialize(r.topic(), r.key());
            Story story =
                r.value() == null
                    ? null
                    : Topics.STORIES.valueSerde().deserializer().deserialize(r.topic(), r.value());
            if (story == null || story.movedTo() != null) {
              stories.remove(key);
            } else {
              stories.put(key, story);
            }
          });
    }
    return stories;
  }

  /** The ids of the alerts that rang, one entry for each time one rang. */
  List<String> rung() {
    return values(Topics.ALERTS).stream().filter(Alert::rings).map(Alert::id).toList();
  }

  /** The ids of the alerts that must ring: each watch on each new statement that it matches. */
  Set<String> due() {
    Map<String, Watch> watches = WatchSeeder.current(settings);
    Set<String> due = new HashSet<>();
    for (Sighting sighting : values(Topics.STATEMENTS)) {
      if (sighting.statement().novelty() == Novelty.NEW && sighting.lane() == Lane.LIVE) {
        watches.values().stream()
            .filter(w -> Query.parse(w.query()).match(sighting).isPresent())
            .forEach(w -> due.add(ArticleId.hash("alert", w.id(), sighting.statement().id())));
      }
    }
    return due;
  }

  /** How many articles ended in which way in enrich. */
  Map<Outcome.Result, Long> outcomes() {
    return values(Topics.OUTCOMES).stream()
        .filter(o -> o.stage() == Outcome.Stage.ENRICH)
        .collect(Collectors.groupingBy(Outcome::result, Collectors.counting()));
  }

  long enriched() {
    return outcomes().values().stream().mapToLong(Long::longValue).sum();
  }
}
