package org.tocsin.enrich.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.DictionaryEntry;
import org.tocsin.enrich.actor.ActorBook;
import org.tocsin.enrich.actor.ActorTagger;

class DictionaryReaderTest {
  private static final String TOPIC = "t-dictionary-entries";
  private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
  private static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final LiveDictionary dictionary =
      new LiveDictionary(new ActorTagger(ActorBook.of("1", List.of())), names -> {});
  private final AtomicInteger read = new AtomicInteger();
  private final DictionaryReader reader =
      new DictionaryReader(dictionary, this::consumer, TOPIC, read::incrementAndGet);

  /** A consumer that knows both partitions; what is to be read is added by the tests. */
  private MockConsumer<byte[], byte[]> consumer() {
    consumer.updatePartitions(
        TOPIC,
        List.of(
            new PartitionInfo(TOPIC, 0, null, null, null),
            new PartitionInfo(TOPIC, 1, null, null, null)));
    consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
    return consumer;
  }

  private void add(TopicPartition partition, long offset, DictionaryEntry entry) {
    consumer.addRecord(
        new ConsumerRecord<>(
            TOPIC, partition.partition(), offset, Entries.key(entry.id()), Entries.value(entry)));
  }

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void isReadyWhenAllPartitionsWereReadToTheirEnds() {
    consumer.updateEndOffsets(Map.of(FIRST, 1L, SECOND, 1L));
    consumer.schedulePollTask(() -> add(FIRST, 0, Entries.entry("ngo:a", "Alpha Quorn")));
    reader.start();
    await().until(() -> consumer.position(FIRST) == 1);
    assertThat(reader.readiness().ready()).isFalse();
    assertThat(read).hasValue(0);
    add(SECOND, 0, Entries.entry("ngo:b", "Beta Quorn"));
    await().until(() -> reader.readiness().ready());
    assertThat(read).hasValue(1);
    assertThat(dictionary.edition().said())
        .extracting(DictionaryEntry::id)
        .containsExactly("ngo:a", "ngo:b");
  }

  @Test
  void burstOfAThousandChangesIsFewEditions() {
    consumer.updateEndOffsets(Map.of(FIRST, 0L, SECOND, 0L));
    reader.start();
    await().until(() -> reader.readiness().ready());
    int before = dictionary.published();
    for (int i = 0; i < 1_000; i++) {
      add(FIRST, i, Entries.entry("ngo:n" + i, "Quorn" + i));
    }
    await().until(() -> dictionary.edition().said().size() == 1_000);
    assertThat(dictionary.published() - before).isBetween(1, 50);
    assertThat(read).hasValue(1);
  }

  @Test
  void stopsAtOnce() {
    consumer.updateEndOffsets(Map.of(FIRST, 0L, SECOND, 0L));
    reader.start();
    await().until(() -> reader.readiness().ready());
    reader.close();
    assertThat(consumer.closed()).isTrue();
  }

  @Test
  void saysWhatKeepsItFromReading() {
    consumer.setOffsetsException(new KafkaException("the brokers are away"));
    reader.start();
    await().until(() -> reader.readiness().detail().contains("the brokers are away"));
    assertThat(read).hasValue(0);
  }
}
