package org.tocsin.ingest.source;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.FetchState;
import org.tocsin.contract.IngestNote;
import org.tocsin.ingest.state.Notes;
import org.tocsin.ingest.state.SourceStore;
import org.tocsin.ingest.state.SourceStore.LostSourceException;

/**
 * An operator's word that he knows of a source's trouble. Only the instance that polls a source
 * writes its state; said to another, the word goes to it as a note.
 */
final class Acknowledgements {
  private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMillis(50);

  /** A word is about the trouble of now: one that is read again after a restart is not. */
  private static final Duration FRESH = Duration.ofMinutes(2);

  private final Function<String, @Nullable PolledSource> find;
  private final BiConsumer<PolledSource, Work> alone;
  private final SourceStore store;
  private final Notes notes;
  private final Clock clock;

  /**
   * Listens to the notes from now on.
   *
   * @param alone runs a work on a source while nobody polls it
   */
  Acknowledgements(
      Function<String, @Nullable PolledSource> find,
      BiConsumer<PolledSource, Work> alone,
      SourceStore store,
      Notes notes,
      Clock clock) {
    this.find = find;
    this.alone = alone;
    this.store = store;
    this.notes = notes;
    this.clock = clock;
    notes.follow(this::heard);
  }

  /**
   * Takes the word here, or has it taken by whoever polls the source.
   *
   * @throws LostSourceException where that was not done in time
   */
  SourceView take(PolledSource source) throws InterruptedException, LostSourceException {
    String name = source.settings().name();
    String status = source.state().status().label();
    if (source.mine()) {
      alone.accept(source, () -> write(source));
    } else {
      notes.write(new IngestNote(IngestNote.Kind.ACKNOWLEDGEMENT, name, clock.instant(), status));
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      FetchState state = source.state();
      if (state.acknowledged() != null) {
        return SourceView.of(state, source.mine());
      }
      TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
    }
    throw new LostSourceException(name);
  }

  private void heard(IngestNote note) {
    boolean word = note.kind() == IngestNote.Kind.ACKNOWLEDGEMENT;
    PolledSource source = word ? find.apply(note.name()) : null;
    if (source != null && note.at().isAfter(clock.instant().minus(FRESH))) {
      alone.accept(source, () -> obey(source, note.body()));
    }
  }

  private void obey(PolledSource source, String status) throws InterruptedException {
    if (store.owns(source.settings().name())
        && Alarms.due(source.state())
        && source.state().status().label().equals(status)) {
      write(source);
    }
  }

  private static void write(PolledSource source) throws InterruptedException {
    try {
      source.acknowledge();
    } catch (LostSourceException e) {
      LOG.info("{}", e.getMessage());
    }
  }

  /** Something to be done with a source. */
  interface Work {
    void run() throws InterruptedException;
  }
}
