package org.tocsin.enrich;

import java.time.Clock;
import org.tocsin.enrich.topology.EnrichTopology;
import org.tocsin.service.HttpEndpoint;
import org.tocsin.service.Metrics;
import org.tocsin.service.Readiness;
import org.tocsin.service.Service;
import org.tocsin.service.Settings;
import org.tocsin.service.StreamsService;

/** Enrich as a process: the topology, its health and its metrics. */
public final class EnrichService implements Service {
  private final Metrics metrics = new Metrics(EnrichSettings.STAGE);
  private final StreamsService streams;
  private final HttpEndpoint http;

  /**
   * A service that is not yet started.
   *
   * @throws org.tocsin.service.OperatorException where a setting cannot be
   */
  public EnrichService(Settings settings, Analyser analyser, Clock clock) {
    streams =
        new StreamsService(
            EnrichSettings.STAGE,
            EnrichTopology.build(settings, analyser, metrics),
            EnrichTopology.properties(settings, metrics),
            metrics,
            clock);
    http =
        new HttpEndpoint(
            settings.get(EnrichSettings.HTTP_HOST),
            settings.get(EnrichSettings.HTTP_PORT),
            metrics,
            streams::readiness,
            config -> {});
  }

  @Override
  public String name() {
    return EnrichSettings.STAGE;
  }

  @Override
  public void start() {
    http.start();
    streams.start();
  }

  @Override
  public Readiness readiness() {
    return streams.readiness();
  }

  /** The port that health and metrics are on, once started. */
  public int port() {
    return http.port();
  }

  @Override
  public void close() {
    streams.close();
    http.close();
    metrics.close();
  }
}
