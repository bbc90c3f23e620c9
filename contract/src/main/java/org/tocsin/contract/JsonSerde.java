package org.tocsin.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Reads and writes a record as JSON. Null stays null: a tombstone. */
public final class JsonSerde<T> implements Serde<T> {
  private final Class<T> type;

  public JsonSerde(Class<T> type) {
    this.type = type;
  }

  @Override
  @SuppressWarnings("NullAway") // Kafka's serializers carry tombstones as null.
  public Serializer<T> serializer() {
    return (topic, value) -> {
      try {
        return value == null ? null : Json.mapper().writeValueAsBytes(value);
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
        return bytes == null ? null : Json.mapper().readValue(bytes, type);
      } catch (IOException e) {
        throw new SerializationException(
            "not a readable " + type.getSimpleName() + ": " + e.getMessage(), e);
      }
    };
  }
}
