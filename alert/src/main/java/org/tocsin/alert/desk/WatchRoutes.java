package org.tocsin.alert.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.tocsin.alert.archive.WatchTrial;
import org.tocsin.alert.query.Query;
import org.tocsin.alert.watch.WatchDraft;
import org.tocsin.alert.watch.WatchTemplates;
import org.tocsin.contract.Json;
import org.tocsin.contract.Watch;
import org.tocsin.service.access.AuditNote;
import org.tocsin.service.access.Caller;
import org.tocsin.service.access.Effect;
import org.tocsin.service.access.Role;

/** The API of watches: shown, put into force, taken out of it, and tried on the past. */
final class WatchRoutes {
  private static final int TRIAL_DAYS = 7;
  private static final int MAX_TRIAL_DAYS = 35;

  /** At once: each may read millions of statements. */
  private static final int TRIALS = 2;

  private final DeskView view;
  private final WatchDesk watches;
  private final WatchTrial trial;
  private final Semaphore trials = new Semaphore(TRIALS);

  WatchRoutes(DeskView view, WatchDesk watches, WatchTrial trial) {
    this.view = view;
    this.watches = watches;
    this.trial = trial;
  }

  void install(RoutesConfig routes) {
    routes.get("/api/watches", ctx -> ctx.json(view.watches().all()));
    routes.get("/api/watches/{id}", this::show);
    routes.put("/api/watches/{id}", this::put, Role.EDITOR);
    routes.delete("/api/watches/{id}", this::remove, Role.EDITOR);
    routes.post("/api/watches/try", this::tryOut, Role.EDITOR, Effect.NONE);
  }

  private void show(Context ctx) {
    Watch watch =
        view.watches()
            .watch(ctx.pathParam("id"))
            .orElseThrow(() -> new NotFoundResponse("there is no such watch"));
    ctx.header("ETag", tag(watch)).json(watch);
  }

  private static String tag(Watch watch) {
    return '"' + String.valueOf(watch.version()) + '"';
  }

  private void put(Context ctx) {
    ObjectNode body = Requests.body(ctx);
    body.put("id", ctx.pathParam("id"));
    begin(body);
    if (!body.hasNonNull("query")) {
      throw new BadRequestResponse("a watch has a query");
    }
    Watch watch = watches.put(draft(body), Requests.version(ctx, body), author(ctx));
    AuditNote.say(ctx, "version " + watch.version() + ": " + watch.query());
    ctx.status(watch.version() == 1 ? 201 : 200).header("ETag", tag(watch)).json(watch);
  }

  /** A watch that names a template takes from it what it does not say itself. */
  private static void begin(ObjectNode body) {
    String name = body.path("template").asText("");
    if (name.isEmpty()) {
      return;
    }
    WatchTemplates.Template template =
        WatchTemplates.find(name)
            .orElseThrow(
                () ->
                    new BadRequestResponse(
                        "there is no template '" + name + "'; see /api/watch-templates"));
    Map.of(
            "name", template.name(),
            "query", template.query(),
            "severity", template.severity().label())
        .forEach(
            (field, value) -> {
              if (!body.hasNonNull(field)) {
                body.put(field, value);
              }
            });
  }

  /** Whoever signed in; the desk as a whole where nobody does. */
  static String author(Context ctx) {
    Caller caller = Caller.of(ctx);
    return caller.signedIn() ? caller.name() : "desk";
  }

  private static WatchDraft draft(ObjectNode body) {
    try {
      return Json.mapper().treeToValue(body, WatchDraft.class);
    } catch (IOException e) {
      throw new BadRequestResponse("not a watch: " + e.getMessage());
    }
  }

  private void remove(Context ctx) {
    if (!watches.remove(ctx.pathParam("id"), Requests.match(ctx), author(ctx))) {
      throw new NotFoundResponse("there is no such watch");
    }
    ctx.status(204);
  }

  private void tryOut(Context ctx) {
    ObjectNode body = Requests.body(ctx);
    Query query = Query.parse(body.path("query").asText(""));
    int days = body.path("days").asInt(TRIAL_DAYS);
    if (days < 1 || days > MAX_TRIAL_DAYS) {
      throw new BadRequestResponse("days is a number between 1 and " + MAX_TRIAL_DAYS);
    }
    Watch saved = view.watches().watch(body.path("id").asText("")).orElse(null);
    if (!trials.tryAcquire()) {
      throw new HttpResponseException(
          429, TRIALS + " watches are being tried just now; try again in a moment");
    }
    try {
      ctx.json(trial.run(query, saved, days));
    } finally {
      trials.release();
    }
  }
}
