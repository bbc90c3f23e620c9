package org.tocsin.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the reading of a body that drips: the HTTP client's own timeout is over with the headers.
 * Closing the stream makes the reader fail.
 */
final class Deadline {
  private static final Logger LOG = LoggerFactory.getLogger(Deadline.class);

  private Deadline() {}

  /** Reading that may fail. */
  interface Reading<T> {
    T read() throws IOException;
  }

  static <T> T within(Duration time, InputStream body, Reading<T> reading) throws IOException {
    AtomicBoolean late = new AtomicBoolean();
    Executor after = CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<Void> alarm =
        CompletableFuture.runAsync(
            () -> {
              late.set(true);
              close(body);
            },
            after);
    try {
      return reading.read();
    } catch (IOException e) {
      throw late.get() ? new IOException("took longer than " + time.toSeconds() + " s", e) : e;
    } finally {
      alarm.cancel(false);
    }
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      LOG.debug("A late body did not close", e);
    }
  }
}
