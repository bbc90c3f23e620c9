package org.tocsin.enrich;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.enrich.dictionary.DictionaryService;
import org.tocsin.enrich.topology.EnrichTopology;
import org.tocsin.service.HttpEndpoint;
import org.tocsin.service.Metrics;
import org.tocsin.service.OpenApi;
import org.tocsin.service.Readiness;
import org.tocsin.service.Service;
import org.tocsin.service.Settings;
import org.tocsin.service.StreamsService;
import org.tocsin.service.access.Access;
import org.tocsin.service.access.AuditTrail;
import org.tocsin.service.access.KafkaAuditTrail;

/**
 * Enrich as a process: the dictionaries, the topology, its health and its metrics. The topology
 * starts when the dictionaries have been read.
 */
public final class EnrichService implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(EnrichService.class);

  private final Metrics metrics = new Metrics(EnrichSettings.STAGE);
  private final MemoryMeters memory = new MemoryMeters(metrics.registry());
  private final DictionaryService dictionary;
  private final StreamsService streams;
  private final AuditTrail audit;
  private final HttpEndpoint http;
  private volatile @Nullable String failure;
  private boolean closed;

  /**
   * A service that is not yet started.
   *
   * @throws org.tocsin.service.OperatorException where a setting cannot be
   */
  public EnrichService(Settings settings, StandardAnalyser analyser, Clock clock) {
    streams =
        new StreamsService(
            EnrichSettings.STAGE,
            EnrichTopology.build(settings, analyser, metrics, memory),
            EnrichTopology.properties(settings, metrics),
            metrics,
            clock);
    dictionary = new DictionaryService(analyser.dictionary(), settings, clock, this::startTopology);
    dictionary.register(metrics.registry());
    audit = new KafkaAuditTrail(settings, metrics.registry());
    String host = settings.get(EnrichSettings.HTTP_HOST);
    Access.Door door =
        new Access.Door(EnrichSettings.STAGE, host, settings.get(EnrichSettings.TOKEN), "");
    http =
        new HttpEndpoint(
            host,
            settings.get(EnrichSettings.HTTP_PORT),
            metrics,
            this::readiness,
            Access.of(door, settings, audit, metrics.registry(), clock),
            config -> {
              dictionary.install(config);
              OpenApi.of(EnrichService.class).install(config.routes);
            });
  }

  @Override
  public String name() {
    return EnrichSettings.STAGE;
  }

  @Override
  public void start() {
    http.start();
    dictionary.start();
  }

  private synchronized void startTopology() {
    if (closed) {
      return;
    }
    try {
      streams.start();
    } catch (RuntimeException e) {
      LOG.error("The topology cannot be started", e);
      failure = "the topology cannot be started: " + e.getMessage();
    }
  }

  @Override
  public Readiness readiness() {
    String fault = failure;
    if (fault != null) {
      return Readiness.failed(fault);
    }
    Readiness read = dictionary.readiness();
    return read.ready() ? warned(streams.readiness()) : read;
  }

  /** Ready all the same; doctor shows what is said. */
  private Readiness warned(Readiness running) {
    String warning = memory.warning();
    return running.ready() && !warning.isEmpty()
        ? Readiness.of(true, running.detail() + "; " + warning)
        : running;
  }

  /** Every endpoint it answers at, once started. */
  public List<String> endpoints() {
    return http.endpoints();
  }

  /** The port that health and metrics are on, once started. */
  public int port() {
    return http.port();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    streams.close();
    dictionary.close();
    http.close();
    audit.close();
    metrics.close();
  }
}
