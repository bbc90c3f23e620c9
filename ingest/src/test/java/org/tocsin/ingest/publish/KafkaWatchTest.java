package org.tocsin.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KafkaWatchTest {
  private final AtomicReference<@Nullable String> fault = new AtomicReference<>("no leader");

  @Test
  void tellsHowKafkaIsNowAndNotHowItWas() {
    try (KafkaWatch watch = new KafkaWatch(question(), 1)) {
      assertThat(watch.failure()).isEqualTo("no answer yet");
      watch.start();
      await().until(() -> "no leader".equals(watch.failure()));

      fault.set(null);
      await().until(() -> watch.failure() == null);

      fault.set("gone again");
      await().until(() -> "gone again".equals(watch.failure()));
    }
  }

  private KafkaWatch.Question question() {
    return new KafkaWatch.Question() {
      @Override
      public void ask() throws ExecutionException {
        String told = fault.get();
        if (told != null) {
          throw new ExecutionException(new KafkaException(told));
        }
      }

      @Override
      public void close() {}
    };
  }
}
