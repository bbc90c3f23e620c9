package org.tocsin.enrich.dictionary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Readiness;
import org.tocsin.service.Service;

/**
 * Puts the entries of a file into force, at the start and whenever the file changes: those that are
 * new or say something else, and takes back those that came from it and left it. Because it writes
 * to the topic, what stands in the file of one instance is in use on all of them. A file that
 * cannot be read changes nothing; the log says why, and the next change of it is tried again.
 */
final class FileFeed implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(FileFeed.class);
  private static final long LOOK_MILLIS = 500;

  private final Path file;
  private final DictionaryDesk desk;
  private final Runnable whenRead;
  private final CountDownLatch stop = new CountDownLatch(1);
  private @Nullable Thread thread;
  private volatile Readiness readiness = Readiness.notYet("not started");

  /** What tells one content of a file from another without reading it. */
  private record Stamp(long size, long changed, @Nullable Object key) {}

  /**
   * A feed.
   *
   * @param whenRead called once, when the file was tried for the first time
   */
  FileFeed(Path file, DictionaryDesk desk, Runnable whenRead) {
    this.file = file;
    this.desk = desk;
    this.whenRead = whenRead;
  }

  @Override
  public String name() {
    return "dictionary file";
  }

  @Override
  public synchronized void start() {
    Thread created = new Thread(this::run, "dictionary-file");
    created.setDaemon(true);
    thread = created;
    created.start();
  }

  @Override
  public Readiness readiness() {
    return readiness;
  }

  private void run() {
    Stamp seen = null;
    boolean first = true;
    boolean open = true;
    while (open) {
      Stamp now = stamp();
      if (first || (now != null && !now.equals(seen))) {
        seen = feed() ? now : seen;
      }
      if (first) {
        first = false;
        whenRead.run();
      }
      open = !stopped();
    }
  }

  private @Nullable Stamp stamp() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(now.size(), now.lastModifiedTime().toMillis(), now.fileKey());
    } catch (IOException e) {
      return null;
    }
  }

  /** Whether the file was dealt with; not where it is to be tried again as it is. */
  private boolean feed() {
    List<EntryDraft> drafts;
    try {
      drafts = DictionaryFile.read(file);
    } catch (OperatorException e) {
      LOG.warn("The dictionary stays as it was: {}. {}", e.getMessage(), e.remedy());
      readiness = Readiness.of(true, "the dictionary stays as it was: " + e.getMessage());
      return true;
    }
    try {
      int written = desk.replace(drafts, "file " + file.getFileName()).size();
      LOG.info("{}: {} dictionary entries were new, changed or gone", file, written);
      readiness = Readiness.READY;
      return true;
    } catch (RuntimeException e) {
      LOG.warn("{} is tried again: its entries could not be written", file, e);
      readiness = Readiness.of(true, "the dictionary file is tried again: " + e.getMessage());
      return false;
    }
  }

  private boolean stopped() {
    try {
      return stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    stop.countDown();
    Thread started;
    synchronized (this) {
      started = thread;
    }
    if (started != null && started != Thread.currentThread()) {
      try {
        started.join(TimeUnit.SECONDS.toMillis(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
