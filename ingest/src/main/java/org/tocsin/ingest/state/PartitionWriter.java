package org.tocsin.ingest.state;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Settings;

/**
 * Writes transactions for the sources of one partition. Its transactional id is the partition's, so
 * that a new owner ends what the last one left open; each transaction also commits an offset in the
 * name of the group, which Kafka refuses to a member that the group went on without. So neither a
 * dead nor a sleeping owner can write behind the back of the new one.
 */
final class PartitionWriter {
  private static final Logger LOG = LoggerFactory.getLogger(PartitionWriter.class);
  private static final int BLOCK_MS = 15_000;
  private static final int TRANSACTION_MS = 20_000;

  private final TopicPartition partition;
  private final Supplier<Producer<byte[], byte[]>> producers;
  private @Nullable Producer<byte[], byte[]> producer;
  private boolean closed;

  /** A writer that is not open, over producers made by others. */
  PartitionWriter(TopicPartition partition, Supplier<Producer<byte[], byte[]>> producers) {
    this.partition = partition;
    this.producers = producers;
  }

  static PartitionWriter of(Settings settings, TopicPartition partition) {
    Properties config = KafkaSettings.producer(settings);
    config.put(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
        KafkaSettings.group(settings, "ingest-sources-" + partition.partition()));
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MS);
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, BLOCK_MS / 2);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, BLOCK_MS);
    return new PartitionWriter(partition, () -> new KafkaProducer<>(config));
  }

  /**
   * Ends whatever the last owner left open.
   *
   * @throws KafkaException where Kafka does not answer; to be tried again
   * @throws IllegalStateException where it was closed
   */
  synchronized void open() {
    if (closed) {
      throw new IllegalStateException("closed, because the partition is lost");
    }
    if (producer == null) {
      Producer<byte[], byte[]> created = producers.get();
      try {
        created.initTransactions();
      } catch (RuntimeException | Error e) {
        created.close(Duration.ZERO);
        throw e;
      }
      producer = created;
    }
  }

  /**
   * Writes all records or none.
   *
   * @throws CommitFailedException where the group went on without us, or is about to; nothing was
   *     written
   * @throws KafkaException where that is not certain; the writer has to be opened again
   */
  synchronized void write(
      List<ProducerRecord<byte[], byte[]>> records, ConsumerGroupMetadata group) {
    open();
    Producer<byte[], byte[]> out = producer;
    if (out == null) {
      throw new IllegalStateException("not open");
    }
    try {
      out.beginTransaction();
      for (ProducerRecord<byte[], byte[]> record : records) {
        Future<?> unused = out.send(record); // A failure fails the commit.
      }
      out.sendOffsetsToTransaction(Map.of(partition, new OffsetAndMetadata(0)), group);
      out.commitTransaction();
    } catch (CommitFailedException e) {
      abort(out);
      throw e;
    } catch (KafkaException | IllegalStateException e) {
      drop();
      throw e;
    }
  }

  /**
   * The group did not know us: nothing of it was committed, and the producer is as good as ever.
   */
  private void abort(Producer<byte[], byte[]> out) {
    try {
      out.abortTransaction();
    } catch (KafkaException | IllegalStateException e) {
      LOG.debug("A transaction was not aborted; the producer is dropped", e);
      drop();
    }
  }

  /** Ends it for good. */
  synchronized void close() {
    closed = true;
    drop();
  }

  /** Drops the producer; what it left open is ended by the next {@link #open}. */
  private synchronized void drop() {
    if (producer != null) {
      try {
        producer.close(Duration.ZERO);
      } catch (KafkaException e) {
        LOG.debug("A producer did not close", e);
      }
      producer = null;
    }
  }
}
