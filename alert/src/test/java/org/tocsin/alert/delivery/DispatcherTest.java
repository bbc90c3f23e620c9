package org.tocsin.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import org.junit.jupiter.api.Test;
import org.tocsin.alert.Samples;
import org.tocsin.alert.notifier.Answer;
import org.tocsin.alert.notifier.Channel;
import org.tocsin.alert.notifier.Notifier;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Delivery;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Json;
import org.tocsin.contract.Topics;
import org.tocsin.contract.Watch;
import org.tocsin.service.Metrics;

class DispatcherTest {
  private static final TopicPartition ALERTS = new TopicPartition("t-alerts", 0);
  private static final TopicPartition DELIVERIES = new TopicPartition("t-deliveries", 0);
  private static final Patience PATIENCE =
      new Patience(
          new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(15)), Duration.ofHours(24));

  private final List<List<String>> sent = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Answer> answers = new HashMap<>();
  private final Time clock = new Time();
  private final ExecutorService workers = Executors.newFixedThreadPool(4);
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private long offset;

  /** A clock that a test moves. */
  private static final class Time extends Clock {
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

  /** Answers as the test says, by alert; everything else arrives. */
  private final class Recorder implements Channel {
    @Override
    public Answer send(List<Alert> alerts) {
      sent.add(alerts.stream().map(Alert::id).toList());
      synchronized (answers) {
        return answers.getOrDefault(alerts.get(0).id(), Answer.delivered("taken"));
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

  private Dispatcher dispatcher(Duration digest, Notifier.Filter filter) {
    DeliveryBook book = new DeliveryBook(receiptsSoFar(), "t-");
    book.catchUp();
    Dispatcher dispatcher =
        new Dispatcher(
            new Notifier("hook", filter, new Notifier.Printed(), digest),
            new Recorder(),
            new Dispatcher.Ledger(book, new ReceiptBook(producer, "t-")),
            PATIENCE,
            workers,
            new DeliveryMeters("hook", new Metrics("alert")),
            clock);
    dispatcher.assigned(ALERTS, 0);
    return dispatcher;
  }

  private Dispatcher dispatcher() {
    return dispatcher(Duration.ZERO, Notifier.Filter.ALL);
  }

  /** The topic of receipts as it stands: what the producer has written until now. */
  private MockConsumer<byte[], byte[]> receiptsSoFar() {
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

  private ConsumerRecord<byte[], byte[]> record(String json) {
    return new ConsumerRecord<>(
        ALERTS.topic(),
        0,
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

  private ConsumerRecord<byte[], byte[]> alert(String id, String watch) {
    Alert alert = Samples.alert(id, 0, "port");
    return record(
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
  private void work(Dispatcher dispatcher, int attempts) {
    int goal = sent.size() + attempts;
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              dispatcher.dispatch();
              return sent.size() >= goal;
            });
    dispatcher.settle();
  }

  /** Lets time pass until an alert has been told. */
  private void passUntilTold(Dispatcher dispatcher, String alert) {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              clock.pass(Duration.ofMinutes(1));
              dispatcher.dispatch();
              dispatcher.settle();
              return told().contains(alert);
            });
  }

  private List<String> told() {
    synchronized (sent) {
      return sent.stream().flatMap(List::stream).toList();
    }
  }

  private List<Delivery> receipts() {
    return producer.history().stream()
        .map(r -> Topics.DELIVERIES.valueSerde().deserializer().deserialize(r.topic(), r.value()))
        .toList();
  }

  private void answer(String alert, Answer answer) {
    synchronized (answers) {
      answers.put(alert, answer);
    }
  }

  private static long committable(Dispatcher dispatcher) {
    return Objects.requireNonNull(dispatcher.finished().get(ALERTS)).offset();
  }

  @Test
  void tellsEachAlertOnceAndKeepsAReceipt() {
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    dispatcher.take(record(Json.write(Samples.alert("a", 1, "a later sighting"))));
    work(dispatcher, 1);
    assertThat(told()).containsExactly("a");
    assertThat(committable(dispatcher)).isEqualTo(2);
    Delivery receipt = receipts().get(0);
    assertThat(receipt.key()).isEqualTo("hook/a");
    assertThat(receipt.status()).isEqualTo(Delivery.Status.DELIVERED);
    assertThat(receipt.place()).isEqualTo(new Delivery.Place(0, 0));
    var headers = producer.history().get(0).headers();
    assertThat(Headers.text(headers, Headers.SCHEMA)).isEqualTo("delivery/1");
    assertThat(Headers.text(headers, "ce_id")).isEqualTo("hook/a/1");
  }

  @Test
  void goesOnAfterARecordThatCannotBeRead() {
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(record("{no"));
    dispatcher.take(alert("b", "ports"));
    work(dispatcher, 1);
    assertThat(told()).containsExactly("b");
    assertThat(committable(dispatcher)).isEqualTo(2);
  }

  @Test
  void leavesOutWhatTheNotifierDoesNotWant() {
    Dispatcher dispatcher =
        dispatcher(Duration.ZERO, new Notifier.Filter(List.of("storms"), Watch.Severity.LOW));
    dispatcher.take(alert("a", "ports"));
    dispatcher.take(alert("b", "storms"));
    work(dispatcher, 1);
    assertThat(told()).containsExactly("b");
  }

  @Test
  void noneOvertakesOneOfTheSameWatch() {
    answer("a", Answer.failed("out of ribbon"));
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    dispatcher.take(alert("b", "ports"));
    dispatcher.take(alert("c", "storms"));
    passUntilTold(dispatcher, "c");
    assertThat(told()).contains("a").doesNotContain("b");
    assertThat(committable(dispatcher)).isZero();
    answer("a", Answer.delivered("at last"));
    passUntilTold(dispatcher, "b");
    List<String> ports = told().stream().filter(id -> !id.equals("c")).distinct().toList();
    assertThat(ports).containsExactly("a", "b");
    assertThat(committable(dispatcher)).isEqualTo(3);
  }

  @Test
  void waitsLongerAfterEachFault() {
    answer("a", Answer.failed("out of ribbon"));
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    work(dispatcher, 1);
    for (int i = 0; i < 9; i++) {
      clock.pass(Duration.ofMinutes(15));
      work(dispatcher, 1);
    }
    List<Duration> waits =
        receipts().stream().map(r -> Duration.between(r.updated(), r.next())).toList();
    assertThat(waits.get(0)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(waits.get(3)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(16));
    assertThat(waits.get(9)).isBetween(Duration.ofSeconds(450), Duration.ofMinutes(15));
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() {
    answer("a", new Answer(Answer.Result.FAILED, "busy", Duration.ofHours(1)));
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    work(dispatcher, 1);
    clock.pass(Duration.ofMinutes(59));
    dispatcher.dispatch();
    dispatcher.settle();
    assertThat(told()).containsExactly("a");
    clock.pass(Duration.ofMinutes(2));
    work(dispatcher, 1);
    assertThat(told()).containsExactly("a", "a");
  }

  @Test
  void givesUpAfterADayAndGoesOn() {
    answer("a", Answer.failed("out of ribbon"));
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    dispatcher.take(alert("b", "ports"));
    work(dispatcher, 1);
    clock.pass(Duration.ofHours(12));
    work(dispatcher, 1);
    clock.pass(Duration.ofHours(13));
    work(dispatcher, 1);
    clock.pass(Duration.ofHours(1));
    work(dispatcher, 1);
    assertThat(told()).containsExactly("a", "a", "a", "b");
    assertThat(receipts())
        .extracting(Delivery::status)
        .containsExactly(
            Delivery.Status.RETRYING,
            Delivery.Status.RETRYING,
            Delivery.Status.DEAD,
            Delivery.Status.DELIVERED);
  }

  @Test
  void doesNotTryAgainWhatIsRefused() {
    answer("a", Answer.refused("too large"));
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    dispatcher.take(alert("b", "ports"));
    work(dispatcher, 2);
    assertThat(told()).containsExactly("a", "b");
    assertThat(receipts().get(0).status()).isEqualTo(Delivery.Status.DEAD);
    assertThat(receipts().get(0).detail()).isEqualTo("too large");
  }

  @Test
  void tellsNothingTwiceAfterARestart() {
    Dispatcher before = dispatcher();
    before.take(alert("a", "ports"));
    work(before, 1);
    offset = 0;
    Dispatcher after = dispatcher();
    after.take(alert("a", "ports"));
    after.take(alert("b", "ports"));
    work(after, 1);
    assertThat(told()).containsExactly("a", "b");
  }

  @Test
  void goesOnCountingAfterARestart() {
    answer("a", Answer.failed("out of ribbon"));
    Dispatcher before = dispatcher();
    before.take(alert("a", "ports"));
    work(before, 1);
    clock.pass(Duration.ofMinutes(1));
    work(before, 1);
    offset = 0;
    Dispatcher after = dispatcher();
    after.take(alert("a", "ports"));
    after.dispatch();
    after.settle();
    assertThat(told()).as("the wait goes on too").hasSize(2);
    clock.pass(Duration.ofMinutes(1));
    work(after, 1);
    assertThat(receipts()).extracting(Delivery::attempts).containsExactly(1, 2, 3);
  }

  @Test
  void tellsADigestTogether() {
    Dispatcher dispatcher = dispatcher(Duration.ofHours(1), Notifier.Filter.ALL);
    dispatcher.take(alert("a", "ports"));
    clock.pass(Duration.ofMinutes(30));
    dispatcher.take(alert("b", "storms"));
    dispatcher.dispatch();
    dispatcher.settle();
    assertThat(told()).isEmpty();
    clock.pass(Duration.ofMinutes(31));
    work(dispatcher, 1);
    assertThat(sent).containsExactly(List.of("a", "b"));
    assertThat(receipts()).extracting(Delivery::alert).containsExactly("a", "b");
    assertThat(committable(dispatcher)).isEqualTo(2);
  }

  @Test
  void letsGoOfPartitionsOfOthers() {
    answer("a", Answer.failed("out of ribbon"));
    Dispatcher dispatcher = dispatcher();
    dispatcher.take(alert("a", "ports"));
    work(dispatcher, 1);
    dispatcher.revoked(Set.of(ALERTS));
    clock.pass(Duration.ofHours(1));
    dispatcher.dispatch();
    dispatcher.settle();
    assertThat(told()).containsExactly("a");
    assertThat(dispatcher.waiting()).isZero();
    assertThat(dispatcher.finished()).isEmpty();
  }

  @Test
  void tellsAgainWhatHasNoReceipt() {
    Dispatcher dispatcher = dispatcher();
    producer.sendException = new IllegalStateException("Kafka is away");
    dispatcher.take(alert("a", "ports"));
    work(dispatcher, 1);
    assertThat(committable(dispatcher)).isZero();
    producer.sendException = null;
    clock.pass(Duration.ofMinutes(1));
    work(dispatcher, 1);
    assertThat(told()).containsExactly("a", "a");
    assertThat(committable(dispatcher)).isEqualTo(1);
  }
}
