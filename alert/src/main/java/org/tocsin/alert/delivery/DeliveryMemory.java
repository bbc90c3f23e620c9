package org.tocsin.alert.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Delivery;

/**
 * How the latest deliveries stand, by the time at which they changed: partitions are read beside
 * one another, so that the order in which receipts come says little. Beyond its size it forgets the
 * oldest that have ended, which is enough, because only alerts behind the committed offsets are
 * ever asked for. Safe for threads.
 */
final class DeliveryMemory {
  /** So many take 55 MB of heap (JDK 17, ids of 32 characters, an ordinary answer in each). */
  static final int MOST = 100_000;

  private static final int PASSED_OVER = 1_000;

  private final int most;
  private final Map<String, Delivery> byKey = new HashMap<>();
  private final TreeSet<Delivery> byTime =
      new TreeSet<>(Comparator.comparing(Delivery::updated).thenComparing(Delivery::key));

  DeliveryMemory(int most) {
    this.most = most;
  }

  synchronized void note(Delivery delivery) {
    Delivery before = byKey.get(delivery.key());
    if (before != null && overrules(before, delivery)) {
      return;
    }
    forget(delivery.key());
    byKey.put(delivery.key(), delivery);
    byTime.add(delivery);
    if (byKey.size() > most) {
      forgetOne();
    }
  }

  /**
   * Whether what is known stays: what arrived has arrived, though an instance that no longer has
   * the alert says later that its own attempt failed.
   */
  private static boolean overrules(Delivery known, Delivery next) {
    return known.status() == Delivery.Status.DELIVERED
        && next.status() != Delivery.Status.DELIVERED;
  }

  synchronized void forget(String key) {
    Delivery before = byKey.remove(key);
    if (before != null) {
      byTime.remove(before);
    }
  }

  private void forgetOne() {
    int passedOver = 0;
    for (Delivery oldest : byTime) {
      if (oldest.ended() || passedOver++ == PASSED_OVER) {
        forget(oldest.key());
        return;
      }
    }
  }

  synchronized @Nullable Delivery of(String key) {
    return byKey.get(key);
  }

  /** The latest that pass, the newest first. */
  synchronized List<Delivery> latest(int limit, Predicate<Delivery> wanted) {
    List<Delivery> found = new ArrayList<>();
    for (Delivery delivery : byTime.descendingSet()) {
      if (found.size() == limit) {
        break;
      }
      if (wanted.test(delivery)) {
        found.add(delivery);
      }
    }
    return found;
  }
}
