package org.tocsin.enrich.dictionary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.DictionaryEntry;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Topics;
import org.tocsin.enrich.EnrichSettings;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Settings;

/** Writes entries to their topic and waits until all its replicas have them. */
final class KafkaEntryWriter implements EntryWriter {
  private static final int PATIENCE_SECONDS = 15;

  private final Settings settings;
  private final String topic;
  private @Nullable Producer<byte[], byte[]> producer;

  /** A writer that connects when something is to be written. */
  KafkaEntryWriter(Settings settings) {
    this.settings = settings;
    this.topic = Topics.DICTIONARY_ENTRIES.in(settings.get(KafkaSettings.PREFIX));
  }

  private synchronized Producer<byte[], byte[]> producer() {
    if (producer == null) {
      Properties properties = KafkaSettings.producer(settings);
      properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_SECONDS * 1_000);
      producer = new KafkaProducer<>(properties);
    }
    return producer;
  }

  @Override
  public List<Written> write(List<DictionaryEntry> entries) {
    List<Written> written = new ArrayList<>();
    try {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (DictionaryEntry entry : entries) {
        sent.add(producer().send(record(entry)));
      }
      for (Future<RecordMetadata> one : sent) {
        RecordMetadata place = one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        written.add(new Written(place.partition(), place.offset()));
      }
      return written;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing dictionary entries", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new OperatorException(
          written.size() + " of " + entries.size() + " entries were written to " + topic,
          "Check that Kafka can be reached and the topic exists, and send all of them again.",
          e);
    }
  }

  private ProducerRecord<byte[], byte[]> record(DictionaryEntry entry) {
    RecordHeaders headers = new RecordHeaders();
    Headers.into(headers)
        .describe(
            DictionaryEntry.class,
            entry.id() + "/" + entry.version(),
            EnrichSettings.STAGE,
            entry.updated());
    byte[] value = Topics.DICTIONARY_ENTRIES.valueSerde().serializer().serialize(topic, entry);
    return new ProducerRecord<>(
        topic, null, null, entry.id().getBytes(StandardCharsets.UTF_8), value, headers);
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close();
    }
  }
}
