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

  /**
   * Largest record written, in bytes: what topics and producers take, less their own overhead. A
   * larger one fails here, where a transaction survives it, and not in the producer, where none
   * does.
   */
  public static final int MAX_BYTES = 15 << 20;

  public JsonSerde(Class<T> type) {
    this.type = type;
  }

  @Override
  @SuppressWarnings("NullAway") // Kafka's serializers carry tombstones as null.
  public Serializer<T> serializer() {
    return (topic, value) -> {
      try {
        return value == null ? null : bounded(Json.mapper().writeValueAsBytes(value), type);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  /**
   * The bytes, where they fit into a record.
   *
   * @throws SerializationException where they do not
   */
  public static byte[] bounded(byte[] bytes, Class<?> type) {
    if (bytes.length > MAX_BYTES) {
      throw new SerializationException(
          type.getSimpleName() + " of " + bytes.length + " bytes, over the limit of " + MAX_BYTES);
    }
    return bytes;
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
