package org.tocsin.ingest.state;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.Headers;
import org.tocsin.contract.IngestNote;
import org.tocsin.contract.Topics;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Settings;

/** Notes in {@code ingest-notes}, where they are kept for a day. */
public final class KafkaNotes implements Notes {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaNotes.class);
  private static final int TIMEOUT_MS = 10_000;

  private final List<Consumer<IngestNote>> readers = new CopyOnWriteArrayList<>();
  private final TopicFollower<IngestNote> follower;
  private final Producer<byte[], byte[]> producer;
  private final String topic;
  private final int partitions;
  private final Clock clock;
  private volatile CompletableFuture<Void> read = new CompletableFuture<>();

  public KafkaNotes(Settings settings, Clock clock) {
    this.topic = Topics.INGEST_NOTES.in(settings.get(KafkaSettings.PREFIX));
    this.partitions = settings.get(KafkaSettings.PARTITIONS);
    this.clock = clock;
    this.follower = new TopicFollower<>(settings, Topics.INGEST_NOTES, this::tell);
    Properties config = KafkaSettings.producer(settings);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS / 2);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    this.producer = new KafkaProducer<>(config);
  }

  /** Begins to read; those who follow have said so before. */
  public void start() {
    follower.start();
    read =
        CompletableFuture.allOf(
            IntStream.range(0, partitions)
                .mapToObj(follower::upToDate)
                .toArray(CompletableFuture[]::new));
  }

  private void tell(IngestNote note) {
    readers.forEach(reader -> reader.accept(note));
  }

  @Override
  public void follow(Consumer<IngestNote> reader) {
    readers.add(reader);
  }

  @Override
  public boolean upToDate() {
    return read.isDone();
  }

  @Override
  public boolean write(IngestNote note) {
    try {
      producer.send(record(note)).get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
      return true;
    } catch (KafkaException | IllegalStateException | ExecutionException | TimeoutException e) {
      LOG.warn("A note about {} was not kept: {}", note.name(), e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private ProducerRecord<byte[], byte[]> record(IngestNote note) {
    byte[] key = note.key().getBytes(StandardCharsets.UTF_8);
    byte[] value = Topics.INGEST_NOTES.valueSerde().serializer().serialize(topic, note);
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, value);
    Headers.into(record.headers())
        .describe(IngestNote.class, note.key() + "." + note.at(), "ingest", clock.instant());
    return record;
  }

  @Override
  public void close() {
    follower.close();
    producer.close(Duration.ofSeconds(1));
  }
}
