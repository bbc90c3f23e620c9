package org.tocsin.alert.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alert.query.Query;
import org.tocsin.alert.query.QueryException;
import org.tocsin.alert.trace.Trace;
import org.tocsin.alert.watch.WatchDraft;
import org.tocsin.alert.watch.WatchWriter;
import org.tocsin.contract.Json;
import org.tocsin.contract.Watch;
import org.tocsin.service.OperatorException;

/**
 * The desk's API over HTTP, and the page that uses it. Every answer is JSON; every refusal says
 * why, and a refused query also where.
 */
public final class DeskApi implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeskApi.class);
  private static final long MAX_BODY = 64 * 1024;
  private static final int LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;
  private static final int TRIAL_DAYS = 7;
  private static final int MAX_TRIAL_DAYS = 35;
  private static final int SCANS_AT_ONCE = 2;

  private final DeskView view;
  private final WatchDesk watches;
  private final AlertStream stream;
  private final Guard guard;
  private final Access access;
  private final Function<String, Optional<Trace>> archive;
  private final Semaphore scans = new Semaphore(SCANS_AT_ONCE);

  /**
   * How the API is offered.
   *
   * @param host it is bound to
   * @param token that callers must present; empty for none
   * @param streams how many clients may follow the alerts at once
   * @param zone of the desk, for the page; empty for that of the reader's browser
   */
  public record Access(String host, String token, int streams, String zone) {}

  /**
   * An API.
   *
   * @param archive finds the trace of an article that is no longer in memory, by id or URL
   */
  public DeskApi(
      DeskView view,
      WatchWriter writer,
      Function<String, Optional<Trace>> archive,
      Access access,
      Clock clock) {
    this.view = view;
    this.archive = archive;
    this.access = access;
    this.watches = new WatchDesk(view, writer, clock);
    this.stream = new AlertStream(view.alerts(), access.streams());
    this.guard = new Guard(access.host(), access.token());
  }

  /** Adds the routes to a server. */
  public void install(JavalinConfig config) {
    config.http.maxRequestSize = MAX_BODY;
    RoutesConfig routes = config.routes;
    guard.install(routes);
    DeskPage.install(routes);
    routes.get("/api/desk", ctx -> ctx.json(Map.of("zone", access.zone())));
    routes.get("/api/alerts", this::alerts);
    routes.before("/api/alerts/stream", DeskApi::position);
    routes.sse("/api/alerts/stream", client -> stream.serve(client, position(client.ctx())));
    routes.get("/api/alerts/{id}", this::alert);
    routes.get("/api/watches", ctx -> ctx.json(view.watches().all()));
    routes.get("/api/watches/{id}", this::watch);
    routes.put("/api/watches/{id}", this::putWatch);
    routes.delete("/api/watches/{id}", this::removeWatch);
    routes.post("/api/watches/try", this::tryWatch);
    routes.get("/api/statements", this::statements);
    routes.get("/api/articles/trace", ctx -> trace(ctx, required(ctx, "url")));
    routes.get("/api/articles/{id}/trace", ctx -> trace(ctx, ctx.pathParam("id")));
    routes.get("/api/sources", ctx -> ctx.json(view.sources().all()));
    routes.get("/api/dead-letters", ctx -> ctx.json(view.deadLetters().latest(limit(ctx))));
    faults(routes);
  }

  private static void faults(RoutesConfig routes) {
    routes.exception(QueryException.class, (e, ctx) -> ctx.status(400).json(ApiFault.of(e)));
    routes.exception(
        HttpResponseException.class,
        (e, ctx) -> ctx.status(e.getStatus()).json(ApiFault.of(String.valueOf(e.getMessage()))));
    routes.exception(
        IllegalArgumentException.class,
        (e, ctx) -> ctx.status(400).json(ApiFault.of(String.valueOf(e.getMessage()))));
    routes.exception(
        OperatorException.class,
        (e, ctx) ->
            ctx.status(503).json(new ApiFault(String.valueOf(e.getMessage()), null, e.remedy())));
    routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
          ctx.status(500).json(ApiFault.of("something went wrong here; the log says what"));
        });
    routes.error(
        404,
        ctx -> {
          if (ctx.path().startsWith("/api/")
              && !"application/json".equals(ctx.res().getContentType())) {
            ctx.json(ApiFault.of("there is nothing at " + ctx.path()));
          }
        });
  }

  private void alerts(Context ctx) {
    AlertBoard.Page page = view.alerts().latest(limit(ctx), ctx.queryParam("watch"));
    ctx.json(Map.of("alerts", page.alerts(), "position", page.position().toString()));
  }

  private void alert(Context ctx) {
    ctx.json(
        view.alerts()
            .alert(ctx.pathParam("id"))
            .orElseThrow(() -> new NotFoundResponse("there is no such alert in memory")));
  }

  /** Where a stream is to begin; asked before it is opened, while a bad one can be refused. */
  private static @Nullable Position position(Context ctx) {
    String last = ctx.header("Last-Event-ID");
    String from = last == null ? ctx.queryParam("from") : last;
    return from == null ? null : Position.parse(from);
  }

  private void watch(Context ctx) {
    ctx.json(
        view.watches()
            .watch(ctx.pathParam("id"))
            .orElseThrow(() -> new NotFoundResponse("there is no such watch")));
  }

  private void putWatch(Context ctx) {
    ObjectNode body = body(ctx);
    body.put("id", ctx.pathParam("id"));
    if (!body.hasNonNull("query")) {
      throw new BadRequestResponse("a watch has a query");
    }
    WatchDraft draft = read(body);
    Watch watch = watches.put(draft);
    ctx.status(watch.version() == 1 ? 201 : 200).json(watch);
  }

  private void removeWatch(Context ctx) {
    if (!watches.remove(ctx.pathParam("id"))) {
      throw new NotFoundResponse("there is no such watch");
    }
    ctx.status(204);
  }

  private void tryWatch(Context ctx) {
    ObjectNode body = body(ctx);
    Query query = Query.parse(body.path("query").asText(""));
    int days = body.path("days").asInt(TRIAL_DAYS);
    if (days < 1 || days > MAX_TRIAL_DAYS) {
      throw new BadRequestResponse("days is a number between 1 and " + MAX_TRIAL_DAYS);
    }
    ctx.json(WatchTrial.run(query, days, view.statements().all()));
  }

  private void statements(Context ctx) {
    ctx.json(
        view.statements().latest(limit(ctx), ctx.queryParam("speaker"), ctx.queryParam("country")));
  }

  private void trace(Context ctx, String idOrUrl) {
    ctx.json(
        view.trace(idOrUrl)
            .or(() -> fromArchive(idOrUrl))
            .orElseThrow(() -> new NotFoundResponse("nothing is known of this article")));
  }

  /** Reading topics is dear, so few may do it at once. */
  private Optional<Trace> fromArchive(String idOrUrl) {
    if (!scans.tryAcquire()) {
      throw new HttpResponseException(429, "other articles are being looked for; try again soon");
    }
    try {
      return archive.apply(idOrUrl);
    } finally {
      scans.release();
    }
  }

  private static ObjectNode body(Context ctx) {
    String type = ctx.contentType();
    if (type == null || !type.startsWith("application/json")) {
      throw new HttpResponseException(415, "send Content-Type: application/json");
    }
    try {
      JsonNode node = Json.mapper().readTree(ctx.bodyAsBytes());
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw new BadRequestResponse("the body is not a JSON object");
    } catch (IOException e) {
      throw new BadRequestResponse("the body is not JSON");
    }
  }

  private static WatchDraft read(ObjectNode body) {
    try {
      return Json.mapper().treeToValue(body, WatchDraft.class);
    } catch (IOException e) {
      throw new BadRequestResponse("not a watch: " + e.getMessage());
    }
  }

  private static int limit(Context ctx) {
    String written = ctx.queryParam("limit");
    int limit;
    try {
      limit = written == null ? LIMIT : Integer.parseInt(written);
    } catch (NumberFormatException e) {
      throw new BadRequestResponse("limit is a number");
    }
    if (limit < 1) {
      throw new BadRequestResponse("limit is at least 1");
    }
    return Math.min(limit, MAX_LIMIT);
  }

  private static String required(Context ctx, String parameter) {
    @Nullable String value = ctx.queryParam(parameter);
    if (value == null || value.isBlank()) {
      throw new BadRequestResponse("the parameter " + parameter + " is missing");
    }
    return value;
  }

  /** Clients that follow the alerts now. */
  public int streams() {
    return stream.clients();
  }

  /** Clients that were too slow, since the start. */
  public long droppedStreams() {
    return stream.dropped();
  }

  @Override
  public void close() {
    stream.close();
  }
}
