package org.tocsin.contract;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * A topic as a typed constant.
 *
 * @param name without the configured prefix
 * @param key what the key is, in words
 * @param compacted whether only the last record of each key is kept
 * @param retention how long records stay; null for ever, which only a compacted topic may
 * @param writers modules that write it
 * @param readers modules that read it; {@code integrators} where it is part of the public interface
 * @param purpose one sentence
 */
public record Topic<K, V>(
    String name,
    String key,
    Serde<K> keySerde,
    Serde<V> valueSerde,
    Class<V> valueType,
    boolean compacted,
    @Nullable Duration retention,
    List<String> writers,
    List<String> readers,
    String purpose) {
  /** The major version of the value's schema, carried in {@link Headers#SCHEMA}. */
  public static final int SCHEMA_VERSION = 1;

  public Topic {
    if (!name.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException("topic names are lower case with hyphens: " + name);
    }
    if (!compacted && retention == null) {
      throw new IllegalArgumentException("nothing would ever leave " + name);
    }
    writers = List.copyOf(writers);
    readers = List.copyOf(readers);
  }

  /** The name in a cluster where all topics of this installation share a prefix. */
  public String in(String prefix) {
    return prefix + name;
  }
}
