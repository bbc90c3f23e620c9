package org.tocsin.alert.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import org.tocsin.service.Metrics;

/** What an operator can see of one notifier. */
final class DeliveryMeters {
  private final Counter delivered;
  private final Counter failed;
  private final Counter dead;
  private final Counter unreadable;

  DeliveryMeters(String notifier, Metrics metrics) {
    delivered = counter(notifier, "delivered", metrics);
    failed = counter(notifier, "retrying", metrics);
    dead = counter(notifier, "dead", metrics);
    unreadable = counter(notifier, "unreadable", metrics);
  }

  private static Counter counter(String notifier, String status, Metrics metrics) {
    return Counter.builder("tocsin.deliveries")
        .description("Alerts by how an attempt to deliver them went.")
        .tag("notifier", notifier)
        .tag("status", status)
        .register(metrics.registry());
  }

  static void watch(Dispatcher dispatcher, String notifier, Metrics metrics) {
    Gauge.builder("tocsin.deliveries.waiting", dispatcher, Dispatcher::waiting)
        .description("Alerts read and not yet delivered.")
        .tag("notifier", notifier)
        .register(metrics.registry());
    Gauge.builder("tocsin.notifier.failing", dispatcher, d -> d.health().failing() ? 1 : 0)
        .description("Whether the last attempt of a notifier failed.")
        .tag("notifier", notifier)
        .register(metrics.registry());
  }

  void delivered(int alerts) {
    delivered.increment(alerts);
  }

  void failed() {
    failed.increment();
  }

  void dead(int alerts) {
    dead.increment(alerts);
  }

  void unreadable() {
    unreadable.increment();
  }
}
