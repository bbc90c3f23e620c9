package org.tocsin.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.tocsin.contract.Outcome;

/**
 * The meters of one service. Articles are counted once when they come in and once by how they end:
 *
 * <pre>
 * tocsin_articles_received_total{stage="enrich"} =
 *     sum of tocsin_articles_total{stage="enrich", outcome=…} + those still inside
 * </pre>
 */
public final class Metrics implements AutoCloseable {
  private static final String RECEIVED = "tocsin.articles.received";
  private static final String ENDED = "tocsin.articles";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics gc = new JvmGcMetrics();
  private final Map<Outcome.Result, Counter> outcomes = new EnumMap<>(Outcome.Result.class);
  private final Counter received;
  private final Counter published;

  /**
   * Meters for a service.
   *
   * @param stage its name, the {@code stage} tag of the article counters
   */
  public Metrics(String stage) {
    gc.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    received =
        Counter.builder(RECEIVED)
            .description("Articles that came in.")
            .tag("stage", stage)
            .register(registry);
    published = ended(stage, "published");
    for (Outcome.Result result : Outcome.Result.values()) {
      outcomes.put(result, ended(stage, result.label()));
    }
  }

  private Counter ended(String stage, String outcome) {
    return Counter.builder(ENDED)
        .description("Articles by how they ended.")
        .tag("stage", stage)
        .tag("outcome", outcome)
        .register(registry);
  }

  /** Counts an article that came in. */
  public void received() {
    received.increment();
  }

  /** Counts how an article ended. */
  @SuppressWarnings("NullAway") // Every constant has its counter.
  public void ended(Outcome.Result result) {
    outcomes.get(result).increment();
  }

  /** Counts an article that ingest handed on to Kafka. */
  public void published() {
    published.increment();
  }

  /** Where a service registers meters of its own. */
  public MeterRegistry registry() {
    return registry;
  }

  /** All meters in the format that the scraper asks for with its Accept header. */
  public String scrape(String contentType) {
    return registry.scrape(contentType);
  }

  @Override
  public void close() {
    gc.close();
    registry.close();
  }
}
