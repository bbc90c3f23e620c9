package org.tocsin.enrich.topology;

import java.time.Duration;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a store what was not seen for a window. A slice at each minute of stream time, and
 * so no transaction lasts long however large the store is: more than a million entries a day.
 */
final class Sweep<V> {
  /** Entries looked at in one go. */
  static final int SLICE = 1_000;

  private static final Duration EVERY = Duration.ofMinutes(1);

  private final KeyValueStore<String, V> store;
  private final ToLongFunction<V> seen;
  private final Duration window;

  /** Where the next slice begins; null for the beginning. */
  private @Nullable String next;

  private Sweep(KeyValueStore<String, V> store, ToLongFunction<V> seen, Duration window) {
    this.store = store;
    this.seen = seen;
    this.window = window;
  }

  /**
   * Sweeps a store from now on.
   *
   * @param seen stream time when an entry was last seen, in milliseconds
   */
  static <V> void schedule(
      ProcessorContext<?, ?> context,
      KeyValueStore<String, V> store,
      ToLongFunction<V> seen,
      Duration window) {
    Sweep<V> sweep = new Sweep<>(store, seen, window);
    context.schedule(EVERY, PunctuationType.STREAM_TIME, sweep::slice);
  }

  private void slice(long now) {
    try (KeyValueIterator<String, V> rest = store.range(next, null)) {
      for (int i = 0; i < SLICE && rest.hasNext(); i++) {
        KeyValue<String, V> entry = rest.next();
        if (seen.applyAsLong(entry.value) < now - window.toMillis()) {
          store.delete(entry.key);
        }
      }
      next = rest.hasNext() ? rest.peekNextKey() : null;
    }
  }
}
