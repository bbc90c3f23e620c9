package org.tocsin.deploy.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Settings;

class EmbeddedBrokerTest {
  private static final int PARTITIONS = 300;
  private static final int ROUNDS = 3;
  private static final int RECORDS = 20;

  @TempDir Path folder;

  /**
   * A transaction over many partitions takes a while to end, and the next one begins at once in a
   * partition that does not know the producer yet: what a stream does that has just started.
   */
  @Test
  void takesOneTransactionRightBehindAnotherInOrder() throws Exception {
    Complaints complaints = Complaints.of("kafka.server.ReplicaManager");
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, port())) {
      Settings settings = Settings.of(Map.of("kafka.bootstrap.servers", broker.bootstrapServers()));
      try (Admin admin = Admin.create(KafkaSettings.client(settings))) {
        admin
            .createTopics(
                List.of(
                    new NewTopic("wide", PARTITIONS, (short) 1),
                    new NewTopic("fresh", ROUNDS, (short) 1)))
            .all()
            .get();
      }
      write(settings);
      assertThat(read(settings))
          .allSatisfy(
              values ->
                  assertThat(values)
                      .containsExactlyElementsOf(IntStream.range(0, RECORDS).boxed().toList()));
    } finally {
      complaints.stop();
    }
    assertThat(complaints.heard).isEmpty();
  }

  private static void write(Settings settings) throws Exception {
    Properties properties = KafkaSettings.producer(settings);
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "writer");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, "0");
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, "1");
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties)) {
      producer.initTransactions();
      for (int round = 0; round < ROUNDS; round++) {
        producer.beginTransaction();
        List<Future<?>> sent = new ArrayList<>();
        for (int i = 0; i < PARTITIONS; i++) {
          sent.add(producer.send(new ProducerRecord<>("wide", i, null, new byte[1])));
        }
        producer.commitTransaction();
        producer.beginTransaction();
        for (int i = 0; i < RECORDS; i++) {
          sent.add(
              producer.send(new ProducerRecord<>("fresh", round, null, new byte[] {(byte) i})));
        }
        for (Future<?> record : sent) {
          record.get();
        }
        producer.commitTransaction();
      }
    }
  }

  /** The values of each partition, as they lie there. */
  private static List<List<Integer>> read(Settings settings) {
    List<TopicPartition> partitions =
        IntStream.range(0, ROUNDS).mapToObj(round -> new TopicPartition("fresh", round)).toList();
    List<List<Integer>> values = new ArrayList<>();
    partitions.forEach(partition -> values.add(new ArrayList<>()));
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(KafkaSettings.consumer(settings, null))) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(record -> values.get(record.partition()).add((int) record.value()[0]));
      }
    }
    return values;
  }

  private static int port() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** What a part of the broker logs as an error. */
  private static final class Complaints extends AbstractAppender {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Logger logger;

    private Complaints(Logger logger) {
      super("complaints", null, null, true, Property.EMPTY_ARRAY);
      this.logger = logger;
    }

    static Complaints of(String name) {
      Complaints complaints = new Complaints((Logger) LogManager.getLogger(name));
      complaints.start();
      complaints.logger.addAppender(complaints);
      return complaints;
    }

    @Override
    public void append(LogEvent event) {
      heard.add(event.getMessage().getFormattedMessage() + ": " + event.getThrown());
    }

    @Override
    public void stop() {
      logger.removeAppender(this);
      super.stop();
    }
  }
}
