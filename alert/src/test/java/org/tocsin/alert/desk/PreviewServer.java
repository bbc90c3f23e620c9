package org.tocsin.alert.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.sse.SseClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tocsin.alert.query.Query;
import org.tocsin.contract.Json;
import org.tocsin.service.HttpEndpoint;
import org.tocsin.service.Limit;
import org.tocsin.service.Metrics;
import org.tocsin.service.Readiness;
import org.tocsin.service.Settings;
import org.tocsin.service.access.Access;
import org.tocsin.service.access.AuditTrail;

/**
 * The desk's page and an API with the shapes of the real one, on invented news, without Kafka. The
 * page is served by the same code, behind the same door and under the same Content-Security-Policy
 * as the real one.
 */
final class PreviewServer implements AutoCloseable {
  private static final long HEARTBEAT = 1_000;

  final PreviewDesk desk;
  private final PreviewFigures figures;
  private final HttpEndpoint server;
  private final Set<SseClient> streams = ConcurrentHashMap.newKeySet();
  private volatile boolean reachable = true;

  /**
   * A server that listens.
   *
   * @param port 0 for any free one
   * @param past how many items of news it begins with
   * @param token that it wants; empty for none
   */
  PreviewServer(int port, int past, String token) {
    Clock clock = Clock.systemUTC();
    desk = new PreviewDesk(clock, past);
    figures = new PreviewFigures(desk, clock);
    server =
        new HttpEndpoint(
            "127.0.0.1",
            port,
            new Metrics("alert"),
            () -> Readiness.READY,
            access(token, clock),
            this::install);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  /** Clients that follow now. */
  int streams() {
    return streams.size();
  }

  /** Breaks every stream, and lets none in until it is mended. */
  void breakStreams() {
    reachable = false;
    streams.forEach(SseClient::close);
  }

  void mendStreams() {
    reachable = true;
  }

  private void install(JavalinConfig config) {
    RoutesConfig routes = config.routes;
    DeskPage.install(routes);
    Faults.install(routes);
    routes.get("/api/desk", ctx -> ctx.json(Map.of("zone", "Europe/Oslo")));
    routes.get("/api/alerts", this::alerts);
    routes.sse("/api/alerts/stream", this::stream);
    routes.get("/api/alerts/{id}", ctx -> ctx.json(alert(ctx)));
    routes.get("/api/alerts/{id}/page", ctx -> ctx.json(figures.page(alert(ctx))));
    routes.put("/api/alerts/{id}/state", this::triage);
    routes.get("/api/watches", ctx -> ctx.json(desk.watches()));
    routes.put("/api/watches/{id}", this::save);
    routes.delete("/api/watches/{id}", ctx -> desk.remove(ctx.pathParam("id")));
    routes.post("/api/watches/try", this::tryOut);
    figures.install(routes);
  }

  private static Access access(String token, Clock clock) {
    return Access.of(
        new Access.Door("alert", "127.0.0.1", token, ""),
        Settings.defaults(),
        AuditTrail.NONE,
        new SimpleMeterRegistry(),
        clock);
  }

  private void alerts(Context ctx) {
    List<ObjectNode> all = desk.alerts().stream().filter(alert -> wanted(ctx, alert)).toList();
    int limit = Limit.of(ctx);
    String cursor = ctx.queryParam("cursor");
    int from = cursor == null ? 0 : Integer.parseInt(cursor);
    int to = Math.min(all.size(), from + limit);
    ObjectNode answer = PreviewNews.object();
    answer.putArray("alerts").addAll(all.subList(from, to));
    answer.put("position", String.valueOf(desk.position())).put("total", all.size());
    ctx.json(answer.put("next", to < all.size() ? String.valueOf(to) : null));
  }

  private static boolean wanted(Context ctx, JsonNode alert) {
    JsonNode sighting = alert.get("sighting");
    String held = ctx.queryParam("held");
    String text = Json.write(alert).toLowerCase(Locale.ROOT);
    String q = ctx.queryParam("q");
    return any(ctx, "watch", alert.at("/watch/id"))
        && any(ctx, "severity", alert.at("/watch/severity"))
        && any(ctx, "language", sighting.at("/article/language"))
        && any(ctx, "country", sighting.at("/countries/0/code"))
        && any(
            ctx,
            "state",
            alert.get("state").isNull()
                ? Json.mapper().valueToTree("open")
                : alert.at("/state/state"))
        && ("all".equals(held) || alert.get("held").isNull() != "true".equals(held))
        && (q == null || text.contains(q.toLowerCase(Locale.ROOT)));
  }

  private static boolean any(Context ctx, String parameter, JsonNode value) {
    List<String> wanted = ctx.queryParams(parameter);
    return wanted.isEmpty() || wanted.contains(value.asText());
  }

  private ObjectNode alert(Context ctx) {
    return desk.alert(ctx.pathParam("id"))
        .orElseThrow(() -> new NotFoundResponse("there is no such alert"));
  }

  private void triage(Context ctx) {
    JsonNode body = Requests.body(ctx);
    if (body.path("state").asText().equals("acknowledged")
        && alert(ctx).at("/state/state").asText().equals("dismissed")) {
      throw new ConflictResponse("it was dismissed: open it before you acknowledge it");
    }
    ctx.json(
        desk.triage(
            ctx.pathParam("id"),
            body.path("state").asText(),
            body.path("verdict").textValue(),
            body.path("assignee").textValue(),
            body.path("note").textValue()));
  }

  private void save(Context ctx) {
    ObjectNode watch = Requests.body(ctx);
    Query.parse(watch.path("query").asText());
    ctx.json(desk.save(ctx.pathParam("id"), watch));
  }

  private void tryOut(Context ctx) {
    ctx.json(figures.trial(Requests.body(ctx)));
  }

  private void stream(SseClient client) {
    if (!reachable) {
      client.close();
      return;
    }
    String last = client.ctx().header("Last-Event-ID");
    int from = last == null ? desk.position() : Integer.parseInt(last);
    client.keepAlive();
    streams.add(client);
    Thread thread = new Thread(() -> follow(client, from), "preview-stream");
    thread.setDaemon(true);
    thread.start();
  }

  private void follow(SseClient client, int from) {
    int at = from;
    client.sendEvent("hello", "{}", String.valueOf(at));
    try {
      while (!client.terminated() && streams.contains(client)) {
        List<PreviewDesk.Event> events = desk.after(at, HEARTBEAT);
        for (PreviewDesk.Event event : new ArrayList<>(events)) {
          client.sendEvent(event.name(), event.data(), String.valueOf(event.id()));
          at = event.id();
        }
        client.sendComment("still here");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      streams.remove(client);
    }
  }

  @Override
  public void close() {
    streams.forEach(SseClient::close);
    server.close();
  }
}
