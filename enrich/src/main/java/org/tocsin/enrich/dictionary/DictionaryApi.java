package org.tocsin.enrich.dictionary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.DictionaryEntry;
import org.tocsin.contract.Json;
import org.tocsin.service.OperatorException;
import org.tocsin.service.access.Caller;

/**
 * The API of the dictionaries: entries shown, put into force and taken out of it.
 *
 * <pre>
 * GET    /api/dictionary?words=&amp;shipped=true&amp;limit=100
 * POST   /api/dictionary         a list of entries, all of them or none
 * GET    /api/dictionary/ID
 * PUT    /api/dictionary/ID
 * DELETE /api/dictionary/ID      also what Tocsin ships; ?restore=true puts that back in force
 * </pre>
 */
final class DictionaryApi {
  /** Entries taken with one request. */
  static final int MOST_AT_ONCE = 5_000;

  private static final long MOST_BYTES = 16L << 20;
  private static final int LIMIT = 100;
  private static final int MOST_LISTED = 10_000;
  private static final int MOST_REFUSALS = 100;

  private final LiveDictionary dictionary;
  private final DictionaryDesk desk;

  /** The answer to a list of entries. */
  record Listing(
      String version,
      int actors,
      int said,
      List<Edition.Refusal> refused,
      List<EntryView> entries) {}

  /** The answer to many entries put at once. */
  record Receipt(int written, int unchanged) {}

  /** What a refused request is answered with. */
  record Fault(String error, @Nullable String suggestion) {}

  DictionaryApi(LiveDictionary dictionary, DictionaryDesk desk) {
    this.dictionary = dictionary;
    this.desk = desk;
  }

  void install(JavalinConfig config) {
    config.http.maxRequestSize = MOST_BYTES;
    config.routes.get("/api/dictionary", this::list);
    config.routes.post("/api/dictionary", this::putAll);
    config.routes.get("/api/dictionary/{id}", this::show);
    config.routes.put("/api/dictionary/{id}", this::put);
    config.routes.delete("/api/dictionary/{id}", this::remove);
    config.routes.exception(
        HttpResponseException.class, (e, ctx) -> refuse(ctx, e.getStatus(), e.getMessage(), null));
    config.routes.exception(
        IllegalArgumentException.class, (e, ctx) -> refuse(ctx, 400, e.getMessage(), null));
    config.routes.exception(
        OperatorException.class, (e, ctx) -> refuse(ctx, 503, e.getMessage(), e.remedy()));
  }

  private static void refuse(
      Context ctx, int status, @Nullable String error, @Nullable String suggestion) {
    ctx.status(status).json(new Fault(String.valueOf(error), suggestion));
  }

  private void list(Context ctx) {
    Edition edition = dictionary.edition();
    String words = ctx.queryParam("words");
    boolean shipped = !"false".equals(ctx.queryParam("shipped"));
    ctx.json(
        new Listing(
            edition.book().version(),
            edition.book().size(),
            edition.said().size(),
            edition.refusals().stream().limit(MOST_REFUSALS).toList(),
            edition.list(words == null ? "" : words, shipped, limit(ctx))));
  }

  private static int limit(Context ctx) {
    String written = ctx.queryParam("limit");
    try {
      int limit = written == null ? LIMIT : Integer.parseInt(written);
      if (limit >= 0) {
        return Math.min(limit, MOST_LISTED);
      }
    } catch (NumberFormatException e) {
      throw new BadRequestResponse("limit is a number");
    }
    throw new BadRequestResponse("limit is at least 0");
  }

  private void show(Context ctx) {
    EntryView found = dictionary.edition().find(ctx.pathParam("id"));
    if (found == null) {
      throw nothing(ctx);
    }
    ctx.json(found);
  }

  private void put(Context ctx) {
    if (!(body(ctx) instanceof ObjectNode entry)) {
      throw new BadRequestResponse("the body is not a JSON object");
    }
    String id = ctx.pathParam("id");
    if (entry.hasNonNull("id") && !entry.get("id").asText().equals(id)) {
      throw new BadRequestResponse("the entry is another one than the path says");
    }
    entry.put("id", id);
    boolean known = dictionary.edition().find(id) != null;
    desk.put(List.of(DraftReader.read(entry, "entry")), author(ctx));
    ctx.status(known ? 200 : 201);
    show(ctx);
  }

  private void putAll(Context ctx) {
    List<EntryDraft> drafts = DraftReader.readAll(body(ctx), MOST_AT_ONCE);
    int written = desk.put(drafts, author(ctx)).size();
    ctx.json(new Receipt(written, drafts.size() - written));
  }

  private void remove(Context ctx) {
    String id = ctx.pathParam("id");
    boolean restore = "true".equals(ctx.queryParam("restore"));
    DictionaryEntry written =
        restore ? desk.restore(id, author(ctx)) : desk.remove(id, author(ctx));
    if (written == null) {
      throw nothing(ctx);
    }
    ctx.status(204);
  }

  /** Whoever signed in; the API where nobody does. */
  private static String author(Context ctx) {
    Caller caller = Caller.of(ctx);
    return caller.signedIn() ? caller.name() : "api";
  }

  private static NotFoundResponse nothing(Context ctx) {
    return new NotFoundResponse("there is no entry '" + ctx.pathParam("id") + "'");
  }

  /** Any JSON; its size is bounded by the server. */
  private static JsonNode body(Context ctx) {
    String type = ctx.contentType();
    if (type == null || !type.startsWith("application/json")) {
      throw new HttpResponseException(415, "send Content-Type: application/json");
    }
    try {
      return Json.mapper().readTree(ctx.bodyAsBytes());
    } catch (IOException e) {
      throw new BadRequestResponse("the body is not JSON");
    }
  }
}
