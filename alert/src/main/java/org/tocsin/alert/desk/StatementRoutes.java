package org.tocsin.alert.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.tocsin.alert.archive.Cursor;
import org.tocsin.alert.archive.Page;
import org.tocsin.alert.archive.Selection;
import org.tocsin.alert.archive.StatementArchive;
import org.tocsin.alert.query.Field;
import org.tocsin.alert.query.Query;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.Statement;
import org.tocsin.service.Limit;

/** The API of statements: every sighting of the last weeks, listed and searched. */
final class StatementRoutes {
  /** Searches for numbers of outlets at once: each may hold half a million statements. */
  private static final int COUNTING = 2;

  private final StatementArchive statements;
  private final Semaphore counting = new Semaphore(COUNTING);

  StatementRoutes(StatementArchive statements) {
    this.statements = statements;
  }

  void install(RoutesConfig routes) {
    routes.get("/api/statements", this::list);
    routes.get("/api/statements/{id}", this::show);
  }

  private void list(Context ctx) {
    Page<String> page = page(ctx, selection(ctx));
    ctx.header("X-Total-Count", Long.toString(page.total()));
    if (page.next() != null) {
      ctx.header("Link", "<" + following(ctx, page.next()) + ">; rel=\"next\"");
    }
    ctx.contentType("application/json").result("[" + String.join(",", page.entries()) + "]");
  }

  private Page<String> page(Context ctx, Selection wanted) {
    int limit = Limit.of(ctx);
    Cursor cursor = Requests.cursor(ctx);
    if (!wanted.counts()) {
      return statements.listJson(wanted, limit, cursor);
    }
    if (!counting.tryAcquire()) {
      throw new HttpResponseException(
          429, COUNTING + " others ask for numbers of outlets just now; try again in a moment");
    }
    try {
      return statements.listJson(wanted, limit, cursor);
    } finally {
      counting.release();
    }
  }

  /** The same question from where this answer ends; relative, for a proxy may have a prefix. */
  private static String following(Context ctx, Cursor next) {
    List<String> parameters = new ArrayList<>();
    ctx.queryParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals("cursor")) {
                values.forEach(value -> parameters.add(encoded(name) + "=" + encoded(value)));
              }
            });
    parameters.add("cursor=" + next);
    return "statements?" + String.join("&", parameters);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Selection selection(Context ctx) {
    Selection wanted =
        new Selection()
            .named(StatementArchive.SPEAKER_KEY, Field.SPEAKER, Requests.values(ctx, "speaker"))
            .named(StatementArchive.ACTOR_KEY, Field.ACTOR, Requests.values(ctx, "actor"))
            .named(StatementArchive.SOURCE_KEY, Field.SOURCE, Requests.values(ctx, "source"))
            .any(
                Field.COUNTRY.label(),
                Requests.codes(ctx, "country", c -> c.toUpperCase(Locale.ROOT)))
            .any(Field.ABOUT.label(), Requests.codes(ctx, "about", c -> c.toUpperCase(Locale.ROOT)))
            .any(
                Field.LANGUAGE.label(),
                Requests.codes(ctx, "language", c -> c.toLowerCase(Locale.ROOT)))
            .any(
                Field.KIND.label(),
                Requests.oneOf(ctx, "kind", k -> Statement.Kind.parse(k).label()))
            .any(
                StatementArchive.NOVELTY,
                Requests.oneOf(ctx, "novelty", n -> Novelty.parse(n).label()))
            .between(Requests.time(ctx, "from"), Requests.time(ctx, "to"));
    Query query = Requests.query(ctx);
    return query == null ? wanted : wanted.text(query);
  }

  private void show(Context ctx) {
    ctx.json(
        statements
            .sighting(ctx.pathParam("id"))
            .orElseThrow(() -> new NotFoundResponse("there is no such statement here")));
  }
}
