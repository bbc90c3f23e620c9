package org.tocsin.alert.archive;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has an archive written down every fifteen seconds in which it took something, and at the end. For
 * the one thread that fills the archive.
 */
public final class Commits {
  private static final Logger LOG = LoggerFactory.getLogger(Commits.class);
  private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(15);

  private final Archive archive;
  private final LongSupplier nanos;
  private long last;
  private boolean taken;

  /** What is written down. */
  public interface Archive {
    void commit() throws IOException;
  }

  public Commits(Archive archive) {
    this(archive, System::nanoTime);
  }

  Commits(Archive archive, LongSupplier nanos) {
    this.archive = archive;
    this.nanos = nanos;
    this.last = nanos.getAsLong();
  }

  /** Notes that the archive took something. */
  public void take() {
    taken = true;
  }

  /** Commits where it is time to. */
  public void now() throws IOException {
    long now = nanos.getAsLong();
    if (taken && now - last > EVERY_NANOS) {
      archive.commit();
      last = now;
      taken = false;
    }
  }

  /** Commits for the last time; a fault costs no more than reading the same again. */
  public void end() {
    try {
      archive.commit();
    } catch (IOException e) {
      LOG.warn("An archive could not be written down", e);
    }
  }
}
