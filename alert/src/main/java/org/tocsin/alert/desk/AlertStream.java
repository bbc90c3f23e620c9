package org.tocsin.alert.desk;

import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Json;

/**
 * Alerts as server-sent events: {@code alert} when one rings, {@code sighting} when one is updated,
 * {@code hello} at the beginning. The id of each is the {@link Position} after it, so that a client
 * resumes on any instance with {@code Last-Event-ID}: nothing comes twice, nothing is left out.
 *
 * <p>A client has no queue of its own: it follows the board's log at its own pace. One that falls
 * out of the log, or resumes from before it, gets {@code gap} and should ask for the list anew.
 */
final class AlertStream implements AutoCloseable {
  private static final long HEARTBEAT_MILLIS = 10_000;
  private static final int BATCH = 100;

  private final AlertBoard board;
  private final int most;
  private final AtomicInteger clients = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "alert-stream");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean closed;

  AlertStream(AlertBoard board, int most) {
    this.board = board;
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
    client.keepAlive();
    threads.execute(() -> follow(client, from));
  }

  private void follow(SseClient client, @Nullable Position from) {
    try {
      Position at = from == null ? board.position() : from;
      client.sendEvent("hello", "{}", at.toString());
      if (!board.canResume(at)) {
        client.sendEvent("gap", "{}", at.toString());
      }
      pump(client, at);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      clients.decrementAndGet();
      client.close();
    }
  }

  private void pump(SseClient client, Position from) throws InterruptedException {
    Position at = from;
    long sequence = 0;
    while (!closed && !client.terminated()) {
      List<AlertBoard.Event> events = board.after(sequence, BATCH, HEARTBEAT_MILLIS);
      if (events.isEmpty()) {
        client.sendComment("still here");
      } else if (sequence > 0 && events.get(0).sequence() > sequence + 1) {
        dropped.incrementAndGet();
        client.sendEvent("gap", "{}", at.toString());
        return;
      }
      for (AlertBoard.Event event : events) {
        sequence = event.sequence();
        if (!at.includes(event.partition(), event.offset())) {
          at = at.after(event.partition(), event.offset());
          client.sendEvent(
              event.alert().rings() ? "alert" : "sighting",
              Json.write(event.alert()),
              at.toString());
        }
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
