package org.tocsin.enrich.topology;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.smile.SmileGenerator;
import com.fasterxml.jackson.dataformat.smile.databind.SmileMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.tocsin.contract.JsonSerde;

/**
 * Reads and writes records in Smile, the binary form of JSON: for stores and internal topics, which
 * nobody outside reads. Fields keep their names, so a record may grow.
 */
final class SmileSerde<T> implements Serde<T> {
  private static final ObjectMapper MAPPER =
      SmileMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new IntsModule())
          .disable(SmileGenerator.Feature.ENCODE_BINARY_AS_7BIT)
          // Half a character, as texts cut by units have it, is no reason to lose an article.
          .enable(SmileGenerator.Feature.LENIENT_UTF_ENCODING)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Class<T> type;

  SmileSerde(Class<T> type) {
    this.type = type;
  }

  @Override
  @SuppressWarnings("NullAway") // Kafka's serializers carry tombstones as null.
  public Serializer<T> serializer() {
    return (topic, value) -> {
      try {
        return value == null ? null : JsonSerde.bounded(MAPPER.writeValueAsBytes(value), type);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  @Override
  @SuppressWarnings("NullAway") // Kafka's deserializers carry tombstones as null.
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> {
      try {
        return bytes == null ? null : MAPPER.readValue(bytes, type);
      } catch (IOException e) {
        throw new SerializationException(
            "not a readable " + type.getSimpleName() + ": " + e.getMessage(), e);
      }
    };
  }
}
