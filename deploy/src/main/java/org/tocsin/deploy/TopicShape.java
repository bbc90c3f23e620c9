package org.tocsin.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.tocsin.contract.Topic;
import org.tocsin.contract.Topics;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Settings;

/** How a topic must be in the cluster. */
record TopicShape(Topic<?, ?> topic, Settings installation) {
  /** A topic that is not there yet. */
  NewTopic fresh() {
    return new NewTopic(
            name(), partitions(), installation.get(KafkaSettings.REPLICATION).shortValue())
        .configs(config());
  }

  /** What is to be set on one that is there. */
  Collection<AlterConfigOp> settings() {
    return config().entrySet().stream()
        .map(
            e ->
                new AlterConfigOp(
                    new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
        .toList();
  }

  private Map<String, String> config() {
    Map<String, String> config = new TreeMap<>(mustBe());
    config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(room()));
    Duration retention = topic.retention();
    if (retention != null) {
      config.put(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(retention.toMillis()));
    }
    return config;
  }

  /**
   * What nobody may set otherwise. Time is that of appending: with event time Kafka would delete
   * history as soon as it is fed in, and refuse an article dated ahead.
   */
  private Map<String, String> mustBe() {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        policy(),
        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
        "LogAppendTime");
  }

  private String policy() {
    if (!topic.compacted()) {
      return TopicConfig.CLEANUP_POLICY_DELETE;
    }
    return topic.retention() == null
        ? TopicConfig.CLEANUP_POLICY_COMPACT
        : TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE;
  }

  /** Dead letters carry the record they are about, and why. */
  private int room() {
    return topic.equals(Topics.DEAD_LETTERS)
        ? KafkaSettings.MAX_LETTER_BYTES
        : KafkaSettings.MAX_RECORD_BYTES;
  }

  /** In what a topic differs from this, one sentence each. */
  List<String> faults(TopicDescription description, Config found) {
    List<String> faults = new ArrayList<>();
    int partitions = description.partitions().size();
    if (partitions != partitions()) {
      faults.add(
          name() + " has " + partitions + " partitions, topics.partitions says " + partitions());
    }
    new TreeMap<>(mustBe())
        .forEach(
            (key, wanted) -> {
              String value = found.get(key).value();
              if (!value.equals(wanted)) {
                faults.add(name() + " has " + key + " = " + value + ", it must be " + wanted);
              }
            });
    long room = Long.parseLong(found.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
    if (room < room()) {
      faults.add(name() + " takes records up to " + room + " bytes, one may have " + room());
    }
    return faults;
  }

  private int partitions() {
    return installation.get(KafkaSettings.PARTITIONS);
  }

  private String name() {
    return topic.in(installation.get(KafkaSettings.PREFIX));
  }
}
