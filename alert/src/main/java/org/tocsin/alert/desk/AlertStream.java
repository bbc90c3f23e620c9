package org.tocsin.alert.desk;

import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.service.access.Standing;

/**
 * Alerts as server-sent events: {@code alert} when one rings, {@code held} when one is held back,
 * {@code sighting} when one is updated, {@code state} when somebody does something about one,
 * {@code hello} at the beginning. The id of each is the {@link Position} after it, so that a client
 * resumes on any instance with {@code Last-Event-ID}: nothing comes twice, nothing is left out.
 *
 * <p>A client has a thread and no queue of its own: it follows the log at its own pace, and one
 * that is slow holds up nobody else. One that falls out of the log, or resumes from before it, gets
 * {@code gap} and should ask for the list anew. One whose token is withdrawn, or whose session
 * ends, is put out within two seconds.
 */
final class AlertStream implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertStream.class);
  private static final long HEARTBEAT_MILLIS = 10_000;
  private static final long LOOK_MILLIS = 1_000;
  private static final int BATCH = 100;
  private static final int STACK_BYTES = 256 * 1024;

  private final EventLog log;
  private final int most;
  private final AtomicInteger clients = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(null, task, "alert-stream", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean closed;

  AlertStream(EventLog log, int most) {
    this.log = log;
    this.most = most;
  }

  /** Clients that are connected now. */
  int clients() {
    return clients.get();
  }

  /** Whether no further client is served. */
  boolean full() {
    return clients.get() >= most;
  }

  /** Clients that were too slow, since the start. */
  long dropped() {
    return dropped.get();
  }

  /** Serves a client from a position; from now on where it has none. */
  void serve(SseClient client, @Nullable Position from) {
    if (clients.incrementAndGet() > most) {
      clients.decrementAndGet();
      client.sendEvent("busy", "too many streams are open");
      client.close();
      return;
    }
    BooleanSupplier welcome = Standing.of(client.ctx());
    client.keepAlive();
    threads.execute(() -> follow(client, from, welcome));
  }

  private void follow(SseClient client, @Nullable Position from, BooleanSupplier welcome) {
    try {
      OutputStream stream = client.ctx().res().getOutputStream();
      Position at = from == null ? log.position() : from;
      Follower follower = new Follower(client, stream, at, welcome);
      follower.greet();
      follower.pump();
    } catch (IOException e) {
      LOG.debug("A client of the stream went away", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      clients.decrementAndGet();
      client.close();
    }
  }

  /** One client and how far it has come. */
  private final class Follower {
    private final SseClient client;
    private final OutputStream stream;
    private final BooleanSupplier welcome;
    private Position at;
    private long looked = System.nanoTime();
    private long signed = System.nanoTime();

    /** Whether it has read what this instance has not, so that positions are its own. */
    private boolean ahead = true;

    Follower(SseClient client, OutputStream stream, Position at, BooleanSupplier welcome) {
      this.welcome = welcome;
      this.client = client;
      this.stream = stream;
      this.at = at;
    }

    void greet() throws IOException {
      Frame.of("hello", "{}", at.toString()).to(stream);
      if (!log.canResume(at)) {
        gap();
      }
      client.ctx().res().flushBuffer();
    }

    private void gap() throws IOException {
      Frame.of("gap", "{}", at.toString()).to(stream);
    }

    void pump() throws IOException, InterruptedException {
      long sequence = 0;
      while (!closed && !client.terminated() && stillWelcome()) {
        List<EventLog.Event> events = log.after(sequence, BATCH, LOOK_MILLIS);
        if (events.isEmpty() && !passed(signed, HEARTBEAT_MILLIS)) {
          continue;
        }
        signed = System.nanoTime();
        if (events.isEmpty()) {
          Frame.signOfLife(stream);
        } else if (sequence > 0 && events.get(0).sequence() > sequence + 1) {
          dropped.incrementAndGet();
          gap();
          client.ctx().res().flushBuffer();
          return;
        }
        for (EventLog.Event event : events) {
          sequence = event.sequence();
          send(event);
        }
        client.ctx().res().flushBuffer();
      }
    }

    private boolean stillWelcome() {
      if (!passed(looked, LOOK_MILLIS)) {
        return true;
      }
      looked = System.nanoTime();
      return welcome.getAsBoolean();
    }

    private static boolean passed(long since, long millis) {
      return System.nanoTime() - since >= TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private void send(EventLog.Event event) throws IOException {
      if (ahead && at.includes(event.partition(), event.offset())) {
        return;
      }
      if (ahead) {
        at = at.after(event.partition(), event.offset());
        ahead = !event.after().includes(at);
      } else {
        at = event.after();
      }
      if (ahead) {
        event.frame().to(stream, at.toString());
      } else {
        event.frame().to(stream);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    threads.shutdownNow();
    try {
      threads.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
