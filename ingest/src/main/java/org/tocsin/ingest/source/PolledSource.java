package org.tocsin.ingest.source;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.publish.ArticlePublisher;
import org.tocsin.ingest.publish.Receipt;

/** One source with its state: polls it, publishes what is new, and knows when to ask again. */
final class PolledSource {
  private static final Logger LOG = LoggerFactory.getLogger(PolledSource.class);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 10;

  /** Polls are spread by this share of their interval, so that sources do not march in step. */
  private static final double JITTER = 0.1;

  private final SourceSettings settings;
  private final Source source;
  private final ArticlePublisher publisher;
  private final Clock clock;
  private volatile SourceState state;

  PolledSource(SourceSettings settings, Source source, ArticlePublisher publisher, Clock clock) {
    this.settings = settings;
    this.source = source;
    this.publisher = publisher;
    this.clock = clock;
    this.state = SourceState.waiting(settings);
  }

  SourceState state() {
    return state;
  }

  /** Asks the source once. Whatever goes wrong is in the state afterwards, and nowhere else. */
  void poll() throws InterruptedException {
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    try {
      int found = source.poll(parsed -> publish(parsed, receipts));
      receipts.forEach(CompletableFuture::join);
      source.accepted();
      state = state.answered(found, receipts.size(), clock.instant());
    } catch (IOException e) {
      fail(e);
    } catch (CompletionException e) {
      fail(e.getCause() == null ? e : e.getCause());
    } catch (RuntimeException | Error e) {
      // Also a text that overflows the stack or fills the memory: one source, not the whole pool.
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      fail(e);
    }
  }

  private void publish(Parsed parsed, List<CompletableFuture<Receipt>> receipts) {
    try {
      receipts.add(publisher.publish(parsed, settings.lane()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while publishing", e);
    }
  }

  private void fail(Throwable fault) {
    String told = fault.getMessage();
    String message = told == null || fault instanceof Error ? fault.toString() : told;
    state = state.failed(message, clock.instant());
    LOG.warn("Source {} failed, {} in a row: {}", settings.name(), state.failures(), message);
  }

  /** How long to wait until the next poll: longer for a source that keeps failing. */
  Duration pause() {
    long every = settings.every().toMillis();
    long longest = Math.max(every, LONGEST_PAUSE.toMillis());
    long base = Math.min(longest, every << Math.min(state.failures(), MOST_DOUBLINGS));
    double spread = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
    return Duration.ofMillis(Math.max(1, Math.round(base * spread)));
  }
}
