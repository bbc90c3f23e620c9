package org.tocsin.alert.delivery;

import static org.awaitility.Awaitility.await;
import static org.tocsin.alert.Samples.NOON;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.tocsin.alert.Samples;
import org.tocsin.alert.notifier.Answer;
import org.tocsin.alert.notifier.Channel;
import org.tocsin.alert.notifier.Notifier;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Delivery;
import org.tocsin.contract.Json;
import org.tocsin.contract.Topics;
import org.tocsin.contract.Watch;
import org.tocsin.service.Metrics;

/**
 * A notifier's dispatcher with a clock that tests move, a receiver that answers as they say, and
 * Kafka's part in memory.
 */
abstract class Stage {
  static final TopicPartition ALERTS = new TopicPartition("t-alerts", 0);
  static final TopicPartition DELIVERIES = new TopicPartition("t-deliveries", 0);
  static final Patience PATIENCE =
      new Patience(
          new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(15)), Duration.ofHours(24));

  final List<List<String>> sent = Collections.synchronizedList(new ArrayList<>());
  final Map<String, Answer> answers = new HashMap<>();
  volatile Answer otherwise = Answer.delivered("taken");
  final Time clock = new Time();
  private final Workers workers = new Workers();
  final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  long offset;

  /** A clock that a test moves. */
  static final class Time extends Clock {
    private volatile Instant now = NOON;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }

    void pass(Duration time) {
      now = now.plus(time);
    }
  }

  /** Four threads of which a test can await that they have nothing to do. */
  private static final class Workers extends ThreadPoolExecutor {
    private final Phaser open = new Phaser(1);

    Workers() {
      super(4, 4, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
    }

    @Override
    public void execute(Runnable work) {
      open.register();
      super.execute(
          () -> {
            try {
              work.run();
            } finally {
              open.arriveAndDeregister();
            }
          });
    }

    void rest() {
      open.arriveAndAwaitAdvance();
    }
  }

  /** Waits until nobody works on anything. */
  void rest() {
    workers.rest();
  }

  /** Answers as the test says, by the first alert; everything else arrives. */
  class Recorder implements Channel {
    @Override
    public Answer send(List<Alert> alerts) {
      sent.add(alerts.stream().map(Alert::notice).toList());
      synchronized (answers) {
        return answers.getOrDefault(alerts.get(0).notice(), otherwise);
      }
    }

    @Override
    public Answer test(String sentence) {
      return Answer.delivered("taken");
    }

    @Override
    public String target() {
      return "test";
    }
  }

  @AfterEach
  void stop() {
    workers.shutdownNow();
  }

  Dispatcher dispatcher(Duration digest, Notifier.Filter filter) {
    return dispatcher(digest, filter, new Recorder());
  }

  Dispatcher dispatcher(Duration digest, Notifier.Filter filter, Channel channel) {
    DeliveryBook book = new DeliveryBook(receiptsSoFar(), "t-");
    book.catchUp();
    return dispatcher(digest, filter, channel, book);
  }

  Dispatcher dispatcher(DeliveryBook book) {
    return dispatcher(Duration.ZERO, Notifier.Filter.ALL, new Recorder(), book);
  }

  private Dispatcher dispatcher(
      Duration digest, Notifier.Filter filter, Channel channel, DeliveryBook book) {
    Dispatcher dispatcher =
        new Dispatcher(
            new Notifier("hook", filter, new Notifier.Printed(), digest),
            channel,
            new Ledger(book, new ReceiptBook(producer, "t-")),
            PATIENCE,
            workers,
            new DeliveryMeters("hook", new Metrics("alert")),
            clock);
    dispatcher.assigned(ALERTS, 0);
    return dispatcher;
  }

  Dispatcher dispatcher() {
    return dispatcher(Duration.ZERO, Notifier.Filter.ALL);
  }

  /** The topic of receipts as it stands: what the producer has written until now. */
  MockConsumer<byte[], byte[]> receiptsSoFar() {
    MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    Node node = Node.noNode();
    Node[] nodes = {node};
    consumer.updatePartitions(
        DELIVERIES.topic(), List.of(new PartitionInfo(DELIVERIES.topic(), 0, node, nodes, nodes)));
    consumer.updateBeginningOffsets(Map.of(DELIVERIES, 0L));
    List<ProducerRecord<byte[], byte[]>> written = List.copyOf(producer.history());
    consumer.updateEndOffsets(Map.of(DELIVERIES, (long) written.size()));
    consumer.schedulePollTask(
        () -> {
          for (int i = 0; i < written.size(); i++) {
            consumer.addRecord(
                new ConsumerRecord<>(
                    DELIVERIES.topic(), 0, i, written.get(i).key(), written.get(i).value()));
          }
        });
    return consumer;
  }

  ConsumerRecord<byte[], byte[]> record(String json) {
    return record(ALERTS, json);
  }

  ConsumerRecord<byte[], byte[]> record(TopicPartition partition, String json) {
    return new ConsumerRecord<>(
        partition.topic(),
        partition.partition(),
        offset++,
        clock.instant().toEpochMilli(),
        TimestampType.LOG_APPEND_TIME,
        0,
        0,
        new byte[0],
        json.getBytes(StandardCharsets.UTF_8),
        new RecordHeaders(),
        Optional.empty());
  }

  ConsumerRecord<byte[], byte[]> alert(String id, String watch) {
    return alert(ALERTS, id, watch);
  }

  ConsumerRecord<byte[], byte[]> alert(TopicPartition partition, String id, String watch) {
    Alert alert = Samples.alert(id, 0, "port");
    return record(
        partition,
        Json.write(
            new Alert(
                id,
                0,
                alert.rung(),
                new Alert.WatchRef(watch, watch, 1, Watch.Severity.MEDIUM),
                alert.sighting(),
                alert.why(),
                1,
                List.of())));
  }

  /** Lets everything that is due be tried. */
  void work(Dispatcher dispatcher, int attempts) {
    int goal = sent.size() + attempts;
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              dispatcher.dispatch();
              return sent.size() >= goal;
            });
    rest();
  }

  /** Lets time pass until an alert has been told. */
  void passUntilTold(Dispatcher dispatcher, String alert) {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              clock.pass(Duration.ofMinutes(1));
              dispatcher.dispatch();
              rest();
              return told().contains(alert);
            });
  }

  List<String> told() {
    synchronized (sent) {
      return sent.stream().flatMap(List::stream).toList();
    }
  }

  List<Delivery> receipts() {
    return producer.history().stream()
        .map(r -> Topics.DELIVERIES.valueSerde().deserializer().deserialize(r.topic(), r.value()))
        .toList();
  }

  void answer(String alert, Answer answer) {
    synchronized (answers) {
      answers.put(alert, answer);
    }
  }

  static long committable(Dispatcher dispatcher) {
    return Objects.requireNonNull(dispatcher.finished().get(ALERTS)).offset();
  }
}
