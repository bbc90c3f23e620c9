package org.tocsin.ingest.source;

import io.micrometer.core.instrument.Gauge;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.FetchState.Status;
import org.tocsin.ingest.IngestSettings;
import org.tocsin.ingest.fetch.Fetcher;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.state.Notes;
import org.tocsin.ingest.state.SourceStore;
import org.tocsin.ingest.state.SourceStore.LostSourceException;
import org.tocsin.service.Metrics;
import org.tocsin.service.Settings;

/**
 * All configured sources. A look every few milliseconds finds those that are ours, due by their
 * state, not being polled, and whose host is free; each is polled on a pool of threads, the one
 * that waits longest first.
 */
public final class Sources implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sources.class);
  private static final long LOOK_MILLIS = 20;

  private final List<PolledSource> sources = new ArrayList<>();
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final SourceStore store;
  private final Fetcher fetcher;
  private final Clock clock;
  private final ScheduledExecutorService look =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "ingest-due"));
  private final ExecutorService threads;
  private final Semaphore free;
  private final HostShares shares;

  /** Hosts by address, known to the looking thread only. */
  private final Map<String, String> hosts = new HashMap<>();

  private final Acknowledgements acknowledgements;

  /** Sources that are not polled yet. */
  public Sources(
      Settings settings,
      ArticleReader reader,
      SourceStore store,
      Notes notes,
      Metrics metrics,
      Clock clock) {
    this.store = store;
    this.clock = clock;
    this.fetcher = new Fetcher(settings, metrics, clock);
    Cadence cadence = Cadence.of(settings);
    Alarms alarms = new Alarms(settings.get(IngestSettings.ALARM_EVERY), metrics);
    List<SourceSettings> configured = SourceSettings.all(settings);
    Twins twins = new Twins(configured.stream().map(SourceSettings::name).toList(), store);
    SourceKinds kinds = new SourceKinds(settings, fetcher, reader, twins, clock);
    String owner = owner();
    for (SourceSettings source : configured) {
      PolledSource polled =
          new PolledSource(source, kinds.of(source), store, cadence, alarms, clock, owner);
      sources.add(polled);
      register(polled, metrics);
    }
    int most = settings.get(IngestSettings.THREADS);
    this.free = new Semaphore(most);
    this.shares = new HostShares(settings.get(IngestSettings.HOST_CONCURRENCY), most);
    this.threads = Executors.newFixedThreadPool(most, work -> new Thread(work, "ingest-source"));
    this.acknowledgements = new Acknowledgements(this::find, this::alone, store, notes, clock);
  }

  private static String owner() {
    return "ingest-" + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
  }

  private static void register(PolledSource source, Metrics metrics) {
    String name = source.settings().name();
    for (Status status : Status.values()) {
      Gauge.builder(
              "tocsin.ingest.source", source, s -> s.mine() && s.state().status() == status ? 1 : 0)
          .description("1 at the status the source has, at the instance that polls it.")
          .tag("source", name)
          .tag("status", status.label())
          .register(metrics.registry());
    }
    Gauge.builder("tocsin.ingest.source.inputs", source, s -> s.state().inputs())
        .description("Inputs the source gave in all.")
        .tag("source", name)
        .register(metrics.registry());
    Gauge.builder(
            "tocsin.ingest.source.alarm", source, s -> s.mine() && Alarms.due(s.state()) ? 1 : 0)
        .description("1 while somebody should look at the source and has not said that he did.")
        .tag("source", name)
        .register(metrics.registry());
  }

  /** Begins to poll. */
  public void start() {
    store.start();
    ScheduledFuture<?> unused =
        look.scheduleWithFixedDelay(this::lookAround, 1, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void lookAround() {
    try {
      shares.look();
      for (PolledSource source : longestDue(clock.instant())) {
        String host = host(source);
        if (free.availablePermits() > 0 && fetcher.ready(host) && shares.enter(host)) {
          begin(source, host);
        }
      }
    } catch (RuntimeException | Error e) {
      LOG.error("Looking for due sources failed; looking again", e);
    }
  }

  /** Who waits longest comes first: where there is more to do than can be done, all are late. */
  private List<PolledSource> longestDue(Instant now) {
    if (free.availablePermits() == 0) {
      return List.of();
    }
    Map<PolledSource, Instant> due = new HashMap<>();
    for (PolledSource source : sources) {
      boolean ours = !busy.contains(source.settings().name()) && source.mine();
      Instant next = ours ? source.state().next() : Instant.MAX;
      if (!next.isAfter(now)) {
        due.put(source, next);
      }
    }
    return due.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The host that is asked next; none for a folder. */
  private String host(PolledSource source) {
    SourceSettings settings = source.settings();
    return settings.kind() == SourceSettings.Kind.FOLDER
        ? ""
        : hosts.computeIfAbsent(
            Asked.of(settings.location(), source.state()).address(), fetcher::host);
  }

  private void begin(PolledSource source, String host) {
    if (!free.tryAcquire()) {
      shares.leave(host);
      return;
    }
    busy.add(source.settings().name());
    execute(
        () -> source.poll(),
        () -> {
          busy.remove(source.settings().name());
          shares.leave(host);
          free.release();
        });
  }

  /** Whatever is thrown, the end is done: a source that stays busy is lost. */
  private void execute(Acknowledgements.Work work, Runnable end) {
    try {
      threads.execute(
          () -> {
            try {
              work.run();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            } finally {
              end.run();
            }
          });
    } catch (RejectedExecutionException e) {
      LOG.debug("Not done because ingest stops", e);
      end.run();
    }
  }

  /** How each source is, in order of their names. */
  public List<SourceView> states() {
    return sources.stream().map(s -> SourceView.of(s.state(), s.mine())).toList();
  }

  /** Why none can be polled now; null where all is well. */
  public @Nullable String trouble() {
    return store.trouble();
  }

  /** The sources as configured. */
  public List<SourceSettings> configured() {
    return sources.stream().map(PolledSource::settings).toList();
  }

  /**
   * Takes the operator's word that he knows of a source's trouble; where another instance polls the
   * source it is told.
   *
   * @return null where there is no such source
   * @throws LostSourceException where another instance polls it and does not take the word
   */
  public @Nullable SourceView acknowledge(String name)
      throws InterruptedException, LostSourceException {
    PolledSource source = find(name);
    return source == null ? null : acknowledgements.take(source);
  }

  private @Nullable PolledSource find(String name) {
    return sources.stream().filter(s -> s.settings().name().equals(name)).findFirst().orElse(null);
  }

  /** Runs a work on a source while nobody polls it, later; no thread waits for that. */
  private void alone(PolledSource source, Acknowledgements.Work work) {
    String name = source.settings().name();
    try {
      if (busy.add(name)) {
        execute(work, () -> busy.remove(name));
      } else {
        ScheduledFuture<?> unused =
            look.schedule(() -> alone(source, work), LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (RejectedExecutionException e) {
      LOG.debug("Not done because ingest stops", e);
    }
  }

  @Override
  public void close() {
    look.shutdownNow();
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("Some sources did not stop in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    store.close();
    fetcher.close();
  }
}
