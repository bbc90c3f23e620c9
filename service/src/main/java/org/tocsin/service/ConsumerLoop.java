package org.tocsin.service;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that reads Kafka until it is closed: each time with a consumer of its own, and anew, a
 * moment later, after a fault.
 */
public final class ConsumerLoop implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final String name;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Work work;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile Readiness readiness = Readiness.notYet("not started");
  private volatile @Nullable Consumer<byte[], byte[]> running;
  private @Nullable Thread thread;
  private long asked;

  /** What is done with a consumer. */
  @FunctionalInterface
  public interface Work {
    /**
     * Reads until the loop is closing. Whatever it throws begins it anew.
     *
     * @param loop to be asked whether to go on, and told when the work is ready
     */
    void read(Consumer<byte[], byte[]> consumer, ConsumerLoop loop) throws IOException;
  }

  /**
   * A loop.
   *
   * @param name for operators and of its thread: {@code desk reader}
   */
  public ConsumerLoop(String name, Supplier<Consumer<byte[], byte[]>> consumers, Work work) {
    this.name = name;
    this.consumers = consumers;
    this.work = work;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public synchronized void start() {
    Thread created = new Thread(this::run, name.replace(' ', '-'));
    created.setDaemon(true);
    thread = created;
    created.start();
  }

  @Override
  public Readiness readiness() {
    return readiness;
  }

  /** Says how the work stands. */
  public void now(Readiness stands) {
    readiness = stands;
  }

  /** Whether the work goes on. */
  public boolean open() {
    return stop.getCount() > 0;
  }

  /**
   * All partitions of a topic.
   *
   * @throws IllegalStateException where there is no such topic, or not yet
   */
  public static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
    List<PartitionInfo> found = consumer.partitionsFor(topic);
    if (found == null || found.isEmpty()) {
      throw new IllegalStateException("there is no topic " + topic);
    }
    return found.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  private void run() {
    while (open()) {
      try (Consumer<byte[], byte[]> consumer = consumers.get()) {
        running = consumer;
        work.read(consumer, this);
      } catch (WakeupException e) {
        LOG.debug("The {} was asked to stop", name);
      } catch (IOException | RuntimeException | Error e) {
        if (!open()) {
          LOG.debug("The {} ends with a fault", name, e);
          return;
        }
        readiness = Readiness.notYet("begins anew after: " + e.getMessage());
        LOG.warn("The {} begins anew after a fault", name, e);
        pause();
      } finally {
        running = null;
      }
    }
  }

  private void pause() {
    try {
      boolean closing = stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      LOG.debug("The {} {}", name, closing ? "ends" : "begins anew");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop.countDown();
    }
  }

  /**
   * Asks the work to end, and waits for nothing; so that several are asked before the first is
   * waited for.
   */
  public synchronized void stop() {
    if (open()) {
      asked = System.nanoTime();
      stop.countDown();
      Consumer<byte[], byte[]> consumer = running;
      if (consumer != null) {
        consumer.wakeup();
      }
    }
  }

  /**
   * Asks the work to end and waits for it, though not for longer than a while after it was asked.
   */
  @Override
  public void close() {
    stop();
    Thread started;
    Duration left;
    synchronized (this) {
      started = thread;
      left = PATIENCE.minusNanos(System.nanoTime() - asked);
    }
    if (started != null && started != Thread.currentThread()) {
      join(started, Math.max(1, left.toMillis()));
    }
  }

  private static void join(Thread thread, long millis) {
    try {
      thread.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
