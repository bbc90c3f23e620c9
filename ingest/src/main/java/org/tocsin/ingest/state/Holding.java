package org.tocsin.ingest.state;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partition of the states, from the moment the group gives it to us until it takes it away: on
 * its way to be ours, ours, lost. It is never ours again; what is gained again is another holding.
 */
final class Holding {
  private static final Logger LOG = LoggerFactory.getLogger(Holding.class);

  private final int partition;
  private final PartitionWriter writer;
  private final long pauseMillis;
  private boolean ours;
  private boolean lost;

  /**
   * A holding that is not ours yet.
   *
   * @param pauseMillis between two tries to take it over
   */
  Holding(int partition, PartitionWriter writer, long pauseMillis) {
    this.partition = partition;
    this.writer = writer;
    this.pauseMillis = pauseMillis;
  }

  /**
   * Ends what the last owner left open and catches up with it, until that is done or the partition
   * is lost. Whatever is thrown, it is tried again.
   */
  void takeOver(Step step) throws InterruptedException {
    while (!lost()) {
      try {
        writer.open();
        step.catchUp();
        if (claim(step)) {
          LOG.info("Polling the sources of partition {}", partition);
        }
        return;
      } catch (KafkaException | TimeoutException | ExecutionException e) {
        LOG.warn("Partition {} cannot be taken over yet: {}", partition, e.toString());
      } catch (RuntimeException | Error e) {
        LOG.error("Taking over partition {} failed; trying again", partition, e);
      }
      TimeUnit.MILLISECONDS.sleep(pauseMillis);
    }
  }

  /** Under the lock that {@link #lose} takes: nothing is ours that was lost meanwhile. */
  private synchronized boolean claim(Step step) {
    if (!lost) {
      step.claimed();
      ours = true;
    }
    return ours;
  }

  synchronized boolean ours() {
    return ours;
  }

  private synchronized boolean lost() {
    return lost;
  }

  PartitionWriter writer() {
    return writer;
  }

  /** Gives it up for good; waits for a transaction that is being written. */
  void lose() {
    synchronized (this) {
      lost = true;
      ours = false;
    }
    writer.close();
  }

  /** What is to be done before a partition is ours. */
  interface Step {
    void catchUp() throws InterruptedException, ExecutionException, TimeoutException;

    /** It is ours in a moment. */
    void claimed();
  }
}
