package org.tocsin.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class SweepTest {
  private final MockProcessorContext<String, Long> context = new MockProcessorContext<>();

  @Test
  void sweepsALargeStoreInSlices() {
    KeyValueStore<String, Long> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("seen"), Serdes.String(), Serdes.Long())
            .withLoggingDisabled()
            .build();
    store.init(context.getStateStoreContext(), store);
    int old = 3 * Sweep.SLICE;
    for (int i = 0; i < old + 7; i++) {
      store.put(String.format("%06d", i), i < old ? 0L : 90L);
    }
    Sweep.schedule(context, store, Long::longValue, Duration.ofMillis(50));
    var punctuator = context.scheduledPunctuators().get(0).getPunctuator();

    punctuator.punctuate(100);
    assertThat(store.approximateNumEntries()).isEqualTo(old - Sweep.SLICE + 7);
    for (int slice = 0; slice < 3; slice++) {
      punctuator.punctuate(100);
    }
    assertThat(store.approximateNumEntries()).isEqualTo(7);
    punctuator.punctuate(150);
    assertThat(store.approximateNumEntries()).isZero();
  }
}
