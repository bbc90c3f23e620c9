package org.tocsin.ingest;

import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.publish.ArticlePublisher;
import org.tocsin.ingest.publish.KafkaWatch;
import org.tocsin.ingest.push.PushApi;
import org.tocsin.ingest.source.Sources;
import org.tocsin.ingest.source.SourcesApi;
import org.tocsin.ingest.state.KafkaNotes;
import org.tocsin.ingest.state.KafkaSourceStore;
import org.tocsin.service.HttpEndpoint;
import org.tocsin.service.Metrics;
import org.tocsin.service.OpenApi;
import org.tocsin.service.Readiness;
import org.tocsin.service.Service;
import org.tocsin.service.Settings;
import org.tocsin.service.access.Access;
import org.tocsin.service.access.AuditTrail;
import org.tocsin.service.access.KafkaAuditTrail;

/**
 * Ingest as a process: sources and push → reader → publisher → Kafka, with its HTTP port. Parts
 * start in this order reversed, so that nothing comes in before it can go out, and close in it.
 */
public final class IngestService implements Service {
  private final Settings settings;
  private final Clock clock;
  private final Metrics metrics = new Metrics("ingest");
  private @Nullable ArticlePublisher publisher;
  private volatile @Nullable KafkaWatch watch;
  private volatile @Nullable Sources sources;
  private @Nullable KafkaNotes notes;
  private @Nullable AuditTrail audit;
  private volatile @Nullable HttpEndpoint http;

  public IngestService(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public synchronized void start() {
    ArticleReader reader = new ArticleReader(IngestSettings.limits(settings));
    ArticlePublisher out = ArticlePublisher.of(settings, metrics, clock);
    publisher = out;
    KafkaWatch asking = KafkaWatch.of(settings);
    watch = asking;
    asking.start();
    KafkaNotes told = new KafkaNotes(settings, clock);
    notes = told;
    Sources polled =
        new Sources(
            settings, reader, new KafkaSourceStore(settings, metrics, clock), told, metrics, clock);
    sources = polled;
    PushApi push = new PushApi(reader, out, told, settings, clock);
    told.start();
    AuditTrail trail = new KafkaAuditTrail(settings, metrics.registry());
    audit = trail;
    HttpEndpoint endpoint =
        new HttpEndpoint(
            settings.get(IngestSettings.HTTP_HOST),
            settings.get(IngestSettings.HTTP_PORT),
            metrics,
            this::readiness,
            Access.of(door(), settings, trail, metrics.registry(), clock),
            config -> routes(config, push, polled));
    endpoint.start();
    http = endpoint;
    polled.start();
  }

  private Access.Door door() {
    return new Access.Door(
        name(),
        settings.get(IngestSettings.HTTP_HOST),
        settings.get(IngestSettings.TOKEN),
        settings.get(IngestSettings.API_KEY));
  }

  private static void routes(JavalinConfig config, PushApi push, Sources sources) {
    push.routes(config);
    new SourcesApi(sources).routes(config);
    OpenApi.of(IngestService.class).install(config.routes);
  }

  /**
   * The port it listens on.
   *
   * @throws IllegalStateException before it has started
   */
  public synchronized int port() {
    if (http == null) {
      throw new IllegalStateException("not started");
    }
    return http.port();
  }

  /**
   * Every endpoint it answers at.
   *
   * @throws IllegalStateException before it has started
   */
  public synchronized List<String> endpoints() {
    if (http == null) {
      throw new IllegalStateException("not started");
    }
    return http.endpoints();
  }

  @Override
  public Readiness readiness() {
    KafkaWatch asking = watch;
    Sources polled = sources;
    if (asking == null || polled == null || http == null) {
      return Readiness.notYet("not started");
    }
    String failure = asking.failure();
    String trouble = failure == null ? polled.trouble() : failure;
    return trouble == null ? Readiness.READY : Readiness.notYet("Kafka: " + trouble);
  }

  @Override
  public synchronized void close() {
    if (http != null) {
      http.close();
    }
    if (audit != null) {
      audit.close();
    }
    if (sources != null) {
      sources.close();
    }
    if (notes != null) {
      notes.close();
    }
    if (watch != null) {
      watch.close();
    }
    if (publisher != null) {
      publisher.close();
    }
    metrics.close();
  }
}
