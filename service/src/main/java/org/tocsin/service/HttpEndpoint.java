package org.tocsin.service;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Json;
import org.tocsin.service.access.Access;
import org.tocsin.service.access.Entrance;
import org.tocsin.service.access.Role;

/**
 * The one HTTP server of a service: {@code /health/live}, {@code /health/ready}, {@code /metrics},
 * and whatever routes the service adds. Loopback only unless configured.
 */
public final class HttpEndpoint implements AutoCloseable {
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final String host;
  private final int port;
  private final Metrics metrics;
  private final Supplier<Readiness> readiness;
  private final Access access;
  private final Consumer<JavalinConfig> routes;
  private @Nullable Javalin server;

  /**
   * A server that is not yet listening.
   *
   * @param port 0 for any free one
   * @param access says who may use its endpoints
   * @param routes adds the service's own routes and server settings
   */
  public HttpEndpoint(
      String host,
      int port,
      Metrics metrics,
      Supplier<Readiness> readiness,
      Access access,
      Consumer<JavalinConfig> routes) {
    this.host = host;
    this.port = port;
    this.metrics = metrics;
    this.readiness = readiness;
    this.access = access;
    this.routes = routes;
  }

  /** A server that knows no tokens, for tests. */
  public HttpEndpoint(
      String host,
      int port,
      Metrics metrics,
      Supplier<Readiness> readiness,
      Consumer<JavalinConfig> routes) {
    this(host, port, metrics, readiness, Access.unlocked(host), routes);
  }

  /**
   * Starts listening.
   *
   * @throws OperatorException where the port is taken
   */
  public void start() {
    Javalin created = Javalin.create(this::configure);
    try {
      created.start(host, port);
    } catch (JavalinBindException e) {
      created.stop();
      throw new OperatorException(
          "port " + port + " on " + host + " is in use or may not be used",
          "Stop the other program or set another port in the configuration file.",
          e);
    }
    server = created;
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.jsonMapper(new ContractJson());
    config.routes.before(HttpEndpoint::harden);
    access.install(config);
    config.routes.get("/health/live", this::answerLive, Role.ANYONE);
    config.routes.get("/health/ready", this::answerReady, Role.ANYONE);
    config.routes.get("/metrics", this::answerMetrics, Role.READER, Entrance.LOOPBACK);
    routes.accept(config);
  }

  /** What a browser is told about every answer: nothing of it belongs into another page. */
  private static void harden(Context ctx) {
    ctx.header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Cache-Control", "no-store");
  }

  /** Live until it failed for good: a supervisor is to start it anew then. */
  private void answerLive(Context ctx) {
    Readiness now = readiness.get();
    ctx.status(now.failed() ? 503 : 200)
        .json(Map.of("status", now.failed() ? "failed" : "live", "detail", now.detail()));
  }

  private void answerReady(Context ctx) {
    Readiness now = readiness.get();
    ctx.status(now.ready() ? 200 : 503)
        .contentType("application/json")
        .result(
            Json.write(
                Map.of("status", now.ready() ? "ready" : "not ready", "detail", now.detail())));
  }

  private void answerMetrics(Context ctx) {
    ctx.contentType(PROMETHEUS_TEXT).result(metrics.scrape(PROMETHEUS_TEXT));
  }

  /**
   * The port it listens on.
   *
   * @throws IllegalStateException before {@link #start}
   */
  public int port() {
    if (server == null) {
      throw new IllegalStateException("not started");
    }
    return server.port();
  }

  /**
   * Every endpoint it answers at, as {@code PUT /api/watches/{id}}.
   *
   * @throws IllegalStateException before {@link #start}
   */
  public List<String> endpoints() {
    if (server == null) {
      throw new IllegalStateException("not started");
    }
    return server.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
        .sorted()
        .toList();
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop();
    }
  }
}
