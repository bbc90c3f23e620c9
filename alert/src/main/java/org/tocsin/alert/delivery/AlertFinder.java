package org.tocsin.alert.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Delivery;
import org.tocsin.contract.Topics;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Settings;

/** Reads one record of {@code alerts} again. */
final class AlertFinder {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Settings settings;

  AlertFinder(Settings settings) {
    this.settings = settings;
  }

  /**
   * The alert at a place; empty where it is no longer kept, or where another stands there because
   * the topic was made anew.
   */
  Optional<Alert> at(Delivery.Place place, String notice) {
    return at(place).filter(alert -> alert.notice().equals(notice));
  }

  private Optional<Alert> at(Delivery.Place place) {
    TopicPartition partition =
        new TopicPartition(Topics.ALERTS.in(settings.get(KafkaSettings.PREFIX)), place.partition());
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(KafkaSettings.consumer(settings, null))) {
      consumer.assign(List.of(partition));
      if (consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L)
          > place.offset()) {
        return Optional.empty();
      }
      consumer.seek(partition, place.offset());
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
        if (record.offset() == place.offset()) {
          return Optional.of(
              Topics.ALERTS
                  .valueSerde()
                  .deserializer()
                  .deserialize(record.topic(), record.value()));
        }
      }
      return Optional.empty();
    }
  }
}
