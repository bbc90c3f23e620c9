package org.tocsin.ingest.source;

import io.micrometer.core.instrument.Gauge;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.ingest.IngestSettings;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.publish.ArticlePublisher;
import org.tocsin.service.Metrics;
import org.tocsin.service.Settings;

/**
 * All configured sources, polled on one pool of threads. A source schedules its next poll when the
 * last one is over, so that a slow one takes one thread at most.
 */
public final class Sources implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sources.class);

  /** First polls are spread over this time. */
  private static final int FIRST_WITHIN_MS = 2_000;

  private final List<PolledSource> sources = new ArrayList<>();
  private final ScheduledExecutorService threads;

  /** Sources that are not polled yet. */
  public Sources(
      Settings settings,
      ArticleReader reader,
      ArticlePublisher publisher,
      Metrics metrics,
      Clock clock) {
    FeedFetcher fetcher = FeedFetcher.of(settings);
    for (SourceSettings source : SourceSettings.all(settings)) {
      Source read =
          source.kind() == SourceSettings.Kind.FEED
              ? new FeedSource(source, fetcher, reader)
              : new FolderSource(source.name(), Path.of(source.location()), reader);
      PolledSource polled = new PolledSource(source, read, publisher, clock);
      sources.add(polled);
      register(polled, metrics);
    }
    ScheduledThreadPoolExecutor pool =
        new ScheduledThreadPoolExecutor(
            settings.get(IngestSettings.THREADS), work -> new Thread(work, "ingest-source"));
    pool.setRemoveOnCancelPolicy(true);
    this.threads = pool;
  }

  private static void register(PolledSource source, Metrics metrics) {
    String name = source.state().name();
    for (SourceState.Status status : SourceState.Status.values()) {
      Gauge.builder("tocsin.ingest.source", source, s -> s.state().status() == status ? 1 : 0)
          .description("1 at the status the source has.")
          .tag("source", name)
          .tag("status", status.name().toLowerCase(Locale.ROOT))
          .register(metrics.registry());
    }
    Gauge.builder("tocsin.ingest.source.inputs", source, s -> s.state().inputs())
        .description("Inputs the source gave since the start.")
        .tag("source", name)
        .register(metrics.registry());
  }

  /** Begins to poll. */
  public void start() {
    for (PolledSource source : sources) {
      schedule(source, ThreadLocalRandom.current().nextInt(1, FIRST_WITHIN_MS));
    }
  }

  /** Polls a source after a while, and then again and again. */
  void schedule(PolledSource source, long delayMillis) {
    try {
      ScheduledFuture<?> unused =
          threads.schedule(() -> run(source), delayMillis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("Not polled again because ingest stops", e);
    }
  }

  private void run(PolledSource source) {
    try {
      source.poll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      // Whatever was thrown: the pool drops it, and a source that is not scheduled is lost.
      if (!Thread.currentThread().isInterrupted()) {
        schedule(source, source.pause().toMillis());
      }
    }
  }

  /** How each source is, in order of their names. */
  public List<SourceState> states() {
    return sources.stream().map(PolledSource::state).toList();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("Some sources did not stop in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
