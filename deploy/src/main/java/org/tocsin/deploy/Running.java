package org.tocsin.deploy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
  private static final Duration WATCH = Duration.ofSeconds(1);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::close, "shutdown");
  private volatile boolean closed;

  public Running() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Adds a part that already runs.
   *
   * @throws OperatorException where everything was told to end meanwhile; the part is closed then
   */
  public <T extends AutoCloseable> T add(T part) {
    synchronized (this) {
      if (!closed) {
        parts.push(part);
        return part;
      }
    }
    closeOne(part);
    throw new OperatorException("stopped while starting", "Start again.");
  }

  /** Whether everything has been told to end. */
  public boolean ending() {
    return closed;
  }

  /** Starts a service. */
  public <S extends Service> S start(S service) {
    add(service).start();
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
      services().forEach(Running::requireAlive);
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
      if (ended.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new OperatorException("stopped while starting", "Start again.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorException("interrupted while starting", "Start again.", e);
    }
  }

  /**
   * Waits until {@link #close}, normally by a signal.
   *
   * @throws OperatorException where a service failed for good: the process is to end, so that
   *     whoever watches it starts it anew
   */
  public void awaitEnd() {
    try {
      while (!ended.await(WATCH.toMillis(), TimeUnit.MILLISECONDS)) {
        services().forEach(Running::requireAlive);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized List<Service> services() {
    return parts.stream().filter(Service.class::isInstance).map(Service.class::cast).toList();
  }

  private static void requireAlive(Service service) {
    Readiness now = service.readiness();
    if (now.failed()) {
      throw new OperatorException(
          service.name() + " failed: " + now.detail(),
          "See the log for the cause, put it right and start again; nothing is lost.");
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
