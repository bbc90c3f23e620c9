package org.tocsin.alert.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.Samples;
import org.tocsin.contract.Article;
import org.tocsin.contract.Json;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Topics;

class RecordFinderTest {
  private static final TopicPartition ARTICLES = new TopicPartition("articles", 0);
  private static final TopicPartition LETTERS = new TopicPartition("dead-letters", 0);
  private static final Instant NOON = Samples.NOON;

  private final AtomicInteger polls = new AtomicInteger();
  private final AtomicInteger read = new AtomicInteger();
  private final RecordFinder finder = new RecordFinder(filled(ARTICLES), filled(LETTERS), "");

  @AfterEach
  void close() {
    finder.close();
  }

  /** A partition of which offsets 10 to 19 are left, one record a minute from noon on. */
  private final class Broker extends MockConsumer<byte[], byte[]> {
    private final TopicPartition partition;
    private boolean fed;

    Broker(TopicPartition partition) {
      super("earliest");
      this.partition = partition;
      updatePartitions(
          partition.topic(), List.of(new PartitionInfo(partition.topic(), 0, null, null, null)));
      updateBeginningOffsets(Map.of(partition, 10L));
      updateEndOffsets(Map.of(partition, 20L));
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> times, Duration patience) {
      long minute = (times.getOrDefault(partition, 0L) - NOON.toEpochMilli()) / 60_000;
      return Map.of(partition, new OffsetAndTimestamp(10 + Math.max(0, minute), 0));
    }

    @Override
    public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
      polls.incrementAndGet();
      if (!fed) {
        fed = true;
        for (long offset = 10; offset < 20; offset++) {
          addRecord(record(partition, offset));
        }
      }
      ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
      read.addAndGet(records.count());
      return records;
    }
  }

  private Supplier<Consumer<byte[], byte[]>> filled(TopicPartition partition) {
    return () -> new Broker(partition);
  }

  private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset) {
    String id = "article-" + offset % 5;
    Instant time = NOON.plusSeconds(60 * (offset - 10));
    Article article =
        new Article(
            id, null, "Gazette", null, "Text " + offset + ".", "en", time, time, null, Lane.LIVE);
    return new ConsumerRecord<>(
        partition.topic(),
        0,
        offset,
        time.toEpochMilli(),
        TimestampType.CREATE_TIME,
        -1,
        -1,
        bytes(id),
        bytes(Json.write(article)),
        new RecordHeaders(),
        Optional.empty());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Optional<String> text(String id, Instant since, RecordFinder.Which which) {
    return finder.find(Topics.ARTICLES, id, null, since, which).map(Article::text);
  }

  @Test
  void findsAnArticleFromItsTimeOn() {
    assertThat(text("article-1", NOON, RecordFinder.Which.FIRST)).contains("Text 11.");
    assertThat(text("article-1", NOON.plusSeconds(120), RecordFinder.Which.FIRST))
        .contains("Text 16.");
    assertThat(text("article-1", NOON, RecordFinder.Which.LAST)).contains("Text 16.");
    assertThat(text("article-9", NOON, RecordFinder.Which.LAST)).isEmpty();
  }

  @Test
  void asksForTimesBefore1970AsKafkaKnowsThem() {
    assertThat(text("article-1", Instant.parse("1955-01-01T00:00:00Z"), RecordFinder.Which.FIRST))
        .contains("Text 11.");
  }

  @Test
  void fetchesTheRecordAtAPlace() {
    assertThat(finder.at(Topics.DEAD_LETTERS, new Trace.Place(0, 17)))
        .map(ConsumerRecord::offset)
        .contains(17L);
  }

  @Test
  void doesNotWaitForARecordThatCannotCome() {
    for (Trace.Place place :
        List.of(new Trace.Place(0, 9), new Trace.Place(0, 20), new Trace.Place(99_999, 1))) {
      assertThat(finder.at(Topics.DEAD_LETTERS, place)).isEmpty();
    }
    assertThat(polls).hasValue(0);
  }
}
