package org.tocsin.ingest.source;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.FetchState;
import org.tocsin.contract.FetchState.Status;
import org.tocsin.ingest.fetch.FetchException;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.state.SourceStore;
import org.tocsin.ingest.state.SourceStore.LostSourceException;

/** One source with its state: polls it, writes what is new, and decides when to ask again. */
final class PolledSource {
  private static final Logger LOG = LoggerFactory.getLogger(PolledSource.class);
  private static final Duration GONE_PAUSE = Duration.ofDays(1);

  private final SourceSettings settings;
  private final Source source;
  private final SourceStore store;
  private final Cadence cadence;
  private final Alarms alarms;
  private final Clock clock;
  private final String owner;

  PolledSource(
      SourceSettings settings,
      Source source,
      SourceStore store,
      Cadence cadence,
      Alarms alarms,
      Clock clock,
      String owner) {
    this.settings = settings;
    this.source = source;
    this.store = store;
    this.cadence = cadence;
    this.alarms = alarms;
    this.clock = clock;
    this.owner = owner;
  }

  SourceSettings settings() {
    return settings;
  }

  boolean mine() {
    return store.owns(settings.name());
  }

  /** The last state that was written, or the one before the first poll. */
  FetchState state() {
    FetchState written = store.state(settings.name());
    boolean same = written != null && written.location().equals(settings.location());
    return written != null && same ? written : fresh(written == null ? 0 : written.version());
  }

  private FetchState fresh(long version) {
    return new FetchState(
        settings.name(),
        settings.kind().label(),
        settings.location(),
        null,
        Status.WAITING,
        null,
        null,
        null,
        null,
        null,
        Instant.EPOCH,
        settings.every().toSeconds(),
        null,
        null,
        null,
        null,
        0,
        0,
        List.of(),
        null,
        0,
        List.of(),
        null,
        owner,
        version);
  }

  /** Asks the source once. Whatever goes wrong is in the state afterwards, and nowhere else. */
  void poll() throws InterruptedException {
    Batch batch = new Batch();
    try {
      source.poll(state(), batch);
    } catch (LostSourceException e) {
      LOG.info("{}", e.getMessage());
    } catch (IOException e) {
      fail(e, String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) {
      // Also a text that overflows the stack or fills the memory: one source, not the whole pool.
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      String told = e.getMessage();
      fail(e, told == null || e instanceof Error ? e.toString() : told);
    }
  }

  private void fail(Throwable fault, String message) throws InterruptedException {
    FetchState before = state();
    Instant now = clock.instant();
    boolean gone = fault instanceof FetchException f && f.why() == FetchException.Cause.GONE;
    Duration asked = fault instanceof FetchException f ? f.retryAfter() : null;
    Duration every = Duration.ofSeconds(Math.max(1, before.everySeconds()));
    Duration pause = gone ? GONE_PAUSE : cadence.pause(every, before.failures() + 1, asked);
    FetchState after =
        Change.of(before)
            .failed(now)
            .status(gone ? Status.GONE : Status.FAILING, message)
            .next(now.plus(Cadence.stretch(pause, settings.name(), before.version())))
            .by(owner);
    LOG.warn("Source {} failed, {} in a row: {}", settings.name(), after.failures(), message);
    try {
      write(List.of(), after);
    } catch (LostSourceException e) {
      LOG.info("{}", e.getMessage());
    }
  }

  private void write(List<Parsed> found, FetchState after)
      throws InterruptedException, LostSourceException {
    store.commit(found, settings.lane(), after);
    alarms.look(after, clock.instant());
  }

  /** Takes the operator's word that he knows of it. */
  FetchState acknowledge() throws InterruptedException, LostSourceException {
    FetchState after = Change.of(state()).acknowledged(clock.instant()).by(owner);
    write(List.of(), after);
    return after;
  }

  private final class Batch implements Source.Batches {
    @Override
    public FetchState take(List<Parsed> found, int inputs, Change change)
        throws InterruptedException, LostSourceException {
      FetchState before = state();
      Instant now = clock.instant();
      Duration last = Duration.ofSeconds(Math.max(1, before.everySeconds()));
      Duration every = cadence.next(settings, last, found.size());
      FetchState changed = change.answered(now).gave(found.size(), now).by(owner);
      FetchState after =
          Health.of(change, changed, inputs, now)
              .every(Math.max(1, every.toSeconds()))
              .next(now.plus(Cadence.jitter(every, settings.name(), before.version())))
              .by(owner);
      write(found, after);
      return after;
    }
  }
}
