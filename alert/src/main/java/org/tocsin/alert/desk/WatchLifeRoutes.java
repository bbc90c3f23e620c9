package org.tocsin.alert.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.archive.AlertArchive;
import org.tocsin.alert.archive.Selection;
import org.tocsin.alert.archive.TriagedAlert;
import org.tocsin.alert.watch.WatchDifference;
import org.tocsin.alert.watch.WatchDraft;
import org.tocsin.alert.watch.WatchExport;
import org.tocsin.alert.watch.WatchFile;
import org.tocsin.alert.watch.WatchTemplates;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Watch;
import org.tocsin.service.OperatorException;
import org.tocsin.service.access.AuditNote;
import org.tocsin.service.access.Role;

/** The API of what becomes of watches: versions, snooze, calm, files and templates. */
final class WatchLifeRoutes {
  /** Among so many is the one that was decided last, though its article is not the newest. */
  private static final int LATEST = 50;

  private final DeskView view;
  private final WatchDesk watches;

  WatchLifeRoutes(DeskView view, WatchDesk watches) {
    this.view = view;
    this.watches = watches;
  }

  void install(RoutesConfig routes) {
    routes.get("/api/watch-templates", ctx -> ctx.json(WatchTemplates.all()));
    routes.get("/api/watches.yaml", this::export);
    routes.put("/api/watches.yaml", this::take, Role.EDITOR);
    routes.get("/api/watches/{id}/versions", this::versions);
    routes.get("/api/watches/{id}/calm", this::calm);
    routes.post("/api/watches/{id}/snooze", this::snooze, Role.EDITOR);
  }

  private void export(Context ctx) {
    ctx.contentType("application/yaml; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"watches.yaml\"")
        .result(WatchExport.yaml(view.watches().all()));
  }

  /**
   * What an import does, or would do.
   *
   * @param removed those that are in force and not in the file; removed only where asked for
   * @param refused if there is any, nothing is done
   */
  record Import(
      boolean dryRun,
      List<String> added,
      List<WatchDifference.Change> changed,
      List<String> removed,
      boolean pruned,
      int unchanged,
      List<Refused> refused,
      @Nullable String error) {}

  /** A watch that is not one. */
  record Refused(String id, int line, String error, String suggestion) {}

  private void take(Context ctx) {
    boolean dryRun = flag(ctx, "dryRun");
    boolean prune = flag(ctx, "prune");
    List<WatchFile.Entry> entries = entries(ctx);
    List<Refused> refused =
        entries.stream()
            .filter(e -> e.fault() != null)
            .map(e -> refused(e, Objects.requireNonNull(e.fault())))
            .toList();
    List<WatchDraft> drafts =
        entries.stream().map(WatchFile.Entry::draft).filter(Objects::nonNull).toList();
    boolean wrong = !refused.isEmpty();
    WatchDifference d =
        dryRun || wrong
            ? watches.difference(drafts)
            : watches.take(drafts, prune, WatchRoutes.author(ctx));
    AuditNote.say(ctx, (dryRun ? "tried: " : "") + entries.size() + " watches");
    String error = wrong ? refused.get(0).error() : null;
    ctx.status(wrong ? 400 : 200)
        .json(
            new Import(
                dryRun, d.added(), d.changed(), d.removed(), prune, d.unchanged(), refused, error));
  }

  private static Refused refused(WatchFile.Entry entry, WatchFile.Fault fault) {
    return new Refused(entry.id(), entry.line(), fault.error(), fault.remedy());
  }

  private List<WatchFile.Entry> entries(Context ctx) {
    String name = ctx.queryParam("file");
    try {
      return WatchFile.entries(
          ctx.bodyAsBytes(), name == null ? "watches.yaml" : name, watches.notifiers());
    } catch (OperatorException e) {
      throw new BadRequestResponse(e.getMessage() + ". " + e.remedy());
    }
  }

  private static boolean flag(Context ctx, String name) {
    return "true".equals(ctx.queryParam(name));
  }

  private void versions(Context ctx) {
    List<Watch> versions = watches.versions(ctx.pathParam("id"));
    if (versions.isEmpty()) {
      throw new NotFoundResponse("there never was such a watch");
    }
    ctx.json(versions);
  }

  private void snooze(Context ctx) {
    JsonNode until = Requests.body(ctx).path("until");
    Watch watch =
        watches
            .snooze(
                ctx.pathParam("id"),
                until.isMissingNode() || until.isNull() ? null : moment(until.asText()),
                WatchRoutes.author(ctx))
            .orElseThrow(() -> new NotFoundResponse("there is no such watch"));
    AuditNote.say(ctx, "until " + watch.snoozedUntil());
    ctx.json(watch);
  }

  private static Instant moment(String written) {
    try {
      return OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeException e) {
      throw new BadRequestResponse("until is a time such as 2026-03-10T12:00:00Z, or null");
    }
  }

  private void calm(Context ctx) {
    Watch watch =
        view.watches()
            .watch(ctx.pathParam("id"))
            .orElseThrow(() -> new NotFoundResponse("there is no such watch"));
    ctx.json(WatchCalm.of(watch, latest(watch.id())));
  }

  private List<Alert> latest(String watch) {
    Selection mine = new Selection().any(AlertArchive.WATCH, List.of(watch));
    return view.alerts().list(mine, LATEST, null).entries().stream()
        .map(TriagedAlert::read)
        .toList();
  }
}
