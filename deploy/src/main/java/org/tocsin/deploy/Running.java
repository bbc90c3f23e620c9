package org.tocsin.deploy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Readiness;
import org.tocsin.service.Service;

/**
 * What runs in this process: started one after another, closed in reverse, at the latest when the
 * process is told to end.
 */
public final class Running implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Running.class);
  private static final Duration POLL = Duration.ofMillis(50);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::close, "shutdown");
  private boolean closed;

  public Running() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Adds a part that already runs. */
  public synchronized <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  /** Starts a service. */
  public synchronized <S extends Service> S start(S service) {
    parts.push(service);
    service.start();
    return service;
  }

  /**
   * Waits until a service is ready.
   *
   * @throws OperatorException where it is not within the given time, with what it says of itself
   */
  public void awaitReady(Service service, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    Readiness now = service.readiness();
    while (!now.ready()) {
      if (System.nanoTime() > deadline) {
        throw new OperatorException(
            service.name() + " is not ready after " + patience.toSeconds() + " s: " + now.detail(),
            "See the log above; 'deploy/tocsin doctor' checks the whole installation.");
      }
      pause();
      now = service.readiness();
    }
  }

  private void pause() {
    try {
      if (ended.await(POLL.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)) {
        throw new OperatorException("stopped while starting", "Start again.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorException("interrupted while starting", "Start again.", e);
    }
  }

  /** Waits until {@link #close}, normally by a signal. */
  public void awaitEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      while (!parts.isEmpty()) {
        closeOne(parts.pop());
      }
    }
    ended.countDown();
    forgetHook();
  }

  private static void closeOne(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("{} did not close well", part, e);
    }
  }

  private void forgetHook() {
    if (Thread.currentThread() != hook) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        LOG.debug("The process is ending anyway", e);
      }
    }
  }
}
