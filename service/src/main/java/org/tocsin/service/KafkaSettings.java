package org.tocsin.service;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/** How to reach Kafka and how Tocsin uses it: settings, and the client properties made of them. */
public final class KafkaSettings {
  public static final Setting<String> BOOTSTRAP_SERVERS =
      Setting.text(
          "kafka.bootstrap.servers",
          "127.0.0.1:9092",
          "Brokers to ask first, host:port, comma separated. 'up' and 'demo' start their own broker"
              + " there.");

  public static final Setting<Map<String, String>> CLIENT =
      Setting.map(
          "kafka.client",
          "Any property of Kafka's clients, handed on as it is: security.protocol,"
              + " sasl.jaas.config, ssl.truststore.location and so on.");

  public static final Setting<String> PREFIX =
      Setting.text(
          "topics.prefix",
          "tocsin-",
          "Put before every topic name and consumer group, so that installations can share a"
              + " cluster.");

  public static final Setting<Integer> PARTITIONS =
      Setting.integer(
          "topics.partitions",
          4,
          1,
          1000,
          "Partitions of each topic when it is created: the most instances that can share the"
              + " work. Cannot be changed later without new topics.");

  public static final Setting<Integer> REPLICATION =
      Setting.integer(
          "topics.replication",
          1,
          1,
          7,
          "Copies of each partition when a topic is created. 3 in production; 'up' has one"
              + " broker.");

  public static final Setting<String> GROUP_PROTOCOL =
      Setting.text(
          "kafka.group.protocol",
          "classic",
          "How stream instances share the work: classic (warm-up replicas, topology changes in"
              + " place) or streams (KIP-1071).");

  public static final Setting<Duration> SESSION_TIMEOUT =
      Setting.duration(
          "kafka.session.timeout",
          "15s",
          "After how long without a sign of life an instance is taken for dead and its work is"
              + " given to others. With the streams protocol the brokers decide.");

  public static final Setting<String> INSTANCE =
      Setting.text(
          "kafka.instance.id",
          "",
          "A name that only this instance has, the same at every start: it takes its old work up at"
              + " once, also after a crash. Empty for none; 'up' sets its own. Not for the streams"
              + " protocol.");

  public static final Setting<String> STATE_DIR =
      Setting.text(
          "streams.state.dir",
          "",
          "Where stream stores are kept between starts; empty for a folder in the temporary"
              + " directory, rebuilt from Kafka when it is gone.");

  public static final Setting<Integer> STANDBYS =
      Setting.integer(
          "streams.standby.replicas",
          0,
          0,
          3,
          "Warm copies of each store on other instances, for a fast failover.");

  /** Largest record any topic takes, in bytes: an article of the largest text, doubly escaped. */
  public static final int MAX_RECORD_BYTES = 16 * 1024 * 1024;

  /** Largest dead letter: a record, and why it failed. */
  public static final int MAX_LETTER_BYTES = MAX_RECORD_BYTES + 1024 * 1024;

  private static final int STORE_CACHE_BYTES = 8 * 1024 * 1024;

  private KafkaSettings() {}

  /** All settings declared here. */
  public static List<Setting<?>> all() {
    return List.of(
        BOOTSTRAP_SERVERS,
        CLIENT,
        PREFIX,
        PARTITIONS,
        REPLICATION,
        GROUP_PROTOCOL,
        SESSION_TIMEOUT,
        INSTANCE,
        STATE_DIR,
        STANDBYS);
  }

  /** The full name of a consumer group or application id. */
  public static String group(Settings settings, String name) {
    return settings.get(PREFIX) + name;
  }

  /** For an admin client, and the base of all others. */
  public static Properties client(Settings settings) {
    Properties p = new Properties();
    p.putAll(settings.under(CLIENT));
    p.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.get(BOOTSTRAP_SERVERS));
    return p;
  }

  /** For a producer of raw bytes that neither loses nor doubles a record while it lives. */
  public static Properties producer(Settings settings) {
    Properties p = client(settings);
    p.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
    p.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
    p.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    p.put(ProducerConfig.ACKS_CONFIG, "all");
    p.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    p.put(ProducerConfig.LINGER_MS_CONFIG, "5");
    p.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, String.valueOf(MAX_LETTER_BYTES));
    return p;
  }

  /**
   * For a consumer of raw bytes that sees committed records only.
   *
   * @param group short name of its group; null for one that assigns partitions itself
   */
  public static Properties consumer(Settings settings, @Nullable String group) {
    Properties p = client(settings);
    p.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
    p.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
    p.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    p.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    p.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    if (group != null) {
      p.put(ConsumerConfig.GROUP_ID_CONFIG, group(settings, group));
      membership(settings).forEach(p::put);
    }
    return p;
  }

  /** How a classic group notices that a member died, and knows it again when it comes back. */
  private static Map<String, String> membership(Settings settings) {
    Map<String, String> membership = new HashMap<>();
    long timeout = settings.get(SESSION_TIMEOUT).toMillis();
    membership.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, String.valueOf(timeout));
    membership.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, String.valueOf(timeout / 5));
    if (!settings.get(INSTANCE).isEmpty()) {
      membership.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.get(INSTANCE));
    }
    return membership;
  }

  /**
   * For a Kafka Streams application: exactly once, named internal topics, bad records to the dead
   * letters, bounded memory.
   *
   * @param stage the module, for its application id and its dead letters
   * @param metrics where dead letters are counted
   */
  public static Properties streams(Settings settings, String stage, int threads, Metrics metrics) {
    return streams(settings, stage, threads, metrics, List.of());
  }

  /**
   * For a Kafka Streams application that carries articles on through topics of its own: where a
   * step behind one of those cannot do its work, the article has ended as a dead letter, too.
   *
   * @param repartitions names of the repartitions whose records are keyed by the article
   */
  public static Properties streams(
      Settings settings, String stage, int threads, Metrics metrics, List<String> repartitions) {
    Properties p = client(settings);
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, group(settings, stage));
    p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    p.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, settings.get(GROUP_PROTOCOL));
    p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.get(REPLICATION));
    p.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.get(STANDBYS));
    p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, STORE_CACHE_BYTES);
    p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    if (!settings.get(STATE_DIR).isEmpty()) {
      p.put(StreamsConfig.STATE_DIR_CONFIG, settings.get(STATE_DIR));
    }
    p.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
    p.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 60_000);
    p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    p.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MAX_LETTER_BYTES);
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    if (settings.get(GROUP_PROTOCOL).equals("classic")) {
      membership(settings).forEach((key, value) -> p.put(StreamsConfig.consumerPrefix(key), value));
    }
    // Event times of implausible sources may lie ahead of the broker's clock.
    p.put(
        StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG),
        String.valueOf(Long.MAX_VALUE));
    p.put(
        StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
        String.valueOf(MAX_RECORD_BYTES));
    List<String> internal =
        repartitions.stream()
            .map(name -> group(settings, stage) + "-" + name + "-repartition")
            .toList();
    DeadLetterHandler.install(p, stage, settings.get(PREFIX), metrics, internal);
    return p;
  }
}
