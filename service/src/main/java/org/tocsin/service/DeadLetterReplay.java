package org.tocsin.service;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.tocsin.contract.DeadLetter;
import org.tocsin.contract.Headers;

/** Sends a record that could not be processed to the topic it came from once more. */
public final class DeadLetterReplay {
  private static final String OWN_HEADERS = "dead-letter.";

  private DeadLetterReplay() {}

  /**
   * The record as it was.
   *
   * @param letter a record of the dead letters
   * @param prefix of the topics
   * @return empty where it never reached Kafka: then its source is to be put right
   */
  @SuppressWarnings("NullAway") // Kafka's records carry absent keys and values as null.
  public static Optional<ProducerRecord<byte[], byte[]>> of(
      ConsumerRecord<byte[], byte[]> letter, String prefix) {
    String topic = Headers.text(letter.headers(), DeadLetter.TOPIC);
    if (topic == null) {
      return Optional.empty();
    }
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(prefix + topic, null, null, letter.key(), letter.value());
    for (Header header : letter.headers()) {
      if (!header.key().startsWith(OWN_HEADERS)) {
        record.headers().add(header);
      }
    }
    return Optional.of(record);
  }
}
