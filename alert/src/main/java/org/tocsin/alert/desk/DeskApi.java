package org.tocsin.alert.desk;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.archive.StatementArchive;
import org.tocsin.alert.archive.Statistics;
import org.tocsin.alert.archive.WatchTrial;
import org.tocsin.alert.dossier.DossierWriter;
import org.tocsin.alert.dossier.RecordSource;
import org.tocsin.alert.trace.Trace;
import org.tocsin.alert.triage.StateWriter;
import org.tocsin.alert.watch.WatchFile;
import org.tocsin.alert.watch.WatchKeeping;
import org.tocsin.service.Limit;

/**
 * The desk's API over HTTP, and the page that uses it. Every answer is JSON; every refusal says
 * why, and a refused query also where.
 */
public final class DeskApi implements AutoCloseable {
  /** A file of watches is the largest; everything else is bounded where it is read. */
  private static final long MAX_BODY = WatchFile.MAX_BYTES;

  private static final int SCANS_AT_ONCE = 2;

  private final DeskView view;
  private final Clock clock;
  private final StatementArchive statements;
  private final AlertRoutes alerts;
  private final WatchRoutes watches;
  private final WatchLifeRoutes watchLives;
  private final AlertStream stream;
  private final Offer offer;
  private final Function<String, Optional<Trace>> archive;
  private final Semaphore scans = new Semaphore(SCANS_AT_ONCE);

  /**
   * How the API is offered.
   *
   * @param streams how many clients may follow the alerts at once
   * @param zone of the desk, for the page; empty for that of the reader's browser
   */
  public record Offer(int streams, String zone) {
    /** In which zone days are counted: readers in several share the figures. */
    ZoneId days() {
      return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
    }
  }

  /**
   * An API.
   *
   * @param archive finds the trace of an article that is no longer in memory, by id or URL
   * @param statements of the past, to be listed and to try watches on
   * @param states takes what people make of alerts
   * @param records that the page of an alert quotes
   */
  public DeskApi(
      DeskView view,
      WatchKeeping keeping,
      Function<String, Optional<Trace>> archive,
      StatementArchive statements,
      StateWriter states,
      RecordSource records,
      Offer offer,
      Clock clock) {
    this.view = view;
    this.clock = clock;
    this.archive = archive;
    this.offer = offer;
    WatchDesk desk = new WatchDesk(view, keeping, clock);
    this.watches = new WatchRoutes(view, desk, new WatchTrial(statements, offer.days()));
    this.watchLives = new WatchLifeRoutes(view, desk);
    this.statements = statements;
    this.alerts =
        new AlertRoutes(
            view, new TriageDesk(view, states, clock), new DossierWriter(statements, records));
    this.stream = new AlertStream(view.events(), offer.streams());
  }

  /** Adds the routes to a server. */
  public void install(JavalinConfig config) {
    config.http.maxRequestSize = MAX_BODY;
    RoutesConfig routes = config.routes;
    DeskPage.install(routes);
    routes.get("/api/desk", ctx -> ctx.json(Map.of("zone", offer.zone())));
    routes.beforeMatched("/api/alerts/stream", this::refuseStream);
    routes.sse("/api/alerts/stream", client -> stream.serve(client, position(client.ctx())));
    alerts.install(routes);
    new FigureRoutes(new Statistics(statements, view.alerts(), offer.days())).install(routes);
    watches.install(routes);
    watchLives.install(routes);
    new AlertFeeds(view).install(routes);
    new StatementRoutes(statements).install(routes);
    routes.get("/api/articles/trace", ctx -> trace(ctx, Requests.required(ctx, "url")));
    routes.get("/api/articles/{id}/trace", ctx -> trace(ctx, ctx.pathParam("id")));
    routes.get("/api/sources", ctx -> ctx.json(view.sources().all(clock.instant())));
    routes.get("/api/dead-letters", ctx -> ctx.json(view.deadLetters().latest(Limit.of(ctx))));
    Faults.install(routes);
  }

  /** Refuses a stream before it is opened; afterwards there is no status left to send. */
  private void refuseStream(Context ctx) {
    position(ctx);
    if (stream.full()) {
      throw new HttpResponseException(503, "too many streams are open");
    }
  }

  private static @Nullable Position position(Context ctx) {
    String last = ctx.header("Last-Event-ID");
    String from = last == null ? ctx.queryParam("from") : last;
    return from == null ? null : Position.parse(from);
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
