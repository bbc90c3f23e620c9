package org.tocsin.alert.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.archive.AlertArchive;
import org.tocsin.alert.archive.Cursor;
import org.tocsin.alert.archive.Page;
import org.tocsin.alert.archive.Selection;
import org.tocsin.alert.archive.TriagedAlert;
import org.tocsin.alert.dossier.DossierWriter;
import org.tocsin.alert.query.Field;
import org.tocsin.alert.query.Query;
import org.tocsin.alert.triage.StateDraft;
import org.tocsin.alert.triage.StateWriter;
import org.tocsin.contract.Alert;
import org.tocsin.contract.AlertState;
import org.tocsin.contract.Watch;
import org.tocsin.service.Limit;
import org.tocsin.service.access.AuditNote;
import org.tocsin.service.access.Caller;
import org.tocsin.service.access.Role;

/** The API of alerts: listed, searched, shown, and what people make of them. */
final class AlertRoutes {
  /** How long a caller waits for this instance to read back what it wrote. */
  private static final long READ_BACK_MILLIS = 2_000;

  private final DeskView view;
  private final TriageDesk triage;
  private final DossierWriter dossiers;

  /** Alerts, and the position from which a stream goes on after them. */
  record Listed(List<TriagedAlert> alerts, String position, long total, @Nullable String next) {
    Listed {
      alerts = List.copyOf(alerts);
    }
  }

  AlertRoutes(DeskView view, TriageDesk triage, DossierWriter dossiers) {
    this.view = view;
    this.triage = triage;
    this.dossiers = dossiers;
  }

  void install(RoutesConfig routes) {
    routes.get("/api/alerts", this::list);
    routes.get("/api/alerts/{id}", ctx -> ctx.json(alert(ctx)));
    routes.get("/api/alerts/{id}/page", ctx -> ctx.json(dossiers.write(alert(ctx))));
    routes.put("/api/alerts/{id}/state", this::put, Role.EDITOR);
  }

  /**
   * The position comes first: a stream from it may repeat what is listed, and leaves nothing out.
   */
  private void list(Context ctx) {
    String position = view.events().position().toString();
    Page<TriagedAlert> page =
        view.alerts().list(selection(ctx), Limit.of(ctx), Requests.cursor(ctx));
    Cursor next = page.next();
    ctx.json(
        new Listed(page.entries(), position, page.total(), next == null ? null : next.toString()));
  }

  private static Selection selection(Context ctx) {
    Selection wanted =
        new Selection()
            .any(AlertArchive.WATCH, Requests.values(ctx, "watch"))
            .any(
                AlertArchive.SEVERITY,
                Requests.oneOf(ctx, "severity", s -> Watch.Severity.parse(s).label()))
            .any(
                AlertArchive.STATE,
                Requests.oneOf(ctx, "state", s -> AlertState.State.parse(s).label()))
            .any(AlertArchive.HELD, held(ctx))
            .any(
                AlertArchive.ASSIGNEE,
                Requests.oneOf(ctx, "assignee", a -> a.toLowerCase(Locale.ROOT)))
            .any(
                Field.COUNTRY.label(),
                Requests.codes(ctx, "country", c -> c.toUpperCase(Locale.ROOT)))
            .any(
                Field.LANGUAGE.label(),
                Requests.codes(ctx, "language", c -> c.toLowerCase(Locale.ROOT)))
            .named(AlertArchive.SPEAKER_KEY, Field.SPEAKER, Requests.values(ctx, "speaker"))
            .named(AlertArchive.SOURCE_KEY, Field.SOURCE, Requests.values(ctx, "source"))
            .between(Requests.time(ctx, "from"), Requests.time(ctx, "to"));
    Query query = Requests.query(ctx);
    return query == null ? wanted : wanted.text(query);
  }

  /** Without a word those that rang, with {@code true} those held back, with {@code all} both. */
  private static List<String> held(Context ctx) {
    String written = ctx.queryParam("held");
    return switch (written == null ? "false" : written) {
      case "false" -> List.of(AlertArchive.RANG);
      case "true" -> Arrays.stream(Alert.Held.values()).map(Alert.Held::label).toList();
      case "all" -> List.of();
      default -> throw new BadRequestResponse("held is true, false or all");
    };
  }

  private TriagedAlert alert(Context ctx) {
    return view.alerts()
        .alert(ctx.pathParam("id"))
        .orElseThrow(() -> new NotFoundResponse("there is no such alert here"));
  }

  /** Whoever signed in; null where nobody does. */
  private static @Nullable String name(Context ctx) {
    Caller caller = Caller.of(ctx);
    return caller.signedIn() ? caller.name() : null;
  }

  private void put(Context ctx) throws InterruptedException {
    ObjectNode body = Requests.body(ctx);
    Integer version = Requests.version(ctx, body);
    body.remove("version");
    StateDraft draft = new StateDraft(body);
    alert(ctx);
    TriageDesk.Written written;
    try {
      written = triage.change(ctx.pathParam("id"), draft, version, name(ctx));
    } catch (IllegalStateException e) {
      throw new ConflictResponse(String.valueOf(e.getMessage()));
    }
    AuditNote.say(ctx, written.state().state().label());
    StateWriter.Place place = written.place();
    boolean seen =
        view.events().await(Position.states(place.partition()), place.offset(), READ_BACK_MILLIS);
    ctx.status(seen ? 200 : 202).json(written.state());
  }
}
