package org.tocsin.service;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Json;

/**
 * The one HTTP server of a service: {@code /health/live}, {@code /health/ready}, {@code /metrics},
 * and whatever routes the service adds. Loopback only unless configured.
 */
public final class HttpEndpoint implements AutoCloseable {
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final String host;
  private final int port;
  private final Metrics metrics;
  private final Supplier<Readiness> readiness;
  private final Consumer<JavalinConfig> routes;
  private @Nullable Javalin server;

  /**
   * A server that is not yet listening.
   *
   * @param port 0 for any free one
   * @param routes adds the service's own routes and server settings
   */
  public HttpEndpoint(
      String host,
      int port,
      Metrics metrics,
      Supplier<Readiness> readiness,
      Consumer<JavalinConfig> routes) {
    this.host = host;
    this.port = port;
    this.metrics = metrics;
    this.readiness = readiness;
    this.routes = routes;
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
    config.routes.get("/health/live", this::answerLive);
    config.routes.get("/health/ready", this::answerReady);
    config.routes.get("/metrics", this::answerMetrics);
    config.jsonMapper(new ContractJson());
    routes.accept(config);
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

  @Override
  public void close() {
    if (server != null) {
      server.stop();
    }
  }
}
