package org.tocsin.ingest.publish;

import java.util.concurrent.Semaphore;

/** How much text is on its way to Kafka: a semaphore that counts KiB. */
final class InFlight {
  private static final int UNIT = 1024;

  private final int units;
  private final Semaphore free;

  InFlight(long bytes) {
    this.units = (int) Math.max(1, Math.min(bytes / UNIT, Integer.MAX_VALUE));
    this.free = new Semaphore(units, true);
  }

  /** Waits until there is room for so many bytes; returns what to give back. */
  int enter(long bytes) throws InterruptedException {
    int taken = (int) Math.max(1, Math.min(bytes / UNIT + 1, units));
    free.acquire(taken);
    return taken;
  }

  void leave(int taken) {
    free.release(taken);
  }

  /** Whether it is so full that a new sender had better come later. */
  boolean full() {
    return free.availablePermits() <= units / 10;
  }

  /** Bytes on their way, rounded up. */
  long bytes() {
    return (long) (units - free.availablePermits()) * UNIT;
  }
}
