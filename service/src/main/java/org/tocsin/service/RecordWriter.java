package org.tocsin.service;

import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Writes what people did to topics, a record at a time, and waits until all replicas have it. */
public final class RecordWriter implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 15;

  private final Producer<byte[], byte[]> producer;

  public RecordWriter(Settings settings) {
    Properties properties = KafkaSettings.producer(settings);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_SECONDS * 1_000);
    producer = new KafkaProducer<>(properties);
  }

  /**
   * Writes a record.
   *
   * @param what for the message of a fault: {@code the watch 'ports'}
   * @return where it lies
   * @throws OperatorException where Kafka does not confirm it in time
   */
  public RecordMetadata write(ProducerRecord<byte[], byte[]> record, String what) {
    try {
      return producer.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing " + what, e);
    } catch (ExecutionException | TimeoutException e) {
      throw new OperatorException(
          what + " could not be written to " + record.topic(),
          "Check that Kafka can be reached and the topic exists.",
          e);
    }
  }

  /** How many partitions a topic has, for records that lie by something else than their key. */
  public int partitions(String topic) {
    return producer.partitionsFor(topic).size();
  }

  @Override
  public void close() {
    producer.close();
  }
}
