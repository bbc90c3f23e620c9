package org.tocsin.enrich;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.Lane;

/**
 * How full the memory is that articles and statements are compared with, as gauges; and a warning
 * while little room is left, since what the capacity pushes out before its time rings again.
 */
public final class MemoryMeters {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryMeters.class);

  private volatile List<Fill> fills = List.of();
  private volatile boolean warned;

  public MemoryMeters(MeterRegistry registry) {
    for (Lane lane : Lane.values()) {
      for (Fill.Kind kind : Fill.Kind.values()) {
        gauge(
            "tocsin.memory.size", "Remembered to compare with.", lane, kind, Fill::size, registry);
        gauge("tocsin.memory.capacity", "At most.", lane, kind, Fill::capacity, registry);
        gauge(
            "tocsin.memory.age.seconds",
            "From the oldest remembered to the latest, in event time.",
            lane,
            kind,
            fill -> fill.age().toSeconds(),
            registry);
      }
    }
  }

  private void gauge(
      String name,
      String description,
      Lane lane,
      Fill.Kind kind,
      ToDoubleFunction<Fill> value,
      MeterRegistry registry) {
    Gauge.builder(name, this, meters -> meters.sum(lane, kind, value))
        .description(description)
        .tag("lane", lane.label())
        .tag("of", kind.label())
        .register(registry);
  }

  private double sum(Lane lane, Fill.Kind kind, ToDoubleFunction<Fill> value) {
    return fills.stream()
        .filter(fill -> fill.lane() == lane && fill.kind() == kind)
        .mapToDouble(value)
        .sum();
  }

  /** Takes what there is now; warns once when room gets short. */
  public void show(List<Fill> now) {
    fills = now;
    String warning = warning();
    if (!warning.isEmpty() && !warned) {
      LOG.warn("The {}", warning);
    }
    warned = !warning.isEmpty();
  }

  /** Which memory is nearly full, in words; empty while there is room in all. */
  public String warning() {
    return fills.stream()
        .filter(Fill::isNearlyFull)
        .map(Fill::told)
        .collect(Collectors.joining("; "));
  }
}
